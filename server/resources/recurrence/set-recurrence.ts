import { permit } from '#access/permit.ts'
import { invalidParameter, invalidValue } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import type { Input } from '#contract/operation.ts'
import { change, changed } from '#events/change.ts'
import type { Rows, WritePermit } from '#events/rows.ts'
import { type FullTask, lockTasks } from '../tasks/queries.ts'
import type * as contract from './contract.ts'
import { recurrenceChanged } from './events.ts'
import { presentRecurrence } from './presenter.ts'
import { type RecurrenceRow, recurrenceById, tasksOfSeries } from './queries.ts'

type RuleInput = Input<typeof contract.setRecurrence>

/**
 * Makes a task the first of a series. For a task of a series that goes on, it changes how: for all tasks that are still to
 * come. A series that has ended is left as it is, and a new one begins.
 *
 * @throws {Refused} `invalid_parameter` for weekdays of another type than Weekly, for an end together with a limit, and for
 * an end before the start.
 */
export const setRecurrence: Handler<typeof contract.setRecurrence> = async ({ caller, input }) => {
  const may = await permit(caller, 'editTask', { task: input.taskId })
  return change(caller, async (rows, inside) => {
    const task = (await lockTasks(rows, caller, [may.id])).get(may.id) as FullTask
    const found =
      task.recurrence_id === null ? undefined : await recurrenceById(rows, caller, task.recurrence_id, { lock: true })
    const before = found?.state === 'Active' ? found : undefined
    const rule = readRule(input, before?.interval_start_date ?? dayOf(task))
    const series = before ? await changeSeries(rows, may, before, rule) : await beginSeries(rows, may, task, rule)
    const after = await recurrenceById(rows, caller, series)
    const own = before
      ? task
      : { ...task, occurrence_number: 1, occurrence_date: dayOf(task) ?? after.interval_start_date }
    const data = [presentRecurrence(inside, own, after, await tasksOfSeries(inside, series))]
    return changed({ data }, recurrenceChanged(task.task_id, before, after))
  })
}

/** Day of a task, if it has dates. */
const dayOf = (task: FullTask): string | undefined => (task.start_at ?? task.due_at)?.slice(0, 10)

function readRule(input: RuleInput, ownStart: string | undefined) {
  const { weekDays, intervalEndDate, occurrenceLimit } = input
  if (weekDays && input.scheduleType !== 'Weekly') throw invalidValue('weekDays', 'weekdays with Weekly only')
  if (intervalEndDate !== undefined && occurrenceLimit !== undefined)
    throw invalidParameter("Parameters 'intervalEndDate' and 'occurrenceLimit' contradict each other")
  const start = input.intervalStartDate ?? ownStart ?? new Date().toISOString().slice(0, 10)
  if (intervalEndDate !== undefined && intervalEndDate < start)
    throw invalidValue('intervalEndDate', 'a day after the start')
  return {
    name: input.name ?? null,
    schedule_type: input.scheduleType,
    schedule_frequency: input.scheduleFrequency ?? 1,
    week_days: weekDays ? [...new Set(weekDays)] : null,
    interval_start_date: start,
    interval_end_date: intervalEndDate ?? null,
    occurrence_limit: occurrenceLimit ?? null,
  }
}

type Rule = ReturnType<typeof readRule>

async function beginSeries(rows: Rows, may: WritePermit<'recurrence'>, task: FullTask, rule: Rule): Promise<number> {
  const { recurrence_id } = await rows.insert('recurrence', may, rule)
  const place = { recurrence_id, occurrence_number: 1, occurrence_date: dayOf(task) ?? rule.interval_start_date }
  await rows.update('task', may, { task_id: task.task_id }, { ...place, version: task.version + 1 })
  return recurrence_id
}

async function changeSeries(
  rows: Rows,
  may: WritePermit<'recurrence'>,
  before: RecurrenceRow,
  rule: Rule,
): Promise<number> {
  const { recurrence_id, version } = before
  await rows.update('recurrence', may, { recurrence_id }, { ...rule, version: version + 1 })
  return recurrence_id
}
