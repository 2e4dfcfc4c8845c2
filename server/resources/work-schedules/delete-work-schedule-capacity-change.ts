import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract/index.ts'
import { entryById } from './entries/access.ts'
import { changeEntry } from './entries/change-entry.ts'

/** Gives the days their usual hours back. */
export const deleteWorkScheduleCapacityChange: Handler<typeof contract.deleteWorkScheduleCapacityChange> = async ({
  caller,
  input,
}) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const before = await entryById(caller, 'work_schedule_capacity_change', input.workscheduleCapacityChangeId)
  const key = { work_schedule_capacity_change_id: before.work_schedule_capacity_change_id }
  return changeEntry(
    caller,
    'work_schedule_capacity_change',
    async (rows) => {
      await rows.delete('work_schedule_capacity_change', may, key)
      return { before }
    },
    () => [],
  )
}
