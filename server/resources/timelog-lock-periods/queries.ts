import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { seesFolder } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import type { Period } from './period.ts'

export interface LockRow {
  start_date: string
  end_date: string
  folder_id: number
  is_space: boolean
  is_project: boolean
  /** Whether the caller sees the folder it comes from. */
  is_visible: boolean
}

/**
 * The locks that hold for a task or a folder, of it and of all above, which touch a period; earliest first. Walks up the
 * parents by their primary key and looks up each folder's locks by theirs: its cost is the depth, whatever the size.
 */
export async function locksOver(caller: Caller, place: { on: string; id: number }, period: Period): Promise<LockRow[]> {
  const start =
    place.on === 'task'
      ? sql`select folder_id from task_placement
          where account_id = ${caller.accountId} and task_id = ${place.id} and deleted_with is null`
      : sql`select ${place.id}::bigint`
  const { rows } = await sql<LockRow>`
    with recursive up(folder_id) as (
      (${start})
      union
      select p.parent_id from up u join folder_parent p
        on p.account_id = ${caller.accountId} and p.folder_id = u.folder_id and p.deleted_with is null
    )
    select l.start_date, l.end_date, l.folder_id, f.is_space, f.is_project, ${seesFolder(caller, sql.ref('f.folder_id'))} as is_visible
    from up u
    join timelog_lock l on l.account_id = ${caller.accountId} and l.folder_id = u.folder_id
    join folder f on f.account_id = l.account_id and f.folder_id = l.folder_id
    where l.start_date <= ${period.end}::date and l.end_date >= ${period.start}::date
    order by l.start_date, l.end_date, l.folder_id`.execute(connectionOf(caller))
  return rows
}

/** The locks of tasks, by task: of all folders above each. */
export async function locksOfTasks(caller: Caller, taskIds: readonly number[]): Promise<Map<number, Period[]>> {
  const { rows } = await sql<{ task_id: number; start: string; end: string }>`
    with recursive up(task_id, folder_id) as (
      select task_id, folder_id from task_placement
      where account_id = ${caller.accountId} and task_id = any(${[...new Set(taskIds)]}::bigint[]) and deleted_with is null
      union
      select u.task_id, p.parent_id from up u join folder_parent p
        on p.account_id = ${caller.accountId} and p.folder_id = u.folder_id and p.deleted_with is null
    )
    select u.task_id, l.start_date as start, l.end_date as end
    from up u join timelog_lock l on l.account_id = ${caller.accountId} and l.folder_id = u.folder_id`.execute(
    connectionOf(caller),
  )
  return Map.groupBy(rows, (row) => row.task_id)
}

/** The own locks of a folder that touch a period. */
export async function ownLocks(rows: Rows, caller: Caller, folderId: number, period: Period): Promise<Period[]> {
  const found = await connectionOf(rows)
    .selectFrom('timelog_lock')
    .select(['start_date as start', 'end_date as end'])
    .where('account_id', '=', caller.accountId)
    .where('folder_id', '=', folderId)
    .where('start_date', '<=', period.end)
    .where('end_date', '>=', period.start)
    .execute()
  return found
}

/**
 * Takes the right to write time in the account (`shared`) or to close it (`alone`) until the change ends: time that is
 * just being written cannot slip into a period that is just being closed.
 */
export async function lockTime(rows: Rows, caller: Caller, mode: 'shared' | 'alone'): Promise<void> {
  const lock = mode === 'shared' ? sql`pg_advisory_xact_lock_shared` : sql`pg_advisory_xact_lock`
  await sql`select ${lock}(7018, ${caller.accountId}::int)`.execute(connectionOf(rows))
}
