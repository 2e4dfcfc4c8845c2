import { boolean, idText, instantText, integer, model, optional, string } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { date, flag, id, optional as maybe, nullable, number, text } from '#contract/parameters.ts'
import { Timelog } from '../timelogs/contract.ts'

/** What somebody is working on right now. */
export const Timer = model('Timer', {
  taskId: idText('Task'),
  running: boolean(),
  seconds: integer(),
  startedDate: instantText(),
  comment: string(),
  categoryId: optional(idText('TimelogCategory')),
})

const kinds = { timers: Timer }
const write = { scopes: writeScopes, feature: 'timeTracking', addition: true } as const
const comment = () => maybe(text({ minLength: 0, maxLength: 2000, description: 'Plain text' }))

export const getTimer = operation({
  id: 'getTimer',
  method: 'GET',
  paths: ['/timer'],
  summary: "The caller's timer",
  description: 'Nothing where there is none. `seconds` is what it has run, up to this answer.',
  scopes: readScopes,
  kinds,
  addition: true,
  parameters: {},
})

export const startTimer = operation({
  id: 'startTimer',
  method: 'POST',
  paths: ['/tasks/{taskId}/timer'],
  summary: 'Starts a timer on a task, or goes on with the one that is paused there',
  description:
    'A person has one. That of another task is stopped: its time is recorded there, on `trackedDate`; less than a minute is dropped.',
  ...write,
  kinds,
  parameters: {
    taskId: id('Task'),
    comment: comment(),
    categoryId: maybe(id('TimelogCategory')),
    trackedDate: maybe(date({ description: 'Day of the time on the other task; today in UTC without it' })),
  },
})

export const updateTimer = operation({
  id: 'updateTimer',
  method: 'PUT',
  paths: ['/timer'],
  summary: 'Pauses the timer, goes on with it, or says what it is about',
  ...write,
  kinds,
  parameters: { running: maybe(flag()), comment: comment(), categoryId: maybe(nullable(id('TimelogCategory'))) },
})

export const deleteTimer = operation({
  id: 'deleteTimer',
  method: 'DELETE',
  paths: ['/timer'],
  summary: 'Throws the timer away',
  description: 'Nothing is recorded. The answer is what it was.',
  ...write,
  kinds,
  parameters: {},
})

export const createTimelogOfTimer = operation({
  id: 'createTimelogOfTimer',
  method: 'POST',
  paths: ['/timer/timelogs'],
  summary: 'Stops the timer and records its time',
  description:
    'In whole minutes, at least one. `hours` records another amount. On a closed day nothing happens and the timer goes on.',
  ...write,
  kinds: { timelogs: Timelog },
  parameters: {
    trackedDate: date(),
    hours: maybe(number({ minimum: 0, maximum: 24 })),
    comment: comment(),
    categoryId: maybe(id('TimelogCategory')),
  },
})
