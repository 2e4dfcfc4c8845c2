import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { UserRole } from '#access/roles.ts'
import { sql } from '#database/sql.ts'
import type { AccountRow } from './presenter.ts'

/** The caller's account, with the moment it joined and the days that its default schedule works. */
export const accountRow = (caller: Caller): Promise<AccountRow> =>
  connectionOf(caller)
    .selectFrom('account')
    .innerJoin('account_user', 'account_user.account_id', 'account.account_id')
    .innerJoin('work_schedule', 'work_schedule.account_id', 'account.account_id')
    .selectAll('account')
    .select(['account_user.joined_at', 'work_schedule.work_days'])
    .where('account.account_id', '=', caller.accountId)
    .where('account_user.person_id', '=', caller.personId)
    .where('work_schedule.is_default', '=', true)
    .executeTakeFirstOrThrow()

interface SeatUse {
  active: number
  inactive: number
  invited: number
}

/** How many users of each type the account has; those who are removed do not count. */
export async function seatUse(caller: Caller): Promise<Map<UserRole, SeatUse>> {
  const { rows } = await sql<SeatUse & { role: UserRole }>`
    select role, count(*) filter (where state = 'active') as active, count(*) filter (where state = 'inactive') as inactive,
      count(*) filter (where state = 'invited') as invited
    from account_user where account_id = ${caller.accountId} group by role`.execute(connectionOf(caller))
  return new Map(rows.map(({ role, ...use }) => [role, use]))
}

/** How many files the account keeps, and their bytes; a content that several attachments share counts once. */
export async function fileUse(caller: Caller): Promise<{ files: number; bytes: number }> {
  const { rows } = await sql<{ files: number; bytes: number }>`
    select count(*) as files, coalesce(sum(size), 0)::bigint as bytes from stored_file
    where account_id = ${caller.accountId} and state = 'stored'`.execute(connectionOf(caller))
  return rows[0] ?? { files: 0, bytes: 0 }
}
