import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { EventRecord } from '#events/change.ts'
import { follow } from '#events/follow.ts'
import { recordEvents } from '#events/outbox.ts'
import type { Rows } from '#events/rows.ts'
import { ROOT_FOLDER } from '#ids/types.ts'
import type { CopyInput, CopyState } from './input.ts'

/** A statement takes about so many. */
const eventsEach = 1000

/**
 * Writes the events of all that a copy has made, one for each folder and task as if each were created by itself. `notify`
 * is false in them where nobody is to hear of what was assigned: whoever tells people looks at it.
 */
export async function announce(rows: Rows, caller: Caller, input: CopyInput, state: CopyState): Promise<EventRecord[]> {
  const quiet = input.notify ? {} : { notify: false }
  const { rows: folders } = await sql<{ id: number; title: string; isProject: boolean; parentIds: number[] }>`
    select f.folder_id as id, f.title, f.is_project as "isProject", array(
      select p.parent_id from folder_parent p where p.account_id = f.account_id and p.folder_id = f.folder_id) as "parentIds"
    from copied_folder c join folder f on f.account_id = c.account_id and f.folder_id = c.target_id
    where c.account_id = ${caller.accountId} and c.copy_id = ${state.copyId} order by 1`.execute(connectionOf(rows))
  const { rows: tasks } = await sql<{ id: number; title: string }>`
    select t.task_id as id, t.title
    from copied_task c join task t on t.account_id = c.account_id and t.task_id = c.target_id
    where c.account_id = ${caller.accountId} and c.copy_id = ${state.copyId} order by c.position`.execute(
    connectionOf(rows),
  )
  const events: EventRecord[] = [
    ...folders.map(({ id, title, isProject, parentIds }) => ({
      type: isProject ? 'ProjectCreated' : 'FolderCreated',
      entityType: 'folder' as const,
      entityId: id,
      after: { title, parentIds: id === state.rootId ? parentsOfRoot(input) : parentIds, ...quiet },
    })),
    ...tasks.map(({ id, title }) => ({
      type: 'TaskCreated',
      entityType: 'task' as const,
      entityId: id,
      after: { title, ...quiet },
    })),
  ]
  await record(rows, caller, events)
  return events
}

/** Brings what is derived from others in step with the copy, now that it is in its place. */
export async function followCopy(rows: Rows, caller: Caller, events: readonly EventRecord[]): Promise<void> {
  await record(rows, caller, await follow(caller, events))
}

async function record(rows: Rows, caller: Caller, events: readonly EventRecord[]): Promise<void> {
  for (let at = 0; at < events.length; at += eventsEach)
    await recordEvents(connectionOf(rows), caller, events.slice(at, at + eventsEach))
}

/** The copy itself is hung up last. */
const parentsOfRoot = ({ target }: CopyInput): number[] =>
  'folder' in target && target.folder !== ROOT_FOLDER ? [target.folder] : []
