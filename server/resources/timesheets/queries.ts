import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { seesFolder } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import type { TimelogRow } from '../timelogs/presenter.ts'
import type { TimesheetTables } from './tables.ts'

export type SheetRow = Selectable<TimesheetTables['timesheet']>
export type SheetStatus = SheetRow['status']
export type LineRow = Selectable<TimesheetTables['timesheet_row']>

type Condition = ReturnType<typeof sql<boolean>>

/** Timesheets that the caller may see: the own ones, or as an account admin all. */
export const visibleSheets = (caller: Caller, conditions: readonly Condition[] = []): Promise<SheetRow[]> =>
  connectionOf(caller)
    .selectFrom('timesheet')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .$if(caller.role !== 'owner' && caller.role !== 'admin', (query) => query.where('person_id', '=', caller.personId))
    .where(sql<boolean>`${sql.join([sql`true`, ...conditions], sql` and `)}`)
    .orderBy('period_start')
    .orderBy('timesheet_id')
    .execute()

/** A timesheet of the account, be it of another person: only to choose between 404 and 403, and within a change. */
export const sheetById = (caller: Caller, timesheetId: number): Promise<SheetRow | undefined> =>
  connectionOf(caller)
    .selectFrom('timesheet')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('timesheet_id', '=', timesheetId)
    .executeTakeFirst()

/** The same for a row. */
export const lineById = (caller: Caller, rowId: number): Promise<LineRow | undefined> =>
  connectionOf(caller)
    .selectFrom('timesheet_row')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('timesheet_row_id', '=', rowId)
    .executeTakeFirst()

/** A row of timesheets with the folders of its task that the caller sees. */
export type ShownLine = LineRow & { parent_ids: number[] }

export async function linesOf(caller: Caller, timesheetIds: readonly number[]): Promise<ShownLine[]> {
  const { rows } = await sql<ShownLine>`
    select r.*, array(
      select p.folder_id from task_placement p
      where p.account_id = r.account_id and p.task_id = r.task_id and p.direct and p.deleted_with is null
        and ${seesFolder(caller, sql.ref('p.folder_id'))} order by 1) as parent_ids
    from timesheet_row r
    where r.account_id = ${caller.accountId} and r.timesheet_id = any(${timesheetIds}::bigint[])
    order by r.timesheet_row_id`.execute(connectionOf(caller))
  return rows
}

/** Records of time of timesheets, each with its row. A record is in every sheet whose period holds it. */
export async function entriesOf(
  caller: Caller,
  timesheetIds: readonly number[],
  rowId?: number,
): Promise<(TimelogRow & { timesheet_row_id: number })[]> {
  const { rows } = await sql<TimelogRow & { timesheet_row_id: number }>`
    select r.timesheet_row_id, t.*
    from timesheet s
    join timesheet_row r on r.account_id = s.account_id and r.timesheet_id = s.timesheet_id
    join timelog t on t.account_id = s.account_id and t.person_id = s.person_id
      and t.tracked_date between s.period_start and s.period_end
      and t.task_id = r.task_id and t.category_id is not distinct from r.category_id
    where s.account_id = ${caller.accountId} and s.timesheet_id = any(${timesheetIds}::bigint[])
      ${rowId === undefined ? sql`` : sql`and r.timesheet_row_id = ${rowId}`}
    order by t.tracked_date, t.timelog_id`.execute(connectionOf(caller))
  return rows
}

/** First day of the week in the account. */
export async function firstDayOfWeek(caller: Caller): Promise<string> {
  const { first_day_of_week } = await connectionOf(caller)
    .selectFrom('account')
    .select('first_day_of_week')
    .where('account_id', '=', caller.accountId)
    .executeTakeFirstOrThrow()
  return first_day_of_week
}

/** Makes the rows that records of time need, of one person and a period, in every sheet that holds them. */
export async function addLines(
  rows: Rows,
  caller: Caller,
  { personId, start, end }: { personId: number; start: string; end: string },
): Promise<void> {
  await sql`
    insert into timesheet_row (account_id, timesheet_id, task_id, category_id)
    select distinct s.account_id, s.timesheet_id, t.task_id, t.category_id
    from timelog t join timesheet s on s.account_id = t.account_id and s.person_id = t.person_id
      and t.tracked_date between s.period_start and s.period_end
    where t.account_id = ${caller.accountId} and t.person_id = ${personId}
      and t.tracked_date between ${start}::date and ${end}::date
    on conflict do nothing`.execute(connectionOf(rows))
}

/** The first of these days of a person that a submitted or approved timesheet holds, and its status. */
export async function closedDay(
  caller: Caller,
  personId: number,
  days: readonly string[],
): Promise<{ day: string; status: SheetRow['status'] } | undefined> {
  const { rows } = await sql<{ day: string; status: SheetRow['status'] }>`
    select d.day, s.status from unnest(${days}::date[]) as d(day)
    join timesheet s on s.account_id = ${caller.accountId} and s.person_id = ${personId}
      and d.day between s.period_start and s.period_end and s.status in ('Pending', 'Approved')
    order by s.status limit 1`.execute(connectionOf(caller))
  return rows[0]
}
