import type { Caller } from '#access/caller.ts'
import type { Permit, Place } from '#access/permit.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { attachmentAdded } from './events.ts'
import { copyRows } from './queries.ts'

/** From which item to which: the copy was made in the same change, or may be attached to. */
export interface AttachmentCopy {
  from: Place
  to: Permit<'attach' | 'createTask' | 'createFolder' | 'createAtRoot'> | Place
}

/**
 * Gives copies of tasks and folders the attachments of their originals, inside the change that makes the copies:
 * current versions alone, as first versions by the caller, those in comments too. The content is shared, not copied.
 *
 * The caller has to have been permitted to read the originals and to make the copies: `to` names what this change has
 * just created. Two statements, whatever the number of items.
 *
 * @returns the events to end the change with.
 * @example return changedBy(answer, [...events, ...(await copyAttachments(rows, caller, [{ from: { task: 1 }, to: { task: 9 } }]))])
 */
export async function copyAttachments(
  rows: Rows,
  caller: Caller,
  copies: readonly AttachmentCopy[],
): Promise<EventRecord[]> {
  const pairs = (kind: 'task' | 'folder') =>
    copies.flatMap(({ from, to }) => {
      const [source, target] = [numberOf(from, kind), numberOf(to, kind)]
      return source === undefined || target === undefined ? [] : [{ source, target }]
    })
  const made = [
    ...(await copyRows(rows, caller, 'task_id', pairs('task'))),
    ...(await copyRows(rows, caller, 'folder_id', pairs('folder'))),
  ]
  return made.map(attachmentAdded)
}

function numberOf(place: Place | Permit, kind: 'task' | 'folder'): number | undefined {
  if ('on' in place) return place.on === kind ? place.id : undefined
  return (place as { task?: number; folder?: number })[kind]
}
