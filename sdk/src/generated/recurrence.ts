// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'
import type { AccountWorkDay } from './account.ts'

export interface Recurrence {
  taskId: string
  name?: string
  scheduleType: 'Daily' | 'Weekly' | 'Monthly' | 'Yearly'
  scheduleFrequency: number
  weekDays?: AccountWorkDay[]
  intervalStartDate: string
  intervalEndDate?: string
  occurrenceLimit?: number
  state: 'Active' | 'Finished' | 'Stopped'
  occurrence: number
  occurrenceDate: string
  nextOccurrenceDate?: string
  taskIds: string[]
}

/** What {@link getRecurrence} takes. */
export interface GetRecurrenceInput {
  taskId: string
}

/** How a task recurs. Nothing for a task that belongs to no series. `taskIds` are the tasks of the series, oldest first. */
export const getRecurrence = /* @__PURE__ */ operation<GetRecurrenceInput, Recurrence>({
  id: 'getRecurrence',
  method: 'GET',
  paths: ['/tasks/{taskId}/recurrence'],
})

/** What {@link setRecurrence} takes. */
export interface SetRecurrenceInput {
  taskId: string
  name?: string
  scheduleType: 'Daily' | 'Weekly' | 'Monthly' | 'Yearly'
  scheduleFrequency?: number
  /** Weekly only; by default the day of the start */
  weekDays?: AccountWorkDay[]
  /** Day that all others are counted from */
  intervalStartDate?: string
  /** Last day; not together with occurrenceLimit */
  intervalEndDate?: string
  /** Number of tasks in the series; not together with intervalEndDate */
  occurrenceLimit?: number
}

/** Makes a task recur, or changes how its series goes on. When the task is completed the next one is made in the same moment, once: with its dates on the next day of the rule, its people, places, fields and subtasks, and a fresh status. What is left out takes its default: every day, week, month or year, from the day of the task on, without end. */
export const setRecurrence = /* @__PURE__ */ operation<SetRecurrenceInput, Recurrence>({
  id: 'setRecurrence',
  method: 'PUT',
  paths: ['/tasks/{taskId}/recurrence'],
})

/** What {@link deleteRecurrence} takes. */
export interface DeleteRecurrenceInput {
  taskId: string
}

/** Ends the series of a task. No further task is made; those that are there stay. */
export const deleteRecurrence = /* @__PURE__ */ operation<DeleteRecurrenceInput, Recurrence>({
  id: 'deleteRecurrence',
  method: 'DELETE',
  paths: ['/tasks/{taskId}/recurrence'],
})
