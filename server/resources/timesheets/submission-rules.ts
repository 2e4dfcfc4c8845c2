import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { encodeId } from '#ids/encode.ts'
import type { TimesheetSubmissionRule } from './contract.ts'
import { type RuleRow, ruleRows } from './rule-queries.ts'

/** The rules of work schedules, in their order. */
export const presentRules = async (
  caller: Caller,
  scheduleIds: readonly number[],
): Promise<Static<typeof TimesheetSubmissionRule>[]> => {
  const byId = new Map((await ruleRows(caller, scheduleIds)).map((row) => [row.work_schedule_id, row]))
  return scheduleIds.map((id) => presentRule(caller, id, byId.get(id)))
}

/** A schedule whose rule was never touched has none that is enabled. */
function presentRule(caller: Caller, scheduleId: number, row: RuleRow | undefined) {
  return {
    workScheduleId: encodeId('WorkSchedule', caller.accountId, scheduleId),
    enabled: row?.enabled ?? false,
    ruleType: row?.rule_type ?? 'Soft',
    frequency: row?.frequency ?? 'Week',
    trackExceptionsMode: row?.track_exceptions_mode ?? 'TotalCapacity',
  }
}
