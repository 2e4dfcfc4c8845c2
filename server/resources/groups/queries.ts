import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { deriveFolderAccess } from '#access/folder-access.ts'
import { deriveTaskAccess } from '#access/task-access.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import { seesPerson } from '../contacts/queries.ts'
import type { GroupRow } from './presenter.ts'

type Condition = ReturnType<typeof sql<boolean>>

/**
 * Groups of the account with members, subgroups and parents, oldest first. Externals and collaborators see their own, and in
 * them nobody and no subgroup that they don't see elsewhere.
 */
export async function groupRows(
  caller: Caller,
  conditions: readonly Condition[] = [],
  limit?: number,
): Promise<GroupRow[]> {
  const limited = caller.role === 'external' || caller.role === 'collaborator'
  const sees = (groupId: ReturnType<typeof sql.ref>) =>
    limited ? sql`${groupId} = any(${caller.principals}::bigint[])` : sql`true`
  const { rows } = await sql<GroupRow>`
    select g.*,
      array(select m.person_id from group_member m join account_user u on u.account_id = m.account_id and u.person_id = m.person_id
        where m.account_id = g.account_id and m.group_id = g.group_id and u.state in ('active', 'inactive') and ${seesPerson(caller, 'u')} order by 1) as members,
      array(select p.group_id from group_parent p where p.account_id = g.account_id and p.parent_group_id = g.group_id and ${sees(sql.ref('p.group_id'))} order by 1 desc) as children,
      array(select p.parent_group_id from group_parent p where p.account_id = g.account_id and p.group_id = g.group_id and ${sees(sql.ref('p.parent_group_id'))} order by 1 desc) as parents
    from user_group g
    where ${sql.join([sql`g.account_id = ${caller.accountId}`, sees(sql.ref('g.group_id')), ...conditions], sql` and `)}
    order by g.group_id desc ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(connectionOf(caller))
  return rows
}

/** Which of these numbers are active users of the account. */
export async function activeUsers(caller: Caller, numbers: readonly number[]): Promise<Set<number>> {
  if (numbers.length === 0) return new Set()
  const rows = await connectionOf(caller)
    .selectFrom('account_user')
    .select('person_id')
    .where('account_id', '=', caller.accountId)
    .where('person_id', 'in', numbers)
    .where('state', 'in', ['active', 'inactive'])
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

/** Whom these pending invitations invite, by number of the invitation. */
export async function invitedPeople(caller: Caller, invitations: readonly number[]): Promise<Map<number, number>> {
  if (invitations.length === 0) return new Map()
  const rows = await connectionOf(caller)
    .selectFrom('invitation')
    .select(['invitation_id', 'person_id'])
    .where('account_id', '=', caller.accountId)
    .where('invitation_id', 'in', invitations)
    .where('status', '=', 'Pending')
    .execute()
  return new Map(rows.map((row) => [row.invitation_id, row.person_id]))
}

/** Whether `above` is the group itself or lies below it: then it cannot be its parent. */
export async function liesBelowGroup(rows: Rows, accountId: number, groupId: number, above: number): Promise<boolean> {
  const { rows: found } = await sql`
    with recursive below(group_id) as (
      select ${groupId}::bigint
      union
      select p.group_id from group_parent p join below b on b.group_id = p.parent_group_id where p.account_id = ${accountId}
    ) select 1 from below where group_id = ${above}`.execute(connectionOf(rows))
  return found.length > 0
}

/** Takes away all that is shared with a group, and derives who reaches it anew. */
export async function unshareGroup(rows: Rows, accountId: number, groupId: number): Promise<void> {
  const database = connectionOf(rows)
  const folders = await database
    .deleteFrom('folder_share')
    .where('account_id', '=', accountId)
    .where('principal_id', '=', groupId)
    .returning('folder_id')
    .execute()
  const tasks = await database
    .deleteFrom('task_share')
    .where('account_id', '=', accountId)
    .where('principal_id', '=', groupId)
    .returning('task_id')
    .execute()
  await deriveFolderAccess(
    database,
    accountId,
    folders.map((row) => row.folder_id),
  )
  await deriveTaskAccess(
    database,
    accountId,
    tasks.map((row) => row.task_id),
  )
}

/** Tells all processes of the account that what its callers reach has changed. */
export async function announceGroups(rows: Rows, accountId: number): Promise<void> {
  await sql`select pg_notify('access_changed', ${String(accountId)})`.execute(connectionOf(rows))
}
