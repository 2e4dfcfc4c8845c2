import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { Subject } from './subject.ts'
import type { HourlyRateTables } from './tables.ts'

export type RateRow = Selectable<HourlyRateTables['hourly_rate']>

const key = (row: { subject_type: string; subject_id: number; rate_type?: string }) =>
  `${row.subject_type} ${row.subject_id} ${row.rate_type ?? ''}`

/** Rates that hold now, of subjects: in a project, or in the account. By subject and type of rate. */
export async function currentRates(
  caller: Caller,
  subjects: readonly Subject[],
  folderId: number | null,
): Promise<Map<string, RateRow>> {
  if (subjects.length === 0) return new Map()
  const rows = await connectionOf(caller)
    .selectFrom('hourly_rate')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('ended_at', 'is', null)
    .where('folder_id', folderId === null ? 'is' : '=', folderId)
    .where(
      'subject_id',
      'in',
      subjects.map((subject) => subject.id),
    )
    .execute()
  return new Map(rows.map((row) => [key(row), row]))
}

export const rateKey = ({ type, id }: Subject, rateType: 'Bill' | 'Cost'): string =>
  key({ subject_type: type, subject_id: id, rate_type: rateType })

/** Job roles of subjects that have one: by type and number. */
export async function jobRolesOf(caller: Caller, subjects: readonly Subject[]): Promise<Map<string, number>> {
  const of = (type: Subject['type']) => subjects.flatMap((subject) => (subject.type === type ? [subject.id] : []))
  const { rows } = await sql<{ subject_type: string; subject_id: number; job_role_id: number }>`
    select 'User' as subject_type, person_id as subject_id, job_role_id from account_user
    where account_id = ${caller.accountId} and person_id = any(${of('User')}::bigint[]) and job_role_id is not null
    union all
    select 'Placeholder', placeholder_id, job_role_id from placeholder
    where account_id = ${caller.accountId} and placeholder_id = any(${of('Placeholder')}::bigint[]) and job_role_id is not null`.execute(
    connectionOf(caller),
  )
  return new Map(rows.map((row) => [`${row.subject_type} ${row.subject_id}`, row.job_role_id]))
}

/**
 * The team of a project: its owners, whoever works on a task below it, has logged time on one or is booked for it, and who
 * has rates in it; not who was taken out.
 */
export async function teamOf(caller: Caller, folderId: number): Promise<Subject[]> {
  const account = caller.accountId
  const { rows } = await sql<Subject>`
    with recursive below(folder_id) as (
      select ${folderId}::bigint
      union
      select l.folder_id from folder_parent l join below b on b.folder_id = l.parent_id
      where l.account_id = ${account} and l.deleted_with is null
    ),
    tasks as (
      select distinct p.task_id from below b join task_placement p on p.account_id = ${account} and p.folder_id = b.folder_id and p.deleted_with is null
      join task t on t.account_id = p.account_id and t.task_id = p.task_id and t.deleted_at is null
    ),
    members(type, id) as (
      select 'User', person_id from folder_owner where account_id = ${account} and folder_id = ${folderId}
      union select 'User', r.person_id from task_responsible r join tasks using (task_id) where r.account_id = ${account}
      union select 'User', l.person_id from timelog l join tasks using (task_id) where l.account_id = ${account}
      union select 'Placeholder', h.placeholder_id from task_placeholder h join tasks using (task_id) where h.account_id = ${account}
      union select 'User', k.person_id from booking k join below using (folder_id) where k.account_id = ${account} and k.person_id is not null
      union select 'Placeholder', k.placeholder_id from booking k join below using (folder_id) where k.account_id = ${account} and k.placeholder_id is not null
      union select subject_type, subject_id from hourly_rate where account_id = ${account} and folder_id = ${folderId} and ended_at is null
    )
    select m.type, m.id from members m where not exists (select from project_exclusion x
      where x.account_id = ${account} and x.folder_id = ${folderId} and x.subject_type = m.type and x.subject_id = m.id)
    order by m.type = 'JobRole', m.type = 'Placeholder', m.id`.execute(connectionOf(caller))
  return rows
}

export interface RateHistoryRow {
  subject_id: number
  rate_type: 'Bill' | 'Cost'
  source: string
  value: number
  start_at: Date
  end_at: Date | null
}

/**
 * Rates of users in the account that began in a window, oldest first. Where a job role is the source, each rate that it had
 * meanwhile is one of its own, and the time in which it had none counts as 0.
 */
export async function rateHistory(
  caller: Caller,
  personIds: readonly number[],
  window: { start?: Date | undefined; end?: Date | undefined } | undefined,
): Promise<RateHistoryRow[]> {
  const { rows } = await sql<RateHistoryRow>`
    with own as (
      select * from hourly_rate where account_id = ${caller.accountId} and subject_type = 'User' and subject_id = any(${personIds}::bigint[]) and folder_id is null
    ),
    pieces as (
      select subject_id, rate_type, source, value, started_at as start_at, ended_at as end_at from own where source <> 'JobRole'
      union all
      select o.subject_id, o.rate_type, o.source, r.value, greatest(o.started_at, r.started_at),
        nullif(least(coalesce(o.ended_at, 'infinity'), coalesce(r.ended_at, 'infinity')), 'infinity')
      from own o join hourly_rate r on r.account_id = o.account_id and r.subject_type = 'JobRole' and r.subject_id = o.job_role_id
        and r.rate_type = o.rate_type and r.folder_id is null
        and r.started_at < coalesce(o.ended_at, 'infinity') and coalesce(r.ended_at, 'infinity') > o.started_at
      where o.source = 'JobRole'
      union all
      select o.subject_id, o.rate_type, o.source, 0, o.started_at,
        nullif(least(coalesce(o.ended_at, 'infinity'), coalesce(f.first, 'infinity')), 'infinity')
      from own o left join lateral (select min(r.started_at) as first from hourly_rate r where r.account_id = o.account_id
        and r.subject_type = 'JobRole' and r.subject_id = o.job_role_id and r.rate_type = o.rate_type and r.folder_id is null) f on true
      where o.source = 'JobRole' and coalesce(f.first, 'infinity') > o.started_at
    )
    select * from pieces
    where start_at >= coalesce(${window?.start ?? null}::timestamptz, '-infinity') and start_at < coalesce(${window?.end ?? null}::timestamptz, 'infinity')
    order by start_at`.execute(connectionOf(caller))
  return rows
}
