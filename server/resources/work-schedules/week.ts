import { invalidValue } from '#contract/errors.ts'
import { type WeekDay, weekDays } from '#contract/work-days.ts'

/**
 * The work days of a week after the named ones are made work days or free.
 *
 * @throws {Refused} `invalid_parameter` for a day that is named twice, and for a week without a work day.
 */
export function applyWeek(
  current: readonly WeekDay[],
  named: readonly { dayOfWeek: WeekDay; isWorkDay: boolean }[],
): WeekDay[] {
  const said = new Map(named.map(({ dayOfWeek, isWorkDay }) => [dayOfWeek, isWorkDay]))
  if (said.size < named.length) throw invalidValue('workweek', 'each day at most once')
  const days = weekDays.filter((day) => said.get(day) ?? current.includes(day))
  if (days.length === 0) throw invalidValue('workweek', 'at least one work day')
  return days
}
