// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'
import type { Dependency } from './dependencies.ts'

/** All tasks that get other dates: those named, and those that follow them. `hiddenTasks` is the number of those that are not shared with you: a plan moves as a whole. */
export interface Reschedule {
  dryRun: boolean
  tasks: RescheduledTask[]
  hiddenTasks: number
  dependency?: Dependency
}

/** A task whose dates a reschedule changes. */
export interface RescheduledTask {
  taskId: string
  title: string
  before: TaskDates
  after: TaskDates
}

export interface TaskDates {
  type: 'Backlog' | 'Milestone' | 'Planned'
  duration?: number
  start?: string
  due?: string
  workOnWeekends?: boolean
}

/** What {@link createReschedule} takes. */
export interface CreateRescheduleInput {
  tasks?: ({
    taskId: string
    dates: {
      type?: 'Backlog' | 'Milestone' | 'Planned'
      duration?: number
      start?: string
      due?: string
      workOnWeekends?: boolean
    }
  })[]
  dependency?: {
    predecessorId: string
    successorId: string
    relationType: 'StartToStart' | 'StartToFinish' | 'FinishToStart' | 'FinishToFinish'
    lagTime?: number
  }
  /** true: tells what would move, and moves nothing */
  dryRun?: boolean
}

/** Gives tasks other dates, links two of them, and tells what moves. The named tasks get exactly these dates, whatever they depend on; the tasks behind them move out of the way as after updateTask. `dependency` links two tasks, or changes their link. All or nothing. With `dryRun` nothing is written: the answer is what the same request would do. */
export const createReschedule = /* @__PURE__ */ operation<CreateRescheduleInput, Reschedule>({
  id: 'createReschedule',
  method: 'POST',
  paths: ['/reschedules'],
})
