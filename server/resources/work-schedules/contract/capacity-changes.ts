import { dateText, idText, integer, model } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'
import { dayRange, id, ids, optional } from '#contract/parameters.ts'
import { capacityMinutes } from '#contract/work-days.ts'
import { readScopes, written } from './schedules.ts'

export const WorkScheduleCapacityChange = model('WorkScheduleCapacityChange', {
  id: idText('WorkScheduleCapacityChange'),
  workScheduleId: idText('WorkSchedule'),
  startDate: dateText(),
  finishDate: dateText(),
  capacityMinutes: integer(),
})

const kinds = { workscheduleCapacityChange: WorkScheduleCapacityChange }

export const queryWorkScheduleCapacityChanges = operation({
  id: 'queryWorkScheduleCapacityChanges',
  method: 'GET',
  paths: ['/workschedules/{workscheduleId}/workschedule_capacity_change'],
  summary: 'When a schedule has other hours than usual',
  scopes: readScopes,
  kinds,
  parameters: { workscheduleId: id('WorkSchedule'), dateRange: optional(dayRange()) },
})

export const getWorkScheduleCapacityChanges = operation({
  id: 'getWorkScheduleCapacityChanges',
  method: 'GET',
  paths: ['/workschedule_capacity_change/{workscheduleCapacityChangeIds}'],
  summary: 'Capacity changes of schedules by id',
  scopes: readScopes,
  kinds,
  parameters: { workscheduleCapacityChangeIds: ids('WorkScheduleCapacityChange', { maxItems: 100 }) },
})

export const createWorkScheduleCapacityChange = operation({
  id: 'createWorkScheduleCapacityChange',
  method: 'POST',
  paths: ['/workschedules/{workscheduleId}/workschedule_capacity_change'],
  summary: 'Gives the work days of a schedule other hours for a while',
  description: '`dateRange` is a day, or the first and the last one.',
  ...written,
  kinds,
  parameters: { workscheduleId: id('WorkSchedule'), dateRange: dayRange(), capacityMinutes: capacityMinutes() },
})

export const updateWorkScheduleCapacityChange = operation({
  id: 'updateWorkScheduleCapacityChange',
  method: 'PUT',
  paths: ['/workschedule_capacity_change/{workscheduleCapacityChangeId}'],
  summary: 'Changes days and hours of a capacity change',
  ...written,
  kinds,
  parameters: {
    workscheduleCapacityChangeId: id('WorkScheduleCapacityChange'),
    dateRange: dayRange(),
    capacityMinutes: capacityMinutes(),
  },
})

export const deleteWorkScheduleCapacityChange = operation({
  id: 'deleteWorkScheduleCapacityChange',
  method: 'DELETE',
  paths: ['/workschedule_capacity_change/{workscheduleCapacityChangeId}'],
  summary: 'Gives the days their usual hours back',
  ...written,
  kinds,
  parameters: { workscheduleCapacityChangeId: id('WorkScheduleCapacityChange') },
})
