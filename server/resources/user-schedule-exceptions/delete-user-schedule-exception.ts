import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { entryById } from '../work-schedules/entries/access.ts'
import { changeEntry } from '../work-schedules/entries/change-entry.ts'
import type * as contract from './contract/index.ts'
import { presentException } from './presenter.ts'

/** Makes the days what the person's schedule says. */
export const deleteUserScheduleException: Handler<typeof contract.deleteUserScheduleException> = async ({
  caller,
  input,
}) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const before = await entryById(caller, 'user_schedule_exception', input.userScheduleExclusionId)
  return changeEntry(
    caller,
    'user_schedule_exception',
    async (rows) => {
      await rows.delete('user_schedule_exception', may, {
        user_schedule_exception_id: before.user_schedule_exception_id,
      })
      return { before }
    },
    (row) => [presentException(caller, row)],
  )
}
