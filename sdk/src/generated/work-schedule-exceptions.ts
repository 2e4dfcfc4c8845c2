// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface WorkScheduleException {
  id: string
  fromDate: string
  toDate: string
  isWorkDays: boolean
  exclusionType: 'AdditionalWorkDays' | 'PublicHolidays' | 'OtherEvent'
}

/** What {@link queryWorkScheduleExceptions} takes. */
export interface QueryWorkScheduleExceptionsInput {
  workscheduleId: string
  dateRange?: {
    start?: string
    equal?: string
    end?: string
  }
}

/** Holidays and additional work days of a schedule */
export const queryWorkScheduleExceptions = /* @__PURE__ */ operation<QueryWorkScheduleExceptionsInput, WorkScheduleException>({
  id: 'queryWorkScheduleExceptions',
  method: 'GET',
  paths: ['/workschedules/{workscheduleId}/workschedule_exclusions'],
})

/** What {@link getWorkScheduleException} takes. */
export interface GetWorkScheduleExceptionInput {
  workscheduleExclusionId: string
}

/** One exception of a schedule */
export const getWorkScheduleException = /* @__PURE__ */ operation<GetWorkScheduleExceptionInput, WorkScheduleException>({
  id: 'getWorkScheduleException',
  method: 'GET',
  paths: ['/workschedule_exclusions/{workscheduleExclusionId}'],
})

/** What {@link createWorkScheduleException} takes. */
export interface CreateWorkScheduleExceptionInput {
  workscheduleId: string
  fromDate: string
  toDate: string
  exclusionType: 'AdditionalWorkDays' | 'PublicHolidays' | 'OtherEvent'
}

/** Makes days of a schedule free, or work days. From the first to the last day, both included. Tasks that lie over these days keep start and duration and get another due date; their successors move out of the way. */
export const createWorkScheduleException = /* @__PURE__ */ operation<CreateWorkScheduleExceptionInput, WorkScheduleException>({
  id: 'createWorkScheduleException',
  method: 'POST',
  paths: ['/workschedules/{workscheduleId}/workschedule_exclusions'],
})

/** What {@link updateWorkScheduleException} takes. */
export interface UpdateWorkScheduleExceptionInput {
  workscheduleExclusionId: string
  fromDate?: string
  toDate?: string
  exclusionType?: 'AdditionalWorkDays' | 'PublicHolidays' | 'OtherEvent'
}

/** Changes an exception of a schedule */
export const updateWorkScheduleException = /* @__PURE__ */ operation<UpdateWorkScheduleExceptionInput, WorkScheduleException>({
  id: 'updateWorkScheduleException',
  method: 'PUT',
  paths: ['/workschedule_exclusions/{workscheduleExclusionId}'],
})

/** What {@link deleteWorkScheduleException} takes. */
export interface DeleteWorkScheduleExceptionInput {
  workscheduleExclusionId: string
}

/** Makes the days what they usually are */
export const deleteWorkScheduleException = /* @__PURE__ */ operation<DeleteWorkScheduleExceptionInput, WorkScheduleException>({
  id: 'deleteWorkScheduleException',
  method: 'DELETE',
  paths: ['/workschedule_exclusions/{workscheduleExclusionId}'],
})
