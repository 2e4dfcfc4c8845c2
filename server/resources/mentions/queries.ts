import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { Place } from '#access/permit.ts'
import { sql } from '#database/sql.ts'
import { withGroups } from '../groups/with-groups.ts'

/** Which of these people reach a task or a folder, by themselves or through a group. */
export async function whoReaches(caller: Caller, place: Place, people: readonly number[]): Promise<Set<number>> {
  if (people.length === 0) return new Set()
  const { accountId } = caller
  const reached =
    'folder' in place
      ? sql`select a.principal_id from folder_access a where a.account_id = ${accountId} and a.folder_id = ${place.folder}`
      : sql`select a.principal_id from task_placement p
          join folder_access a on a.account_id = p.account_id and a.folder_id = p.folder_id
          where p.account_id = ${accountId} and p.task_id = ${place.task} and p.deleted_with is null
        union select t.principal_id from task_access t where t.account_id = ${accountId} and t.task_id = ${place.task}`
  const { rows } = await sql<{ principal: number }>`
    with recursive ${withGroups(caller, people)}
    select distinct principal from means where id in (${reached})`.execute(connectionOf(caller))
  return new Set(rows.map((row) => row.principal))
}
