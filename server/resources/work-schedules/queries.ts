import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { Permit } from '#access/permit.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import { seesPerson } from '../contacts/queries.ts'
import type { WorkScheduleTables } from './tables.ts'

export type WorkScheduleRow = Selectable<WorkScheduleTables['work_schedule']> & {
  /** Who works by it, as far as the caller sees them. */
  users?: number[]
}

/** Schedules of the account, the default one first; with their users if they are wished for. */
export async function scheduleRows(
  caller: Caller,
  wishes: { id?: number | undefined; users?: boolean } = {},
): Promise<WorkScheduleRow[]> {
  const users = sql`, array(select u.person_id from account_user u
    where u.account_id = s.account_id and u.state in ('active', 'inactive') and ${seesPerson(caller, 'u')}
      and (u.work_schedule_id = s.work_schedule_id or (s.is_default and u.work_schedule_id is null)) order by 1) as users`
  const { rows } = await sql<WorkScheduleRow>`
    select s.* ${wishes.users ? users : sql``} from work_schedule s
    where s.account_id = ${caller.accountId} ${wishes.id === undefined ? sql`` : sql`and s.work_schedule_id = ${wishes.id}`}
    order by s.is_default desc, s.work_schedule_id`.execute(connectionOf(caller))
  return rows
}

/** Lets people work by a schedule (null: the default one) from now on; those whose schedule that changes. */
export async function assignUsers(
  rows: Rows,
  may: Permit<'manageWorkSchedules'>,
  people: readonly number[],
  to: number | null,
  from?: number,
): Promise<number[]> {
  if (people.length === 0) return []
  const { rows: moved } = await sql<{ person_id: number }>`
    update account_user set work_schedule_id = ${to}::bigint
    where account_id = ${may.accountId} and person_id = any(${people}::bigint[])
      and work_schedule_id is distinct from ${to}::bigint
      ${from === undefined ? sql`` : sql`and work_schedule_id = ${from}`}
    returning person_id`.execute(connectionOf(rows))
  return moved.map((row) => row.person_id)
}

/** Takes a schedule from all its users and from its tasks: they fall back to what holds without it. */
export async function releaseSchedule(
  rows: Rows,
  may: Permit<'manageWorkSchedules'>,
  scheduleId: number,
): Promise<{ people: number[]; tasks: number[] }> {
  const people = await sql<{ id: number }>`update account_user set work_schedule_id = null
    where account_id = ${may.accountId} and work_schedule_id = ${scheduleId} returning person_id as id`.execute(
    connectionOf(rows),
  )
  const tasks = await sql<{ id: number }>`update task set work_schedule_id = null, version = version + 1
    where account_id = ${may.accountId} and work_schedule_id = ${scheduleId} returning task_id as id`.execute(
    connectionOf(rows),
  )
  return { people: people.rows.map((row) => row.id), tasks: tasks.rows.map((row) => row.id) }
}

/** Gives a schedule the exceptions and capacity changes of another. */
export async function copyEntries(
  rows: Rows,
  may: Permit<'manageWorkSchedules'>,
  from: number,
  to: number,
): Promise<void> {
  const database = connectionOf(rows)
  await sql`insert into work_schedule_exception (account_id, work_schedule_id, from_date, to_date, exclusion_type)
    select account_id, ${to}, from_date, to_date, exclusion_type from work_schedule_exception
    where account_id = ${may.accountId} and work_schedule_id = ${from} order by work_schedule_exception_id`.execute(
    database,
  )
  await sql`insert into work_schedule_capacity_change (account_id, work_schedule_id, from_date, to_date, capacity_minutes)
    select account_id, ${to}, from_date, to_date, capacity_minutes from work_schedule_capacity_change
    where account_id = ${may.accountId} and work_schedule_id = ${from} order by work_schedule_capacity_change_id`.execute(
    database,
  )
}
