import { boolean, dateText, idText, model, oneOfText } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'
import { date, dayRange, id, oneOf, optional } from '#contract/parameters.ts'
import { readScopes, written } from '../work-schedules/contract/schedules.ts'

export const exclusionTypes = ['AdditionalWorkDays', 'PublicHolidays', 'OtherEvent'] as const
export type ScheduleExclusionType = (typeof exclusionTypes)[number]

export const WorkScheduleException = model('WorkScheduleException', {
  id: idText('WorkScheduleExclusion'),
  fromDate: dateText(),
  toDate: dateText(),
  isWorkDays: boolean(),
  exclusionType: oneOfText(exclusionTypes),
})

const kinds = { workscheduleExclusions: WorkScheduleException }

export const queryWorkScheduleExceptions = operation({
  id: 'queryWorkScheduleExceptions',
  method: 'GET',
  paths: ['/workschedules/{workscheduleId}/workschedule_exclusions'],
  summary: 'Holidays and additional work days of a schedule',
  scopes: readScopes,
  kinds,
  parameters: { workscheduleId: id('WorkSchedule'), dateRange: optional(dayRange()) },
})

export const getWorkScheduleException = operation({
  id: 'getWorkScheduleException',
  method: 'GET',
  paths: ['/workschedule_exclusions/{workscheduleExclusionId}'],
  summary: 'One exception of a schedule',
  scopes: readScopes,
  kinds,
  parameters: { workscheduleExclusionId: id('WorkScheduleExclusion') },
})

export const createWorkScheduleException = operation({
  id: 'createWorkScheduleException',
  method: 'POST',
  paths: ['/workschedules/{workscheduleId}/workschedule_exclusions'],
  summary: 'Makes days of a schedule free, or work days',
  description:
    'From the first to the last day, both included. Tasks that lie over these days keep start and duration and get another due date; their successors move out of the way.',
  ...written,
  kinds,
  parameters: {
    workscheduleId: id('WorkSchedule'),
    fromDate: date(),
    toDate: date(),
    exclusionType: oneOf(exclusionTypes),
  },
})

export const updateWorkScheduleException = operation({
  id: 'updateWorkScheduleException',
  method: 'PUT',
  paths: ['/workschedule_exclusions/{workscheduleExclusionId}'],
  summary: 'Changes an exception of a schedule',
  ...written,
  kinds,
  parameters: {
    workscheduleExclusionId: id('WorkScheduleExclusion'),
    fromDate: optional(date()),
    toDate: optional(date()),
    exclusionType: optional(oneOf(exclusionTypes)),
  },
})

export const deleteWorkScheduleException = operation({
  id: 'deleteWorkScheduleException',
  method: 'DELETE',
  paths: ['/workschedule_exclusions/{workscheduleExclusionId}'],
  summary: 'Makes the days what they usually are',
  ...written,
  kinds,
  parameters: { workscheduleExclusionId: id('WorkScheduleExclusion') },
})
