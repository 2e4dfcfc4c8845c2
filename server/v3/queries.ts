import { sql } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'

const accounts = (callers: readonly Caller[]) => callers.map((caller) => caller.accountId)

/** The account, of those of the callers, that has a group; numbers of groups are unique in the installation. */
export async function accountOfGroup(callers: readonly Caller[], groupId: number): Promise<number | undefined> {
  const { rows } = await sql<{ account_id: number }>`select account_id from user_group
    where account_id = any(${accounts(callers)}::bigint[]) and group_id = ${groupId}`.execute(
    connectionOf(callers[0] as Caller),
  )
  return rows[0]?.account_id
}

/** The same for a task or folder whose id names no account. */
export async function accountOfWorkItem(callers: readonly Caller[], number: number): Promise<number | undefined> {
  const { rows } = await sql<{ account_id: number }>`
    select account_id from task where account_id = any(${accounts(callers)}::bigint[]) and task_id = ${number}
    union all
    select account_id from folder where account_id = any(${accounts(callers)}::bigint[]) and folder_id = ${number}`.execute(
    connectionOf(callers[0] as Caller),
  )
  return rows[0]?.account_id
}
