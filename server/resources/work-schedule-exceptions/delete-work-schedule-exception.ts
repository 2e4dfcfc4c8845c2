import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { entryById } from '../work-schedules/entries/access.ts'
import { changeEntry } from '../work-schedules/entries/change-entry.ts'
import type * as contract from './contract.ts'
import { presentScheduleException } from './presenter.ts'

/** Makes the days what they usually are. */
export const deleteWorkScheduleException: Handler<typeof contract.deleteWorkScheduleException> = async ({
  caller,
  input,
}) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const before = await entryById(caller, 'work_schedule_exception', input.workscheduleExclusionId)
  const key = { work_schedule_exception_id: before.work_schedule_exception_id }
  return changeEntry(
    caller,
    'work_schedule_exception',
    async (rows) => {
      await rows.delete('work_schedule_exception', may, key)
      return { before }
    },
    (row) => [presentScheduleException(caller, row)],
  )
}
