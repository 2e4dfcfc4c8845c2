import { boolean, dateText, idText, model, oneOfText } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'
import { date, dayRange, id, ids, oneOf, optional } from '#contract/parameters.ts'
import { readScopes, written } from '../../work-schedules/contract/schedules.ts'
import { userExclusionTypes } from './exclusion-types.ts'

export const UserScheduleException = model('UserScheduleException', {
  id: idText('UserScheduleExclusion'),
  userId: idText('Contact'),
  fromDate: dateText(),
  toDate: dateText(),
  isWorkDays: boolean(),
  exclusionType: oneOfText(userExclusionTypes),
})

const kinds = { userScheduleExclusions: UserScheduleException }

export const queryUserScheduleExceptions = operation({
  id: 'queryUserScheduleExceptions',
  method: 'GET',
  paths: ['/user_schedule_exclusions'],
  summary: 'Leave and overtime of people',
  description: 'Of everybody the caller sees, unless `userIds` names some.',
  scopes: readScopes,
  kinds,
  parameters: { dateRange: optional(dayRange()), userIds: optional(ids('Contact', { maxItems: 100_000 })) },
})

export const getUserScheduleException = operation({
  id: 'getUserScheduleException',
  method: 'GET',
  paths: ['/user_schedule_exclusions/{userScheduleExclusionId}'],
  summary: 'One exception of a person',
  scopes: readScopes,
  kinds,
  parameters: { userScheduleExclusionId: id('UserScheduleExclusion') },
})

export const createUserScheduleException = operation({
  id: 'createUserScheduleException',
  method: 'POST',
  paths: ['/user_schedule_exclusions'],
  summary: 'Makes days of a person free, or work days',
  description:
    'From the first to the last day, both included. Tasks that only this person is to do, and that lie over these days, get another due date; their successors move out of the way.',
  ...written,
  kinds,
  parameters: {
    userId: id('Contact'),
    fromDate: date(),
    toDate: date(),
    exclusionType: oneOf(userExclusionTypes),
  },
})

export const updateUserScheduleException = operation({
  id: 'updateUserScheduleException',
  method: 'PUT',
  paths: ['/user_schedule_exclusions/{userScheduleExclusionId}'],
  summary: 'Changes an exception of a person',
  ...written,
  kinds,
  parameters: {
    userScheduleExclusionId: id('UserScheduleExclusion'),
    fromDate: optional(date()),
    toDate: optional(date()),
    exclusionType: optional(oneOf(userExclusionTypes)),
  },
})

export const deleteUserScheduleException = operation({
  id: 'deleteUserScheduleException',
  method: 'DELETE',
  paths: ['/user_schedule_exclusions/{userScheduleExclusionId}'],
  summary: "Makes the days what the person's schedule says",
  ...written,
  kinds,
  parameters: { userScheduleExclusionId: id('UserScheduleExclusion') },
})
