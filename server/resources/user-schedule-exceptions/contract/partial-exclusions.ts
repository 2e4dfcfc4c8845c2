import { dateText, idText, integer, model, oneOfText } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'
import { dayRange, id, ids, oneOf, optional } from '#contract/parameters.ts'
import { capacityMinutes } from '#contract/work-days.ts'
import { readScopes, written } from '../../work-schedules/contract/schedules.ts'
import { partialExclusionTypes } from './exclusion-types.ts'

export const UserSchedulePartialException = model('UserSchedulePartialException', {
  id: idText('UserSchedulePartialExclusion'),
  userId: idText('Contact'),
  startDate: dateText(),
  finishDate: dateText(),
  exclusionType: oneOfText(partialExclusionTypes),
  capacityMinutes: integer(),
})

const kinds = { userSchedulePartialExclusion: UserSchedulePartialException }

export const queryUserSchedulePartialExceptions = operation({
  id: 'queryUserSchedulePartialExceptions',
  method: 'GET',
  paths: ['/user_schedule_partial_exclusion'],
  summary: 'Days of which people work a part',
  scopes: readScopes,
  kinds,
  parameters: { userIds: ids('Contact'), dateRange: dayRange() },
})

export const getUserSchedulePartialExceptions = operation({
  id: 'getUserSchedulePartialExceptions',
  method: 'GET',
  paths: ['/user_schedule_partial_exclusion/{userSchedulePartialExclusionIds}'],
  summary: 'Partial exceptions of people by id',
  scopes: readScopes,
  kinds,
  parameters: { userSchedulePartialExclusionIds: ids('UserSchedulePartialExclusion', { maxItems: 1000 }) },
})

export const createUserSchedulePartialException = operation({
  id: 'createUserSchedulePartialException',
  method: 'POST',
  paths: ['/user_schedule_partial_exclusion'],
  summary: 'Leaves a person a part of its days',
  description: '`capacityMinutes` are left of each day; `dateRange` is a day, or the first and the last one.',
  ...written,
  kinds,
  parameters: {
    userId: id('Contact'),
    dateRange: dayRange(),
    exclusionType: oneOf(partialExclusionTypes),
    capacityMinutes: capacityMinutes(),
  },
})

export const updateUserSchedulePartialException = operation({
  id: 'updateUserSchedulePartialException',
  method: 'PUT',
  paths: ['/user_schedule_partial_exclusion/{userSchedulePartialExclusionId}'],
  summary: 'Changes a partial exception',
  ...written,
  kinds,
  parameters: {
    userSchedulePartialExclusionId: id('UserSchedulePartialExclusion'),
    dateRange: dayRange(),
    exclusionType: optional(oneOf(partialExclusionTypes)),
    capacityMinutes: capacityMinutes(),
  },
})

export const deleteUserSchedulePartialException = operation({
  id: 'deleteUserSchedulePartialException',
  method: 'DELETE',
  paths: ['/user_schedule_partial_exclusion/{userSchedulePartialExclusionId}'],
  summary: 'Gives the person its whole days back',
  ...written,
  kinds,
  parameters: { userSchedulePartialExclusionId: id('UserSchedulePartialExclusion') },
})
