import type { Caller } from '#access/caller.ts'
import type { Rows, WritePermit } from '#events/rows.ts'
import { readDates } from '../tasks/dates.ts'
import { type FullTask, onlyAssignee, priorityKey } from '../tasks/queries.ts'
import { workingDays } from '../tasks/working-days.ts'
import { copyLinks, freshNumbers, freshStatuses, treeBelow } from './copies/queries.ts'

/** Place of a task in its series. */
export interface Occurrence {
  recurrence_id: number
  occurrence_number: number
  occurrence_date: string
}

/**
 * Copies a task with all tasks inside it, so that its dates begin on the day of the occurrence: titles, descriptions,
 * people, places, fields, effort and types, with a fresh status. Metadata is not copied (programs keep ids of single tasks
 * there), nor are comments, attachments, dependencies and time.
 *
 * @returns what was made, the task itself first.
 */
export async function copyTree(
  rows: Rows,
  inside: Caller,
  may: WritePermit<'task'>,
  root: FullTask,
  occurrence: Occurrence,
): Promise<FullTask[]> {
  const originals = [root, ...(await treeBelow(rows, inside, root.task_id))]
  const numbers = await freshNumbers(rows, originals.length)
  const statuses = await freshStatuses(
    rows,
    inside,
    originals.map((task) => task.custom_status_id),
  )
  const days = daysBetween(dayOf(root) ?? (root.occurrence_date as string), occurrence.occurrence_date)
  const made: FullTask[] = []
  let priority = root.priority
  for (const [at, task] of originals.entries()) {
    priority = await priorityKey(inside, at === 0 ? { after: root.task_id } : { after: numbers[at - 1] as number })
    const values = {
      task_id: numbers[at] as number,
      title: task.title,
      description: task.description,
      author_id: task.author_id,
      custom_status_id: statuses.get(task.custom_status_id) as number,
      status_group: 'Active' as const,
      importance: task.importance,
      ...(await moved(rows, inside, task, days)),
      priority,
      custom_item_type_id: task.custom_item_type_id,
      billing_type: task.billing_type,
      work_schedule_id: task.work_schedule_id,
      effort_allocation: withoutDays(task.effort_allocation),
      custom_fields: task.custom_fields,
      ...(at === 0 ? occurrence : {}),
    }
    made.push((await rows.insert('task', may, values)) as FullTask)
  }
  const links = originals.map((task, at) => ({ from: task.task_id, to: numbers[at] as number }))
  await copyLinks(rows, inside, links)
  return made
}

/** The first day and the working time stay together: a task that would be due on a weekend is due when its work is done. */
async function moved(rows: Rows, caller: Caller, task: FullTask, days: number) {
  const { work_on_weekends: workOnWeekends, duration_minutes: duration } = task
  const assigneeId = await onlyAssignee(rows, caller, task.task_id)
  const calendar = await workingDays(rows, caller, { scheduleId: task.work_schedule_id, assigneeId })
  switch (task.date_type) {
    case 'Backlog':
      return readDates(
        { type: 'Backlog', ...(duration === null ? {} : { duration }), workOnWeekends },
        calendar,
        undefined,
      )
    case 'Milestone':
      return readDates(
        { type: 'Milestone', due: later(task.due_at as string, days), workOnWeekends },
        calendar,
        undefined,
      )
    case 'Planned': {
      const start = later(task.start_at as string, days)
      return duration
        ? readDates({ start, duration, workOnWeekends }, calendar, undefined)
        : readDates({ start, due: later(task.due_at as string, days), workOnWeekends }, calendar, undefined)
    }
  }
}

/** Minutes on single days belong to the dates of the task that is done. */
function withoutDays(effort: Record<string, unknown> | null): Record<string, unknown> | null {
  if (!effort) return null
  const { responsibleAllocation: _days, ...amounts } = effort
  return amounts
}

const msOfDay = 86_400_000
const dayOf = (task: FullTask) => (task.start_at ?? task.due_at)?.slice(0, 10)
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / msOfDay)
const later = (moment: string, days: number) =>
  `${new Date(Date.parse(`${moment.slice(0, 10)}T00:00:00Z`) + days * msOfDay).toISOString().slice(0, 10)}T${moment.slice(11, 19)}`
