import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { Role } from '#access/roles.ts'
import { notFound } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import { idAsSent } from '#ids/foreign.ts'

/** The role that a public space gives all regular users, or none: a share with the default group, of its own kind. */
export async function setGuestRole(
  rows: Rows,
  caller: Caller,
  spaceId: number,
  guestRole: Role | undefined,
): Promise<void> {
  const database = connectionOf(rows)
  await database
    .deleteFrom('folder_share')
    .where('account_id', '=', caller.accountId)
    .where('folder_id', '=', spaceId)
    .where('kind', '=', 'guest')
    .execute()
  if (guestRole === undefined) return
  await sql`insert into folder_share (account_id, folder_id, principal_id, kind, role)
    select account_id, ${spaceId}, group_id, 'guest', ${guestRole} from user_group where account_id = ${caller.accountId} and is_default`.execute(
    database,
  )
}

/**
 * @throws {Refused} `resource_not_found` for the first that is no workflow of the account.
 */
export async function requireWorkflows(caller: Caller, workflowIds: readonly (number | undefined)[]): Promise<void> {
  const wanted = workflowIds.filter((id) => id !== undefined)
  if (wanted.length === 0) return
  const rows = await connectionOf(caller)
    .selectFrom('workflow')
    .select('workflow_id')
    .where('account_id', '=', caller.accountId)
    .where('workflow_id', 'in', wanted)
    .execute()
  const known = new Set(rows.map((row) => row.workflow_id))
  const unknown = wanted.find((id) => !known.has(id))
  if (unknown !== undefined) throw notFound('Workflow', idAsSent(caller.accountId, 'Workflow', unknown))
}

/** Erases a locked space with everything in it that lives nowhere else, for good. */
export async function eraseDeleted(rows: Rows, caller: Caller, spaceId: number): Promise<void> {
  const database = connectionOf(rows)
  const account = caller.accountId
  const folders = sql`select folder_id from folder where account_id = ${account} and deleted_with = ${spaceId}`
  const tasks = sql`select task_id from task where account_id = ${account} and deleted_with = ${spaceId}`
  for (const table of [
    'task_placement',
    'task_share',
    'task_access',
    'task_responsible',
    'task_follower',
    'super_task',
    'timelog',
    'comment',
  ] as const) {
    await sql`delete from ${sql.table(table)} where account_id = ${account} and task_id in (${tasks})`.execute(database)
  }
  await sql`delete from super_task where account_id = ${account} and super_task_id in (${tasks})`.execute(database)
  await sql`delete from dependency where account_id = ${account} and (predecessor_id in (${tasks}) or successor_id in (${tasks}))`.execute(
    database,
  )
  for (const table of [
    'folder_share',
    'folder_access',
    'folder_owner',
    'folder_parent',
    'task_placement',
    'comment',
    'space',
  ] as const) {
    await sql`delete from ${sql.table(table)} where account_id = ${account} and folder_id in (${folders})`.execute(
      database,
    )
  }
  await sql`delete from folder_parent where account_id = ${account} and parent_id in (${folders})`.execute(database)
  await sql`delete from task where account_id = ${account} and deleted_with = ${spaceId}`.execute(database)
  await sql`delete from folder where account_id = ${account} and deleted_with = ${spaceId}`.execute(database)
}
