import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { encodeId } from '#ids/encode.ts'
import type { WorkScheduleCapacityChange } from './contract/capacity-changes.ts'
import type { WorkSchedule } from './contract/schedules.ts'
import type { EntryRow } from './entries/tables.ts'
import type { WorkScheduleRow } from './queries.ts'

/** Row → WorkSchedule. The whole week is one entry: each of its work days has the same minutes. */
export const presentWorkSchedule = (caller: Caller, row: WorkScheduleRow): Static<typeof WorkSchedule> => ({
  id: encodeId('WorkSchedule', caller.accountId, row.work_schedule_id),
  scheduleType: row.is_default ? 'Default' : 'Custom',
  title: row.title,
  workweek: [{ workDays: row.work_days, capacityMinutes: row.capacity_minutes }],
  ...(row.users ? { userIds: row.users.map((user) => encodeId('Contact', caller.accountId, user)) } : {}),
})

/** Row → WorkScheduleCapacityChange */
export const presentCapacityChange = (
  caller: Caller,
  row: EntryRow<'work_schedule_capacity_change'>,
): Static<typeof WorkScheduleCapacityChange> => ({
  id: encodeId('WorkScheduleCapacityChange', caller.accountId, row.work_schedule_capacity_change_id),
  workScheduleId: encodeId('WorkSchedule', caller.accountId, row.work_schedule_id),
  startDate: row.from_date,
  finishDate: row.to_date,
  capacityMinutes: row.capacity_minutes,
})
