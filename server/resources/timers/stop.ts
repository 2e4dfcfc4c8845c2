import type { Caller } from '#access/caller.ts'
import { permit, permitAccount } from '#access/permit.ts'
import { invalidParameter, Refused } from '#contract/errors.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import type { TimelogRow } from '../timelogs/presenter.ts'
import { recordTime } from '../timelogs/record-time.ts'
import { timerChanged } from './events.ts'
import { type ReadTimer, timerOf } from './queries.ts'

/** @throws {Refused} `resource_not_found` if the caller has no timer. */
export async function requireTimer(inside: Caller): Promise<ReadTimer> {
  const timer = await timerOf(inside, { lock: true })
  if (!timer) throw new Refused('resource_not_found', 'There is no timer')
  return timer
}

/** Takes a timer away. */
export async function removeTimer(rows: Rows, inside: Caller, timer: ReadTimer): Promise<EventRecord> {
  const may = permitAccount(inside, 'ownTimesheets')
  await rows.delete('timer', may, { person_id: timer.person_id })
  return timerChanged(timer, undefined)
}

/** What is recorded in place of what the timer says. */
export interface TimerRecord {
  trackedDate: string
  hours?: number | undefined
  comment?: string | undefined
  categoryId?: number | undefined
}

const longest = 24 * 3600

/**
 * Ends a timer and records its time, in whole minutes.
 *
 * @throws {Refused} as recording time does, and `invalid_parameter` for a timer of more than a day, unless other `hours` are given.
 */
export async function stopTimer(
  rows: Rows,
  inside: Caller,
  timer: ReadTimer,
  { trackedDate, hours, comment, categoryId }: TimerRecord,
): Promise<{ timelog: TimelogRow; events: EventRecord[] }> {
  if (hours === undefined && timer.spent > longest)
    throw invalidParameter('The timer ran for more than 24 hours: say with hours how long the work took')
  const task = await permit(inside, 'trackTime', { task: timer.task_id })
  const recorded = await recordTime(rows, inside, task, {
    personId: timer.person_id,
    trackedDate,
    hours: hours ?? Math.max(1, Math.round(timer.spent / 60)) / 60,
    comment: comment ?? timer.comment,
    plainText: true,
    categoryId: categoryId ?? timer.category_id ?? undefined,
  })
  return { timelog: recorded.row, events: [recorded.event, await removeTimer(rows, inside, timer)] }
}
