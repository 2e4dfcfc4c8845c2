import type { Caller } from '#access/caller.ts'
import { planHas } from '#contract/plans.ts'
import { capacityOf, type Worker } from '#scheduling/capacity.ts'
import { dayOf } from '#scheduling/days.ts'
import { spreadEffort } from '#scheduling/effort.ts'
import { type Calendars, loadCalendars } from '../work-schedules/calendars/calendars.ts'
import type { EffortColumn } from './effort.ts'
import type { TaskRow } from './presenter.ts'

/** Days times people up to which effort is shown day by day. */
const shownDays = 1000

/**
 * Works out the effort of tasks in the days and minutes of those who do them: how much there is to allocate, and where
 * people have not said it themselves, how much falls on which day. It is never stored, so that it is always true.
 */
export async function addEffortOfDays(caller: Caller, rows: readonly TaskRow[]): Promise<void> {
  const spread = rows.filter((row) => row.effort_allocation && row.effort_allocation.mode !== 'None' && row.start_at)
  if (spread.length === 0 || !planHas(caller.plan, 'effort')) return
  const followed = spread.flatMap((row) => [
    { scheduleId: row.work_schedule_id ?? null, assigneeId: null },
    ...(row.workers ?? []).map((assigneeId) => ({ scheduleId: null, assigneeId })),
  ])
  const calendars = await loadCalendars(caller, caller.accountId, followed)
  for (const row of spread) row.effort_allocation = effortOfDays(row, row.effort_allocation as EffortColumn, calendars)
}

function effortOfDays(row: TaskRow, effort: EffortColumn, calendars: Calendars): EffortColumn {
  const [start, due] = [row.start_at as string, row.due_at as string]
  const people = row.workers ?? []
  const workers = people.map((assigneeId) => calendars.worker({ scheduleId: null, assigneeId }, row.work_on_weekends))
  // Nobody in particular works by the schedule of the task.
  const nobody = calendars.worker({ scheduleId: row.work_schedule_id ?? null, assigneeId: null }, row.work_on_weekends)
  const capacity = (workers.length > 0 ? workers : [nobody]).reduce(
    (sum, worker) => sum + capacityOf(worker, start, due),
    0,
  )
  switch (effort.mode) {
    case 'None':
      return effort
    case 'FullTime': {
      const all = Math.round(capacity)
      return { ...effort, totalEffort: all, allocatedEffort: all, dailyAllocationPercentage: 100 }
    }
    case 'Basic':
    case 'Flexible': {
      const said = effort.responsibleAllocation?.flatMap((one) => one.dailyAllocation ?? []) ?? []
      const isSaid = effort.mode === 'Flexible' && effort.responsibleAllocation !== undefined
      const allocated = said.reduce((sum, day) => sum + day.effortMinutes, 0)
      const total = effort.totalEffort ?? (isSaid ? allocated : wanted(row, effort, capacity))
      return {
        ...effort,
        totalEffort: total,
        allocatedEffort: isSaid ? allocated : capacity > 0 ? total : 0,
        ...(capacity > 0 ? { dailyAllocationPercentage: Math.round((total / capacity) * 10_000) / 100 } : {}),
        ...(effort.mode === 'Flexible' && !isSaid ? dayByDay(total, people, workers, start, due) : {}),
      }
    }
    default:
      return effort.mode satisfies never
  }
}

/** Without a total: the part of everybody's days that was said, what was to be allocated, or as long as the task takes. */
function wanted(row: TaskRow, effort: EffortColumn, capacity: number): number {
  if (effort.dailyAllocationPercentage !== undefined)
    return Math.round((capacity * effort.dailyAllocationPercentage) / 100)
  return effort.allocatedEffort ?? row.duration_minutes ?? 0
}

function dayByDay(
  total: number,
  people: readonly number[],
  workers: readonly Worker[],
  start: string,
  due: string,
): Pick<EffortColumn, 'responsibleAllocation'> {
  const days = workers.reduce(
    (sum, { calendar }) => sum + calendar.workDaysBefore(dayOf(due) + 1) - calendar.workDaysBefore(dayOf(start)),
    0,
  )
  if (workers.length === 0 || days > shownDays) return {}
  const spread = spreadEffort(total, workers, start, due)
  return {
    responsibleAllocation: people.map((personId, at) => ({ personId, dailyAllocation: spread[at] ?? [] })),
  }
}
