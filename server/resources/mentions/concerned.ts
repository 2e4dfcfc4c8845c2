import { decodeId } from '#ids/decode.ts'
import { newMentions } from '#richtext/mentions.ts'

/** Whom something new concerns from the start, in numbers: its event says so to those who tell people. */
export interface Concerned {
  /** Assignees of a task, owners of a project. */
  doing: readonly number[]
  /** People and groups with whom it is shared. */
  shareds: readonly number[]
  /** People whom its description mentions. */
  mentioned: readonly number[]
}

/** The people that clean HTML mentions and `before` did not. */
export const mentionedIn = (html: string, before = ''): number[] =>
  newMentions(html, before).flatMap((id) => decodeId('Contact', id)?.number ?? [])
