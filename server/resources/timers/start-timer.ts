import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed, type EventRecord } from '#events/change.ts'
import { requireCategories } from '../timelogs/access.ts'
import type * as contract from './contract.ts'
import { timerChanged } from './events.ts'
import { presentTimer } from './presenter.ts'
import { type ReadTimer, timerOf } from './queries.ts'
import { removeTimer, stopTimer } from './stop.ts'

const shortest = 60

/**
 * Starts the caller's timer on a task. The one that runs elsewhere is stopped in the same moment: all or nothing.
 *
 * @throws {Refused} as recording the time of the other task does.
 */
export const startTimer: Handler<typeof contract.startTimer> = async ({ caller, input }) => {
  const task = await permit(caller, 'trackTime', { task: input.taskId })
  await requireCategories(caller, input.categoryId === undefined ? [] : [input.categoryId])
  const said = {
    ...(input.comment === undefined ? {} : { comment: input.comment }),
    ...(input.categoryId === undefined ? {} : { category_id: input.categoryId }),
  }
  return change(caller, async (rows, inside) => {
    const before = await timerOf(inside, { lock: true })
    const events: EventRecord[] = []
    if (before && before.task_id !== task.id) {
      const day = input.trackedDate ?? new Date().toISOString().slice(0, 10)
      if (before.spent < shortest) events.push(await removeTimer(rows, inside, before))
      else events.push(...(await stopTimer(rows, inside, before, { trackedDate: day })).events)
    }
    const key = { person_id: caller.personId }
    const isHere = before?.task_id === task.id
    const [started] = isHere
      ? await rows.update('timer', task, key, { ...said, running_since: before.running_since ?? new Date() })
      : await rows.insertAll('timer', task, [{ ...key, task_id: task.id, category_id: null, ...said }])
    // Another start of the same person, in the same moment, came first: its timer is the one.
    const timer = (await timerOf(inside)) as ReadTimer
    return changed(
      { data: [presentTimer(inside, timer)] },
      timerChanged(isHere ? before : undefined, started ?? timer),
      ...events,
    )
  })
}
