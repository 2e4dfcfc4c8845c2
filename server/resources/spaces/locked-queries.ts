import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import { withGroups } from '../groups/with-groups.ts'

/** The locked spaces that these folders are, or lie in. */
export async function lockedSpacesAbove(caller: Caller, folderIds: readonly number[]): Promise<number[]> {
  if (folderIds.length === 0) return []
  const { rows } = await sql<{ folder_id: number }>`
    with recursive above(folder_id) as (
      select unnest(${folderIds}::bigint[])
      union
      select p.parent_id from folder_parent p join above a on a.folder_id = p.folder_id
      where p.account_id = ${caller.accountId} and p.deleted_with is null
    )
    select s.folder_id from space s join above a using (folder_id)
    where s.account_id = ${caller.accountId} and s.access_type = 'Locked'`.execute(connectionOf(caller))
  return rows.map((row) => row.folder_id)
}

/** The folders that tasks are in, their own and those of the tasks above them. */
export async function foldersOfTasks(caller: Caller, taskIds: readonly number[]): Promise<number[]> {
  if (taskIds.length === 0) return []
  const rows = await connectionOf(caller)
    .selectFrom('task_placement')
    .select('folder_id')
    .distinct()
    .where('account_id', '=', caller.accountId)
    .where('task_id', 'in', taskIds)
    .where('deleted_with', 'is', null)
    .execute()
  return rows.map((row) => row.folder_id)
}

/** Which of these users and groups are members of a space, by themselves or through a group. */
export async function membersAmong(
  caller: Caller,
  spaceId: number,
  principals: readonly number[],
): Promise<Set<number>> {
  if (principals.length === 0) return new Set()
  const { rows } = await sql<{ principal: number }>`
    with recursive ${withGroups(caller, principals)}
    select distinct m.principal from means m
    join folder_share s on s.account_id = ${caller.accountId} and s.folder_id = ${spaceId} and s.principal_id = m.id`.execute(
    connectionOf(caller),
  )
  return new Set(rows.map((row) => row.principal))
}
