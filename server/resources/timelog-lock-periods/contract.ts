import { dateText, model, opaque } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { dayRange, id, optional } from '#contract/parameters.ts'

export const TimelogLockPeriod = model('TimelogLockPeriod', {
  start: dateText(),
  end: dateText(),
  source: opaque(),
})

const places = () => ({ folderId: optional(id('Folder')), spaceId: optional(id('Space')) })
const inclusive = 'A day (`equal`), or from `start` to `end`: both are inside.'

export const queryTimelogLockPeriods = operation({
  id: 'queryTimelogLockPeriods',
  method: 'GET',
  paths: [
    '/folders/{folderId}/timelog_lock_periods',
    '/tasks/{taskId}/timelog_lock_periods',
    '/spaces/{spaceId}/timelog_lock_periods',
  ],
  summary: 'Periods in which time is closed',
  description: `Its own, and those of folders and spaces above it. ${inclusive} Half a year back and ahead without \`period\`.`,
  scopes: readScopes,
  kinds: { timelogLockPeriods: TimelogLockPeriod },
  parameters: { ...places(), taskId: optional(id('Task')), period: optional(dayRange()) },
})

export const createTimelogLockPeriod = operation({
  id: 'createTimelogLockPeriod',
  method: 'POST',
  paths: ['/folders/{folderId}/timelog_lock_periods', '/spaces/{spaceId}/timelog_lock_periods'],
  summary: 'Closes time in a period',
  description: `For all tasks below. ${inclusive} Answers with all locks that touch the period.`,
  scopes: writeScopes,
  feature: 'timeTracking',
  kinds: { timelogLockPeriods: TimelogLockPeriod },
  parameters: { ...places(), period: dayRange() },
})

export const deleteTimelogLockPeriod = operation({
  id: 'deleteTimelogLockPeriod',
  method: 'DELETE',
  paths: ['/folders/{folderId}/timelog_lock_periods', '/spaces/{spaceId}/timelog_lock_periods'],
  summary: 'Opens time in a period again',
  description: `${inclusive} What is locked from above stays locked. Answers with the locks that are left in the period.`,
  scopes: writeScopes,
  feature: 'timeTracking',
  kinds: { timelogLockPeriods: TimelogLockPeriod },
  parameters: { ...places(), period: dayRange() },
})
