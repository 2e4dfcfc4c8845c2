export {
  createWorkScheduleCapacityChange,
  deleteWorkScheduleCapacityChange,
  getWorkScheduleCapacityChanges,
  queryWorkScheduleCapacityChanges,
  updateWorkScheduleCapacityChange,
} from './capacity-changes.ts'
export {
  createWorkSchedule,
  deleteWorkSchedule,
  duplicateWorkSchedule,
  queryWorkSchedules,
  updateWorkSchedule,
} from './schedules.ts'
