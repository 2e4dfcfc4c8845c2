import { bind } from '#contract/bind.ts'
import * as contract from './contract/index.ts'
import { createUserScheduleCapacityChange } from './create-user-schedule-capacity-change.ts'
import { createUserScheduleException } from './create-user-schedule-exception.ts'
import { createUserSchedulePartialException } from './create-user-schedule-partial-exception.ts'
import { deleteUserScheduleCapacityChange } from './delete-user-schedule-capacity-change.ts'
import { deleteUserScheduleException } from './delete-user-schedule-exception.ts'
import { deleteUserSchedulePartialException } from './delete-user-schedule-partial-exception.ts'
import { getUserScheduleCapacityChanges } from './get-user-schedule-capacity-changes.ts'
import { getUserScheduleException } from './get-user-schedule-exception.ts'
import { getUserSchedulePartialExceptions } from './get-user-schedule-partial-exceptions.ts'
import { queryUserScheduleCapacityChanges } from './query-user-schedule-capacity-changes.ts'
import { queryUserScheduleExceptions } from './query-user-schedule-exceptions.ts'
import { queryUserSchedulePartialExceptions } from './query-user-schedule-partial-exceptions.ts'
import { updateUserScheduleCapacityChange } from './update-user-schedule-capacity-change.ts'
import { updateUserScheduleException } from './update-user-schedule-exception.ts'
import { updateUserSchedulePartialException } from './update-user-schedule-partial-exception.ts'

export const userScheduleExceptions = bind(contract, {
  queryUserScheduleExceptions,
  getUserScheduleException,
  createUserScheduleException,
  updateUserScheduleException,
  deleteUserScheduleException,
  queryUserScheduleCapacityChanges,
  getUserScheduleCapacityChanges,
  createUserScheduleCapacityChange,
  updateUserScheduleCapacityChange,
  deleteUserScheduleCapacityChange,
  queryUserSchedulePartialExceptions,
  getUserSchedulePartialExceptions,
  createUserSchedulePartialException,
  updateUserSchedulePartialException,
  deleteUserSchedulePartialException,
})
