import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { SheetRow } from './queries.ts'
import type { TimesheetTables } from './tables.ts'

/** Minutes of one day: tracked, and what can be worked with and without exceptions. */
export interface DayOfTime {
  day: string
  tracked: number
  /** By the days of the week alone, with changes of capacity. */
  total: number
  /** Without holidays and time off, with additional days. */
  actual: number
}

type Rule = Selectable<TimesheetTables['timesheet_submission_rule']>

/** The submission rule that holds for the owner of a timesheet, and the days of its period. */
export async function timeAndCapacity(
  caller: Caller,
  sheet: SheetRow,
): Promise<{ rule: Rule | undefined; days: DayOfTime[] }> {
  const { accountId } = caller
  const database = connectionOf(caller)
  const schedule = sql`select w.* from work_schedule w join account_user u on u.account_id = w.account_id
    where w.account_id = ${accountId} and u.person_id = ${sheet.person_id}
      and (w.work_schedule_id = u.work_schedule_id or (u.work_schedule_id is null and w.is_default)) limit 1`
  const { rows: rules } = await sql<Rule>`
    select r.* from timesheet_submission_rule r join (${schedule}) w on w.work_schedule_id = r.work_schedule_id
    where r.account_id = ${accountId}`.execute(database)
  if (!rules[0]) return { rule: undefined, days: [] }
  const covers = (alias: string) =>
    sql`d.day between ${sql.ref(`${alias}.from_date`)} and ${sql.ref(`${alias}.to_date`)}`
  const ofSchedule = (alias: string) =>
    sql`${sql.ref(`${alias}.account_id`)} = w.account_id and ${sql.ref(`${alias}.work_schedule_id`)} = w.work_schedule_id and ${covers(alias)}`
  const ofPerson = (alias: string) =>
    sql`${sql.ref(`${alias}.account_id`)} = w.account_id and ${sql.ref(`${alias}.person_id`)} = ${sheet.person_id} and ${covers(alias)}`
  const { rows: days } = await sql<DayOfTime>`
    with w as (${schedule}),
    d as (select day::date from generate_series(${sheet.period_start}::date, ${sheet.period_end}::date, interval '1 day') as day),
    usual as (
      select d.day, to_char(d.day, 'Dy') = any(w.work_days) as works,
        coalesce(
          (select c.capacity_minutes from user_schedule_capacity_change c where ${ofPerson('c')} order by 1 limit 1),
          (select c.capacity_minutes from work_schedule_capacity_change c where ${ofSchedule('c')} order by 1 limit 1),
          w.capacity_minutes) as minutes,
        (select e.exclusion_type = 'AdditionalWorkDays' from work_schedule_exception e where ${ofSchedule('e')}
          order by e.work_schedule_exception_id desc limit 1) as works_here,
        (select e.exclusion_type = 'Overtime' from user_schedule_exception e where ${ofPerson('e')}
          order by e.user_schedule_exception_id desc limit 1) as works_self,
        (select min(p.capacity_minutes) from user_schedule_partial_exception p where ${ofPerson('p')}) as part
      from d cross join w
    )
    select day,
      coalesce((select round(sum(t.hours) * 60) from timelog t
        where t.account_id = ${accountId} and t.person_id = ${sheet.person_id} and t.tracked_date = usual.day), 0)::int as tracked,
      case when works then minutes else 0 end as total,
      case when coalesce(works_self, works_here, works) then least(minutes, coalesce(part, minutes)) else 0 end as actual
    from usual order by day`.execute(database)
  return { rule: rules[0], days }
}
