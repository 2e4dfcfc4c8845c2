import { invalidParameter, invalidValue } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'

/** Days from the first to the last, both included: yyyy-MM-dd. */
export interface Days {
  from_date: string
  to_date: string
}

interface DayRange {
  start?: string | undefined
  equal?: string | undefined
  end?: string | undefined
}

/**
 * The days that a `dateRange` of a write means: one, or from the start to the end, the end included.
 *
 * @throws {Refused} `invalid_parameter` for half a range.
 */
export function daysOfRange({ start, equal, end }: DayRange): Days {
  if (equal !== undefined && (start !== undefined || end !== undefined))
    throw invalidValue('dateRange', 'either equal, or start and end')
  if (equal !== undefined) return checkedDays('dateRange', { from_date: equal, to_date: equal })
  if (start === undefined || end === undefined) throw invalidValue('dateRange', 'equal, or both start and end')
  return checkedDays('dateRange', { from_date: start, to_date: end })
}

/** @throws {Refused} `invalid_parameter` for days in the wrong order, or outside of 1970 to 2099. */
export function checkedDays(parameter: string, days: Days): Days {
  if (days.from_date < '1970-01-01' || days.to_date > '2099-12-31')
    throw invalidParameter(`Parameter '${parameter}' value is invalid: days must be from 1970 to 2099`)
  if (days.from_date > days.to_date)
    throw invalidParameter(`Parameter '${parameter}' value is invalid: the last day comes before the first`)
  return days
}

/** Condition on the days of an entry `e`: some are in a half-open range, or are the day it names. */
export function touchesRange({ start, equal, end }: DayRange) {
  if (equal !== undefined && (start !== undefined || end !== undefined))
    throw invalidValue('dateRange', 'either equal, or start and end')
  if (start !== undefined && end !== undefined && start > end) throw invalidValue('dateRange', 'a start before the end')
  const parts = [
    ...(equal === undefined ? [] : [sql`e.from_date <= ${equal}::date and e.to_date >= ${equal}::date`]),
    ...(start === undefined ? [] : [sql`e.to_date >= ${start}::date`]),
    ...(end === undefined ? [] : [sql`e.from_date < ${end}::date`]),
  ]
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}
