import { queryContacts } from '@taskwright/sdk'
import { useRead } from './api.ts'
import { account } from './session.ts'

/** Text that the server does not have yet. */
export interface Draft {
  html: string
  /** What the server had when it was begun. */
  base: string
  /** Milliseconds since 1970. */
  atMs: number
}

/** Longer nobody comes back to a text. */
const longestMs = 90 * 24 * 60 * 60 * 1000

/** The place of a draft in this browser: of one person, so that others at the same computer do not find it. */
export function useDraftKey(name: string): string | undefined {
  const me = useRead(queryContacts, { me: true }).data?.[0]
  return me && `draft ${account?.id} ${me.id} ${name}`
}

export function readDraft(key: string): Draft | undefined {
  const kept = localStorage.getItem(key)
  return kept === null ? undefined : (JSON.parse(kept) as Draft)
}

/** Keeps a text at once: what is written stays even if the page goes the next moment. False if the browser has no room. */
export function keepDraft(key: string, draft: Pick<Draft, 'html' | 'base'>): boolean {
  try {
    localStorage.setItem(key, JSON.stringify({ ...draft, atMs: Date.now() }))
    return true
  } catch {
    return false
  }
}

export const dropDraft = (key: string): void => localStorage.removeItem(key)

/** Once for the life of the page: drafts that nobody came back to. */
for (const key of Object.keys(localStorage))
  if (key.startsWith('draft ') && Date.now() - (readDraft(key)?.atMs ?? 0) > longestMs) dropDraft(key)
