// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'
import type { Timelog } from './timelogs.ts'

export interface Timer {
  taskId: string
  running: boolean
  seconds: number
  startedDate: string
  comment: string
  categoryId?: string
}

/** What {@link getTimer} takes. */
export interface GetTimerInput {
}

/** The caller's timer. Nothing where there is none. `seconds` is what it has run, up to this answer. */
export const getTimer = /* @__PURE__ */ operation<GetTimerInput, Timer>({
  id: 'getTimer',
  method: 'GET',
  paths: ['/timer'],
})

/** What {@link startTimer} takes. */
export interface StartTimerInput {
  taskId: string
  /** Plain text */
  comment?: string
  categoryId?: string
  /** Day of the time on the other task; today in UTC without it */
  trackedDate?: string
}

/** Starts a timer on a task, or goes on with the one that is paused there. A person has one. That of another task is stopped: its time is recorded there, on `trackedDate`; less than a minute is dropped. */
export const startTimer = /* @__PURE__ */ operation<StartTimerInput, Timer>({
  id: 'startTimer',
  method: 'POST',
  paths: ['/tasks/{taskId}/timer'],
})

/** What {@link updateTimer} takes. */
export interface UpdateTimerInput {
  running?: boolean
  /** Plain text */
  comment?: string
  categoryId?: string | null
}

/** Pauses the timer, goes on with it, or says what it is about */
export const updateTimer = /* @__PURE__ */ operation<UpdateTimerInput, Timer>({
  id: 'updateTimer',
  method: 'PUT',
  paths: ['/timer'],
})

/** What {@link deleteTimer} takes. */
export interface DeleteTimerInput {
}

/** Throws the timer away. Nothing is recorded. The answer is what it was. */
export const deleteTimer = /* @__PURE__ */ operation<DeleteTimerInput, Timer>({
  id: 'deleteTimer',
  method: 'DELETE',
  paths: ['/timer'],
})

/** What {@link createTimelogOfTimer} takes. */
export interface CreateTimelogOfTimerInput {
  trackedDate: string
  hours?: number
  /** Plain text */
  comment?: string
  categoryId?: string
}

/** Stops the timer and records its time. In whole minutes, at least one. `hours` records another amount. On a closed day nothing happens and the timer goes on. */
export const createTimelogOfTimer = /* @__PURE__ */ operation<CreateTimelogOfTimerInput, Timelog>({
  id: 'createTimelogOfTimer',
  method: 'POST',
  paths: ['/timer/timelogs'],
})
