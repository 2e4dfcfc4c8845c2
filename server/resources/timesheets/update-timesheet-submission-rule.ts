import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { scheduleById } from '../work-schedules/access.ts'
import type * as contract from './contract.ts'
import { ruleRows } from './rule-queries.ts'
import { presentRules } from './submission-rules.ts'

/**
 * Changes the submission rule of a work schedule: what is sent, nothing else.
 *
 * @throws {Refused} `resource_not_found`; `not_allowed` for everybody but account admins.
 */
export const updateTimesheetSubmissionRule: Handler<typeof contract.updateTimesheetSubmissionRule> = async ({
  caller,
  input,
}) => {
  const { work_schedule_id } = await scheduleById(caller, input.workscheduleId)
  const may = permitAccount(caller, 'manageWorkSchedules')

  return change(caller, async (rows, inside) => {
    const [before] = await ruleRows(inside, [work_schedule_id])
    const changes = {
      ...(input.enabled === undefined ? {} : { enabled: input.enabled }),
      ...(input.ruleType === undefined ? {} : { rule_type: input.ruleType }),
      ...(input.frequency === undefined ? {} : { frequency: input.frequency }),
      ...(input.trackExceptionsMode === undefined ? {} : { track_exceptions_mode: input.trackExceptionsMode }),
    }
    if (!before) await rows.insert('timesheet_submission_rule', may, { work_schedule_id, ...changes })
    else if (Object.keys(changes).length > 0)
      await rows.update('timesheet_submission_rule', may, { work_schedule_id }, changes)
    const data = await presentRules(inside, [work_schedule_id])
    return changed(
      { data },
      {
        type: 'TimesheetSubmissionRuleChanged',
        entityType: 'work_schedule',
        entityId: work_schedule_id,
        ...(before ? { before: { ...before } } : {}),
        after: { ...before, ...changes },
      },
    )
  })
}
