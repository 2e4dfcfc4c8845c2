export {
  createUserScheduleCapacityChange,
  deleteUserScheduleCapacityChange,
  getUserScheduleCapacityChanges,
  queryUserScheduleCapacityChanges,
  updateUserScheduleCapacityChange,
} from './capacity-changes.ts'
export {
  createUserScheduleException,
  deleteUserScheduleException,
  getUserScheduleException,
  queryUserScheduleExceptions,
  updateUserScheduleException,
} from './exclusions.ts'
export {
  createUserSchedulePartialException,
  deleteUserSchedulePartialException,
  getUserSchedulePartialExceptions,
  queryUserSchedulePartialExceptions,
  updateUserSchedulePartialException,
} from './partial-exclusions.ts'
