import { arrayOf, dateText, idText, idTexts, integer, model, oneOfText, optional, string } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { date, filledText, id, listOf, optional as maybe, oneOf, integer as whole } from '#contract/parameters.ts'

export const scheduleTypes = ['Daily', 'Weekly', 'Monthly', 'Yearly'] as const
export const weekDays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
export const recurrenceStates = ['Active', 'Finished', 'Stopped'] as const

/** A series of tasks: how it goes on, and where this task is in it. Names are those of the data export. */
export const Recurrence = model('Recurrence', {
  taskId: idText('Task'),
  name: optional(string()),
  scheduleType: oneOfText(scheduleTypes),
  scheduleFrequency: integer(),
  weekDays: optional(arrayOf(oneOfText(weekDays))),
  intervalStartDate: dateText(),
  intervalEndDate: optional(dateText()),
  occurrenceLimit: optional(integer()),
  state: oneOfText(recurrenceStates),
  occurrence: integer(),
  occurrenceDate: dateText(),
  nextOccurrenceDate: optional(dateText()),
  taskIds: idTexts('Task'),
})

const shared = {
  paths: ['/tasks/{taskId}/recurrence'],
  kinds: { recurrences: Recurrence },
  feature: 'recurrence',
  addition: true,
} as const

export const getRecurrence = operation({
  id: 'getRecurrence',
  method: 'GET',
  ...shared,
  summary: 'How a task recurs',
  description: 'Nothing for a task that belongs to no series. `taskIds` are the tasks of the series, oldest first.',
  scopes: readScopes,
  parameters: { taskId: id('Task') },
})

export const setRecurrence = operation({
  id: 'setRecurrence',
  method: 'PUT',
  ...shared,
  summary: 'Makes a task recur, or changes how its series goes on',
  description:
    'When the task is completed the next one is made in the same moment, once: with its dates on the next day of the rule, its people, places, fields and subtasks, and a fresh status. What is left out takes its default: every day, week, month or year, from the day of the task on, without end.',
  scopes: writeScopes,
  parameters: {
    taskId: id('Task'),
    name: maybe(filledText({ maxLength: 250 })),
    scheduleType: oneOf(scheduleTypes),
    scheduleFrequency: maybe(whole({ minimum: 1, maximum: 999, default: 1 })),
    weekDays: maybe(
      listOf(oneOf(weekDays), {
        minItems: 1,
        maxItems: 7,
        description: 'Weekly only; by default the day of the start',
      }),
    ),
    intervalStartDate: maybe(date({ description: 'Day that all others are counted from' })),
    intervalEndDate: maybe(date({ description: 'Last day; not together with occurrenceLimit' })),
    occurrenceLimit: maybe(
      whole({
        minimum: 1,
        maximum: 10_000,
        description: 'Number of tasks in the series; not together with intervalEndDate',
      }),
    ),
  },
})

export const deleteRecurrence = operation({
  id: 'deleteRecurrence',
  method: 'DELETE',
  ...shared,
  summary: 'Ends the series of a task',
  description: 'No further task is made; those that are there stay.',
  scopes: writeScopes,
  parameters: { taskId: id('Task') },
})
