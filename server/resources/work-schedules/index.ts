import { bind } from '#contract/bind.ts'
import * as contract from './contract/index.ts'
import { createWorkSchedule } from './create-work-schedule.ts'
import { createWorkScheduleCapacityChange } from './create-work-schedule-capacity-change.ts'
import { deleteWorkSchedule } from './delete-work-schedule.ts'
import { deleteWorkScheduleCapacityChange } from './delete-work-schedule-capacity-change.ts'
import { duplicateWorkSchedule } from './duplicate-work-schedule.ts'
import { getWorkScheduleCapacityChanges } from './get-work-schedule-capacity-changes.ts'
import { queryWorkScheduleCapacityChanges } from './query-work-schedule-capacity-changes.ts'
import { queryWorkSchedules } from './query-work-schedules.ts'
import { updateWorkSchedule } from './update-work-schedule.ts'
import { updateWorkScheduleCapacityChange } from './update-work-schedule-capacity-change.ts'

export const workSchedules = bind(contract, {
  queryWorkSchedules,
  createWorkSchedule,
  updateWorkSchedule,
  deleteWorkSchedule,
  duplicateWorkSchedule,
  queryWorkScheduleCapacityChanges,
  getWorkScheduleCapacityChanges,
  createWorkScheduleCapacityChange,
  updateWorkScheduleCapacityChange,
  deleteWorkScheduleCapacityChange,
})
