import { dateText, idText, integer, model } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'
import { dayRange, id, ids } from '#contract/parameters.ts'
import { capacityMinutes } from '#contract/work-days.ts'
import { readScopes, written } from '../../work-schedules/contract/schedules.ts'

export const UserScheduleCapacityChange = model('UserScheduleCapacityChange', {
  id: idText('UserScheduleCapacityChange'),
  userId: idText('Contact'),
  startDate: dateText(),
  finishDate: dateText(),
  capacityMinutes: integer(),
})

const kinds = { userScheduleCapacityChange: UserScheduleCapacityChange }

export const queryUserScheduleCapacityChanges = operation({
  id: 'queryUserScheduleCapacityChanges',
  method: 'GET',
  paths: ['/user_schedule_capacity_change'],
  summary: 'When people have other hours than their schedule',
  scopes: readScopes,
  kinds,
  parameters: { userIds: ids('Contact'), dateRange: dayRange() },
})

export const getUserScheduleCapacityChanges = operation({
  id: 'getUserScheduleCapacityChanges',
  method: 'GET',
  paths: ['/user_schedule_capacity_change/{userScheduleCapacityChangeIds}'],
  summary: 'Capacity changes of people by id',
  scopes: readScopes,
  kinds,
  parameters: { userScheduleCapacityChangeIds: ids('UserScheduleCapacityChange', { maxItems: 1000 }) },
})

export const createUserScheduleCapacityChange = operation({
  id: 'createUserScheduleCapacityChange',
  method: 'POST',
  paths: ['/users/{userId}/user_schedule_capacity_change'],
  summary: 'Gives the work days of a person other hours for a while',
  description: '`dateRange` is a day, or the first and the last one.',
  ...written,
  kinds,
  parameters: { userId: id('Contact'), dateRange: dayRange(), capacityMinutes: capacityMinutes() },
})

export const updateUserScheduleCapacityChange = operation({
  id: 'updateUserScheduleCapacityChange',
  method: 'PUT',
  paths: ['/user_schedule_capacity_change/{userScheduleCapacityChangeId}'],
  summary: 'Changes days and hours of a capacity change',
  ...written,
  kinds,
  parameters: {
    userScheduleCapacityChangeId: id('UserScheduleCapacityChange'),
    dateRange: dayRange(),
    capacityMinutes: capacityMinutes(),
  },
})

export const deleteUserScheduleCapacityChange = operation({
  id: 'deleteUserScheduleCapacityChange',
  method: 'DELETE',
  paths: ['/user_schedule_capacity_change/{userScheduleCapacityChangeId}'],
  summary: 'Gives the person its usual hours back',
  ...written,
  kinds,
  parameters: { userScheduleCapacityChangeId: id('UserScheduleCapacityChange') },
})
