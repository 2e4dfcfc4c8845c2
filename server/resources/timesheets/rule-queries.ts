import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { TimesheetTables } from './tables.ts'

export type RuleRow = Selectable<TimesheetTables['timesheet_submission_rule']>

/** Rules of work schedules of the account, as far as they were ever touched. */
export const ruleRows = (caller: Caller, scheduleIds: readonly number[]): Promise<RuleRow[]> =>
  connectionOf(caller)
    .selectFrom('timesheet_submission_rule')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('work_schedule_id', 'in', scheduleIds)
    .execute()
