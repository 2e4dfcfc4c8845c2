import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { entryById } from '../work-schedules/entries/access.ts'
import { changeEntry } from '../work-schedules/entries/change-entry.ts'
import type * as contract from './contract/index.ts'

/** Gives the person its whole days back. */
export const deleteUserSchedulePartialException: Handler<typeof contract.deleteUserSchedulePartialException> = async ({
  caller,
  input,
}) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const before = await entryById(caller, 'user_schedule_partial_exception', input.userSchedulePartialExclusionId)
  return changeEntry(
    caller,
    'user_schedule_partial_exception',
    async (rows) => {
      await rows.delete('user_schedule_partial_exception', may, {
        user_schedule_partial_exception_id: before.user_schedule_partial_exception_id,
      })
      return { before }
    },
    () => [],
  )
}
