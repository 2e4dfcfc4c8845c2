import type { EventRecord } from '#events/change.ts'
import type { WorkScheduleRow } from './queries.ts'

/** Who was assigned to a schedule by a change, and who was taken from it. */
export interface UserChanges {
  addedUsers?: readonly number[]
  removedUsers?: readonly number[]
}

export const workScheduleCreated = (row: WorkScheduleRow, users: UserChanges = {}): EventRecord => ({
  type: 'WorkScheduleCreated',
  entityType: 'work_schedule',
  entityId: row.work_schedule_id,
  after: { ...shown(row), ...users },
})

/** Nothing if nothing differs. */
export function workScheduleChanged(
  before: WorkScheduleRow,
  after: WorkScheduleRow,
  users: Required<UserChanges>,
): EventRecord[] {
  const same = JSON.stringify(shown(before)) === JSON.stringify(shown(after))
  if (same && users.addedUsers.length === 0 && users.removedUsers.length === 0) return []
  return [
    {
      type: 'WorkScheduleChanged',
      entityType: 'work_schedule',
      entityId: after.work_schedule_id,
      before: shown(before),
      after: { ...shown(after), ...users },
    },
  ]
}

export const workScheduleDeleted = (row: WorkScheduleRow, users: UserChanges): EventRecord => ({
  type: 'WorkScheduleDeleted',
  entityType: 'work_schedule',
  entityId: row.work_schedule_id,
  before: { ...shown(row), ...users },
})

const shown = (row: WorkScheduleRow) => ({
  title: row.title,
  workDays: row.work_days,
  capacityMinutes: row.capacity_minutes,
})
