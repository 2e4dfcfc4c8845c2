// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'
import type { AccountWorkDay } from './account.ts'

export interface WorkSchedule {
  id: string
  scheduleType: 'Default' | 'Custom'
  title: string
  workweek: WorkWeek[]
  userIds?: string[]
}

export interface WorkWeek {
  workDays: AccountWorkDay[]
  capacityMinutes: number
}

export interface WorkScheduleCapacityChange {
  id: string
  workScheduleId: string
  startDate: string
  finishDate: string
  capacityMinutes: number
}

/** What {@link queryWorkSchedules} takes. */
export interface QueryWorkSchedulesInput {
  workscheduleId?: string
  /** Members that come only when they are asked for. */
  fields?: 'userIds'[]
}

/** Work schedules of the account, or one of them. The default schedule comes first. It holds for everybody who is not assigned to another. */
export const queryWorkSchedules = /* @__PURE__ */ operation<QueryWorkSchedulesInput, WorkSchedule>({
  id: 'queryWorkSchedules',
  method: 'GET',
  paths: ['/workschedules', '/workschedules/{workscheduleId}'],
})

/** What {@link createWorkSchedule} takes. */
export interface CreateWorkScheduleInput {
  title: string
  workweek: ({
    dayOfWeek: AccountWorkDay
    isWorkDay: boolean
  })[]
  addUsers?: string[]
  /** Minutes a day */
  capacityMinutes?: number
  /** Members that come only when they are asked for. */
  fields?: 'userIds'[]
}

/** Creates a work schedule. Days that `workweek` does not name are free. Users leave the schedule they had; without `capacityMinutes` a day has 480. */
export const createWorkSchedule = /* @__PURE__ */ operation<CreateWorkScheduleInput, WorkSchedule>({
  id: 'createWorkSchedule',
  method: 'POST',
  paths: ['/workschedules'],
})

/** What {@link updateWorkSchedule} takes. */
export interface UpdateWorkScheduleInput {
  workscheduleId: string
  title?: string
  workweek?: ({
    dayOfWeek: AccountWorkDay
    isWorkDay: boolean
  })[]
  addUsers?: string[]
  removeUsers?: string[]
  /** Minutes a day */
  capacityMinutes?: number
  /** Members that come only when they are asked for. */
  fields?: 'userIds'[]
}

/** Changes a work schedule and who works by it. Days that `workweek` does not name stay as they are. Users that are removed work by the default schedule. Tasks whose working days change get new due dates. */
export const updateWorkSchedule = /* @__PURE__ */ operation<UpdateWorkScheduleInput, WorkSchedule>({
  id: 'updateWorkSchedule',
  method: 'PUT',
  paths: ['/workschedules/{workscheduleId}'],
})

/** What {@link deleteWorkSchedule} takes. */
export interface DeleteWorkScheduleInput {
  workscheduleId: string
}

/** Deletes a work schedule. Its users work by the default schedule then, which itself cannot be deleted. */
export const deleteWorkSchedule = /* @__PURE__ */ operation<DeleteWorkScheduleInput, WorkSchedule>({
  id: 'deleteWorkSchedule',
  method: 'DELETE',
  paths: ['/workschedules/{workscheduleId}'],
})

/** What {@link duplicateWorkSchedule} takes. */
export interface DuplicateWorkScheduleInput {
  workscheduleId: string
  title: string
}

/** Makes a schedule like another. With its week, exceptions and capacity changes, but without its users. */
export const duplicateWorkSchedule = /* @__PURE__ */ operation<DuplicateWorkScheduleInput, WorkSchedule>({
  id: 'duplicateWorkSchedule',
  method: 'POST',
  paths: ['/workschedules/{workscheduleId}/duplicate'],
})

/** What {@link queryWorkScheduleCapacityChanges} takes. */
export interface QueryWorkScheduleCapacityChangesInput {
  workscheduleId: string
  dateRange?: {
    start?: string
    equal?: string
    end?: string
  }
}

/** When a schedule has other hours than usual */
export const queryWorkScheduleCapacityChanges = /* @__PURE__ */ operation<QueryWorkScheduleCapacityChangesInput, WorkScheduleCapacityChange>({
  id: 'queryWorkScheduleCapacityChanges',
  method: 'GET',
  paths: ['/workschedules/{workscheduleId}/workschedule_capacity_change'],
})

/** What {@link getWorkScheduleCapacityChanges} takes. */
export interface GetWorkScheduleCapacityChangesInput {
  workscheduleCapacityChangeIds: string[]
}

/** Capacity changes of schedules by id */
export const getWorkScheduleCapacityChanges = /* @__PURE__ */ operation<GetWorkScheduleCapacityChangesInput, WorkScheduleCapacityChange>({
  id: 'getWorkScheduleCapacityChanges',
  method: 'GET',
  paths: ['/workschedule_capacity_change/{workscheduleCapacityChangeIds}'],
})

/** What {@link createWorkScheduleCapacityChange} takes. */
export interface CreateWorkScheduleCapacityChangeInput {
  workscheduleId: string
  dateRange: {
    start?: string
    equal?: string
    end?: string
  }
  /** Minutes a day */
  capacityMinutes: number
}

/** Gives the work days of a schedule other hours for a while. `dateRange` is a day, or the first and the last one. */
export const createWorkScheduleCapacityChange = /* @__PURE__ */ operation<CreateWorkScheduleCapacityChangeInput, WorkScheduleCapacityChange>({
  id: 'createWorkScheduleCapacityChange',
  method: 'POST',
  paths: ['/workschedules/{workscheduleId}/workschedule_capacity_change'],
})

/** What {@link updateWorkScheduleCapacityChange} takes. */
export interface UpdateWorkScheduleCapacityChangeInput {
  workscheduleCapacityChangeId: string
  dateRange: {
    start?: string
    equal?: string
    end?: string
  }
  /** Minutes a day */
  capacityMinutes: number
}

/** Changes days and hours of a capacity change */
export const updateWorkScheduleCapacityChange = /* @__PURE__ */ operation<UpdateWorkScheduleCapacityChangeInput, WorkScheduleCapacityChange>({
  id: 'updateWorkScheduleCapacityChange',
  method: 'PUT',
  paths: ['/workschedule_capacity_change/{workscheduleCapacityChangeId}'],
})

/** What {@link deleteWorkScheduleCapacityChange} takes. */
export interface DeleteWorkScheduleCapacityChangeInput {
  workscheduleCapacityChangeId: string
}

/** Gives the days their usual hours back */
export const deleteWorkScheduleCapacityChange = /* @__PURE__ */ operation<DeleteWorkScheduleCapacityChangeInput, WorkScheduleCapacityChange>({
  id: 'deleteWorkScheduleCapacityChange',
  method: 'DELETE',
  paths: ['/workschedule_capacity_change/{workscheduleCapacityChangeId}'],
})
