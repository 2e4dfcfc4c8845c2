import type { Caller } from '#access/caller.ts'
import { notAllowed } from '#contract/errors.ts'
import { type DayOfTime, timeAndCapacity } from './capacity-queries.ts'
import { weekStart } from './period.ts'
import { firstDayOfWeek, type SheetRow } from './queries.ts'

/**
 * Lets a timesheet be submitted if the hard rule of its owner's work schedule is content; other rules only advise.
 *
 * @throws {Refused} `not_allowed` naming the first day, week or month with too little time.
 */
export async function requireFullTime(caller: Caller, sheet: SheetRow): Promise<void> {
  const { rule, days } = await timeAndCapacity(caller, sheet)
  if (!rule?.enabled || rule.rule_type !== 'Hard') return
  const firstDay = await firstDayOfWeek(caller)
  const unit = ({ day }: DayOfTime) =>
    rule.frequency === 'Day' ? day : rule.frequency === 'Week' ? weekStart(day, firstDay) : day.slice(0, 7)
  for (const [name, ofUnit] of Map.groupBy(days, unit)) {
    const sum = (of: (day: DayOfTime) => number) => ofUnit.reduce((total, day) => total + of(day), 0)
    const wanted = sum((day) => (rule.track_exceptions_mode === 'TotalCapacity' ? day.total : day.actual))
    const tracked = sum((day) => day.tracked)
    if (tracked < wanted)
      throw notAllowed(`${rule.frequency} ${name}: ${tracked / 60} of ${wanted / 60} hours are tracked`)
  }
}
