import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
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
