import type { Call } from './call.ts'
import { curl } from './curl.ts'
import { python } from './python.ts'
import { typescript } from './typescript.ts'

/** A language that samples are written in. */
export type Language = 'curl' | 'typescript' | 'python'

/** A program that makes one call. It takes the server from TASKWRIGHT_URL and the token from TASKWRIGHT_TOKEN. */
export interface Sample {
  language: Language
  label: string
  text: string
}

/**
 * The samples of a call, in all languages.
 *
 * @example samplesOf(callOf(v4, createTask, '/folders/{folderId}/tasks'))
 */
export const samplesOf = (call: Call): readonly Sample[] => [
  { language: 'curl', label: 'curl', text: curl(call) },
  { language: 'typescript', label: 'TypeScript', text: typescript(call) },
  { language: 'python', label: 'Python', text: python(call) },
]
