import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { WeekDay } from '#contract/work-days.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'

/** Days from the first to the last, and what they become: work days or not, or so many minutes. */
export type DayRow<V> = [from: string, to: string, value: V]

export interface ScheduleDays {
  work_schedule_id: number
  is_default: boolean
  work_days: WeekDay[]
  capacity_minutes: number
  exceptions: DayRow<boolean>[]
  capacities: DayRow<number>[]
}

export interface PersonDays {
  person_id: number
  work_schedule_id: number | null
  exceptions: DayRow<boolean>[]
  /** Capacity changes, then partial exceptions. */
  capacities: DayRow<number>[]
}

/**
 * Holds working days still until the change ends: shared for those who reckon with them, alone for those who change them.
 * It comes before any lock of a task, or the two would wait for each other.
 */
export async function lockCalendars(rows: Rows, accountId: number, mode: 'shared' | 'alone'): Promise<void> {
  const lock = mode === 'shared' ? sql`pg_advisory_xact_lock_shared` : sql`pg_advisory_xact_lock`
  await sql`select ${lock}(7012, ${accountId}::int)`.execute(connectionOf(rows))
}

const daysOf = (table: string, value: string, key: string) => sql`(
  select coalesce(jsonb_agg(jsonb_build_array(e.from_date, e.to_date, ${sql.raw(value)}) order by ${sql.ref(`e.${table}_id`)}), '[]')
  from ${sql.table(table)} e where e.account_id = o.account_id and ${sql.raw(key)})`

/** The default schedule, these, and those of these people, with all that is different on single days. */
export async function scheduleDays(
  holder: Rows | Caller,
  accountId: number,
  scheduleIds: readonly number[],
  people: readonly number[],
): Promise<ScheduleDays[]> {
  const key = 'e.work_schedule_id = o.work_schedule_id'
  const { rows } = await sql<ScheduleDays>`
    select o.work_schedule_id, o.is_default, o.work_days, o.capacity_minutes,
      ${daysOf('work_schedule_exception', `e.exclusion_type = 'AdditionalWorkDays'`, key)} as exceptions,
      ${daysOf('work_schedule_capacity_change', 'e.capacity_minutes', key)} as capacities
    from work_schedule o
    where o.account_id = ${accountId} and (o.is_default or o.work_schedule_id = any(${scheduleIds}::bigint[])
      or o.work_schedule_id in (select u.work_schedule_id from account_user u
        where u.account_id = ${accountId} and u.person_id = any(${people}::bigint[])))`.execute(connectionOf(holder))
  return rows
}

/** These people with what is different for them on single days. */
export async function personDays(
  holder: Rows | Caller,
  accountId: number,
  people: readonly number[],
): Promise<PersonDays[]> {
  if (people.length === 0) return []
  const key = 'e.person_id = o.person_id'
  const { rows } = await sql<PersonDays>`
    select o.person_id, o.work_schedule_id,
      ${daysOf('user_schedule_exception', `e.exclusion_type = 'Overtime'`, key)} as exceptions,
      ${daysOf('user_schedule_capacity_change', 'e.capacity_minutes', key)}
        || ${daysOf('user_schedule_partial_exception', 'e.capacity_minutes', key)} as capacities
    from account_user o
    where o.account_id = ${accountId} and o.person_id = any(${people}::bigint[])`.execute(connectionOf(holder))
  return rows
}
