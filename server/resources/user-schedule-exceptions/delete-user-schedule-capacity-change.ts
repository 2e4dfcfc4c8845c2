import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { entryById } from '../work-schedules/entries/access.ts'
import { changeEntry } from '../work-schedules/entries/change-entry.ts'
import type * as contract from './contract/index.ts'

/** Gives the person its usual hours back. */
export const deleteUserScheduleCapacityChange: Handler<typeof contract.deleteUserScheduleCapacityChange> = async ({
  caller,
  input,
}) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const before = await entryById(caller, 'user_schedule_capacity_change', input.userScheduleCapacityChangeId)
  return changeEntry(
    caller,
    'user_schedule_capacity_change',
    async (rows) => {
      await rows.delete('user_schedule_capacity_change', may, {
        user_schedule_capacity_change_id: before.user_schedule_capacity_change_id,
      })
      return { before }
    },
    () => [],
  )
}
