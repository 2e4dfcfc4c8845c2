// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface UserScheduleException {
  id: string
  userId: string
  fromDate: string
  toDate: string
  isWorkDays: boolean
  exclusionType: 'VacationPTO' | 'Overtime' | 'OtherNonWorking'
}

export interface UserScheduleCapacityChange {
  id: string
  userId: string
  startDate: string
  finishDate: string
  capacityMinutes: number
}

export interface UserSchedulePartialException {
  id: string
  userId: string
  startDate: string
  finishDate: string
  exclusionType: 'VacationPTO' | 'OtherNonWorking'
  capacityMinutes: number
}

/** What {@link queryUserScheduleExceptions} takes. */
export interface QueryUserScheduleExceptionsInput {
  dateRange?: {
    start?: string
    equal?: string
    end?: string
  }
  userIds?: string[]
}

/** Leave and overtime of people. Of everybody the caller sees, unless `userIds` names some. */
export const queryUserScheduleExceptions = /* @__PURE__ */ operation<QueryUserScheduleExceptionsInput, UserScheduleException>({
  id: 'queryUserScheduleExceptions',
  method: 'GET',
  paths: ['/user_schedule_exclusions'],
})

/** What {@link getUserScheduleException} takes. */
export interface GetUserScheduleExceptionInput {
  userScheduleExclusionId: string
}

/** One exception of a person */
export const getUserScheduleException = /* @__PURE__ */ operation<GetUserScheduleExceptionInput, UserScheduleException>({
  id: 'getUserScheduleException',
  method: 'GET',
  paths: ['/user_schedule_exclusions/{userScheduleExclusionId}'],
})

/** What {@link createUserScheduleException} takes. */
export interface CreateUserScheduleExceptionInput {
  userId: string
  fromDate: string
  toDate: string
  exclusionType: 'VacationPTO' | 'Overtime' | 'OtherNonWorking'
}

/** Makes days of a person free, or work days. From the first to the last day, both included. Tasks that only this person is to do, and that lie over these days, get another due date; their successors move out of the way. */
export const createUserScheduleException = /* @__PURE__ */ operation<CreateUserScheduleExceptionInput, UserScheduleException>({
  id: 'createUserScheduleException',
  method: 'POST',
  paths: ['/user_schedule_exclusions'],
})

/** What {@link updateUserScheduleException} takes. */
export interface UpdateUserScheduleExceptionInput {
  userScheduleExclusionId: string
  fromDate?: string
  toDate?: string
  exclusionType?: 'VacationPTO' | 'Overtime' | 'OtherNonWorking'
}

/** Changes an exception of a person */
export const updateUserScheduleException = /* @__PURE__ */ operation<UpdateUserScheduleExceptionInput, UserScheduleException>({
  id: 'updateUserScheduleException',
  method: 'PUT',
  paths: ['/user_schedule_exclusions/{userScheduleExclusionId}'],
})

/** What {@link deleteUserScheduleException} takes. */
export interface DeleteUserScheduleExceptionInput {
  userScheduleExclusionId: string
}

/** Makes the days what the person's schedule says */
export const deleteUserScheduleException = /* @__PURE__ */ operation<DeleteUserScheduleExceptionInput, UserScheduleException>({
  id: 'deleteUserScheduleException',
  method: 'DELETE',
  paths: ['/user_schedule_exclusions/{userScheduleExclusionId}'],
})

/** What {@link queryUserScheduleCapacityChanges} takes. */
export interface QueryUserScheduleCapacityChangesInput {
  userIds: string[]
  dateRange: {
    start?: string
    equal?: string
    end?: string
  }
}

/** When people have other hours than their schedule */
export const queryUserScheduleCapacityChanges = /* @__PURE__ */ operation<QueryUserScheduleCapacityChangesInput, UserScheduleCapacityChange>({
  id: 'queryUserScheduleCapacityChanges',
  method: 'GET',
  paths: ['/user_schedule_capacity_change'],
})

/** What {@link getUserScheduleCapacityChanges} takes. */
export interface GetUserScheduleCapacityChangesInput {
  userScheduleCapacityChangeIds: string[]
}

/** Capacity changes of people by id */
export const getUserScheduleCapacityChanges = /* @__PURE__ */ operation<GetUserScheduleCapacityChangesInput, UserScheduleCapacityChange>({
  id: 'getUserScheduleCapacityChanges',
  method: 'GET',
  paths: ['/user_schedule_capacity_change/{userScheduleCapacityChangeIds}'],
})

/** What {@link createUserScheduleCapacityChange} takes. */
export interface CreateUserScheduleCapacityChangeInput {
  userId: string
  dateRange: {
    start?: string
    equal?: string
    end?: string
  }
  /** Minutes a day */
  capacityMinutes: number
}

/** Gives the work days of a person other hours for a while. `dateRange` is a day, or the first and the last one. */
export const createUserScheduleCapacityChange = /* @__PURE__ */ operation<CreateUserScheduleCapacityChangeInput, UserScheduleCapacityChange>({
  id: 'createUserScheduleCapacityChange',
  method: 'POST',
  paths: ['/users/{userId}/user_schedule_capacity_change'],
})

/** What {@link updateUserScheduleCapacityChange} takes. */
export interface UpdateUserScheduleCapacityChangeInput {
  userScheduleCapacityChangeId: string
  dateRange: {
    start?: string
    equal?: string
    end?: string
  }
  /** Minutes a day */
  capacityMinutes: number
}

/** Changes days and hours of a capacity change */
export const updateUserScheduleCapacityChange = /* @__PURE__ */ operation<UpdateUserScheduleCapacityChangeInput, UserScheduleCapacityChange>({
  id: 'updateUserScheduleCapacityChange',
  method: 'PUT',
  paths: ['/user_schedule_capacity_change/{userScheduleCapacityChangeId}'],
})

/** What {@link deleteUserScheduleCapacityChange} takes. */
export interface DeleteUserScheduleCapacityChangeInput {
  userScheduleCapacityChangeId: string
}

/** Gives the person its usual hours back */
export const deleteUserScheduleCapacityChange = /* @__PURE__ */ operation<DeleteUserScheduleCapacityChangeInput, UserScheduleCapacityChange>({
  id: 'deleteUserScheduleCapacityChange',
  method: 'DELETE',
  paths: ['/user_schedule_capacity_change/{userScheduleCapacityChangeId}'],
})

/** What {@link queryUserSchedulePartialExceptions} takes. */
export interface QueryUserSchedulePartialExceptionsInput {
  userIds: string[]
  dateRange: {
    start?: string
    equal?: string
    end?: string
  }
}

/** Days of which people work a part */
export const queryUserSchedulePartialExceptions = /* @__PURE__ */ operation<QueryUserSchedulePartialExceptionsInput, UserSchedulePartialException>({
  id: 'queryUserSchedulePartialExceptions',
  method: 'GET',
  paths: ['/user_schedule_partial_exclusion'],
})

/** What {@link getUserSchedulePartialExceptions} takes. */
export interface GetUserSchedulePartialExceptionsInput {
  userSchedulePartialExclusionIds: string[]
}

/** Partial exceptions of people by id */
export const getUserSchedulePartialExceptions = /* @__PURE__ */ operation<GetUserSchedulePartialExceptionsInput, UserSchedulePartialException>({
  id: 'getUserSchedulePartialExceptions',
  method: 'GET',
  paths: ['/user_schedule_partial_exclusion/{userSchedulePartialExclusionIds}'],
})

/** What {@link createUserSchedulePartialException} takes. */
export interface CreateUserSchedulePartialExceptionInput {
  userId: string
  dateRange: {
    start?: string
    equal?: string
    end?: string
  }
  exclusionType: 'VacationPTO' | 'OtherNonWorking'
  /** Minutes a day */
  capacityMinutes: number
}

/** Leaves a person a part of its days. `capacityMinutes` are left of each day; `dateRange` is a day, or the first and the last one. */
export const createUserSchedulePartialException = /* @__PURE__ */ operation<CreateUserSchedulePartialExceptionInput, UserSchedulePartialException>({
  id: 'createUserSchedulePartialException',
  method: 'POST',
  paths: ['/user_schedule_partial_exclusion'],
})

/** What {@link updateUserSchedulePartialException} takes. */
export interface UpdateUserSchedulePartialExceptionInput {
  userSchedulePartialExclusionId: string
  dateRange: {
    start?: string
    equal?: string
    end?: string
  }
  exclusionType?: 'VacationPTO' | 'OtherNonWorking'
  /** Minutes a day */
  capacityMinutes: number
}

/** Changes a partial exception */
export const updateUserSchedulePartialException = /* @__PURE__ */ operation<UpdateUserSchedulePartialExceptionInput, UserSchedulePartialException>({
  id: 'updateUserSchedulePartialException',
  method: 'PUT',
  paths: ['/user_schedule_partial_exclusion/{userSchedulePartialExclusionId}'],
})

/** What {@link deleteUserSchedulePartialException} takes. */
export interface DeleteUserSchedulePartialExceptionInput {
  userSchedulePartialExclusionId: string
}

/** Gives the person its whole days back */
export const deleteUserSchedulePartialException = /* @__PURE__ */ operation<DeleteUserSchedulePartialExceptionInput, UserSchedulePartialException>({
  id: 'deleteUserSchedulePartialException',
  method: 'DELETE',
  paths: ['/user_schedule_partial_exclusion/{userSchedulePartialExclusionId}'],
})
