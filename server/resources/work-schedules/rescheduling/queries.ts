import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import type { Days } from '../entries/days.ts'

/** Whose working days a change touches. */
export interface Touch {
  /** Those who follow these schedules. */
  schedules?: readonly number[]
  /** Tasks of these people alone. */
  people?: readonly number[]
  tasks?: readonly number[]
  /** On which days; none named: on any. */
  days?: readonly Days[]
}

/** Tasks `t` whose working days the change touches: open ones with a place in time, outside of the recycle bin. */
const follows = (accountId: number, { schedules = [], people = [], tasks = [] }: Touch) => sql`
  t.account_id = ${accountId} and t.deleted_at is null and t.status_group in ('Active', 'Deferred') and (
    t.task_id = any(${tasks}::bigint[])
    or t.work_schedule_id = any(${schedules}::bigint[])
    or (t.work_schedule_id is null and exists (
      select from (select min(r.person_id) as person_id, count(*) as people from task_responsible r
        where r.account_id = t.account_id and r.task_id = t.task_id) a
      left join account_user u on u.account_id = t.account_id and u.person_id = a.person_id and a.people = 1
      where u.person_id = any(${people}::bigint[])
        or coalesce(u.work_schedule_id, (select d.work_schedule_id from work_schedule d where d.account_id = ${accountId} and d.is_default))
          = any(${schedules}::bigint[]))))`

/** Some of these days lie between two moments. */
function touches(days: readonly Days[] | undefined, start: string, due: string) {
  if (!days) return sql`true`
  const [from, until] = [days.map((one) => one.from_date), days.map((one) => one.to_date)]
  return sql`exists (select from unnest(${from}::date[], ${until}::date[]) as d(from_date, to_date)
    where ${sql.raw(due)} >= d.from_date and ${sql.raw(start)} < d.to_date + 1)`
}

const firstDay = (days: readonly Days[] | undefined) => days?.map((one) => one.from_date).sort()[0] ?? '1970-01-01'

/** Planned tasks that lie over the days. */
export async function touchedTasks(rows: Rows, accountId: number, touch: Touch): Promise<number[]> {
  const { rows: found } = await sql<{ task_id: number }>`
    select t.task_id from task t
    where t.date_type = 'Planned' and coalesce(t.due_at, 'infinity') >= ${firstDay(touch.days)}::date
      and ${touches(touch.days, 't.start_at', 't.due_at')} and ${follows(accountId, touch)}`.execute(connectionOf(rows))
  return found.map((row) => row.task_id)
}

/** Predecessors whose successors wait for some of the days: the link has a lag, and they lie between the two. */
export async function touchedPredecessors(rows: Rows, accountId: number, touch: Touch): Promise<number[]> {
  const { rows: found } = await sql<{ task_id: number }>`
    select distinct p.task_id
    from dependency l
    join task t on t.account_id = l.account_id and t.task_id = l.successor_id
    join task p on p.account_id = l.account_id and p.task_id = l.predecessor_id and p.deleted_at is null
    where l.account_id = ${accountId} and l.lag_minutes <> 0
      and ${touches(touch.days, 'least(p.start_at, p.due_at, t.start_at, t.due_at)', 'greatest(p.start_at, p.due_at, t.start_at, t.due_at)')}
      and ${follows(accountId, touch)}`.execute(connectionOf(rows))
  return found.map((row) => row.task_id)
}
