import type { Caller } from '#access/caller.ts'
import { change, changedBy, type EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { lockCalendars } from '../calendars/queries.ts'
import type { Touch } from '../rescheduling/queries.ts'
import { rescheduleTouched } from '../rescheduling/reschedule-touched.ts'
import type { Days } from './days.ts'
import { type EntryRow, type EntryTable, entryId, entryTables } from './tables.ts'

/** An entry before and after a change; without the one it was created, without the other deleted. */
export interface Difference<T extends EntryTable> {
  before?: EntryRow<T>
  after?: EntryRow<T> | undefined
}

/** Writes an entry, with its event, and fits tasks to the days that are worked then. */
export function changeEntry<T extends EntryTable, A>(
  caller: Caller,
  table: T,
  write: (rows: Rows) => Promise<Difference<T>>,
  answer: (row: EntryRow<T>) => A[],
): Promise<{ data: A[] }> {
  return change(caller, async (rows) => {
    await lockCalendars(rows, caller.accountId, 'alone')
    const difference = await write(rows)
    const row = (difference.after ?? difference.before) as EntryRow<T>
    const events = entryEvents(table, difference)
    const touch = events.length > 0 ? touchOf(table, difference) : undefined
    const moved = touch ? await rescheduleTouched(rows, caller.accountId, touch) : []
    return changedBy({ data: answer(row) }, [...events, ...moved])
  })
}

/** What is worked changes with exceptions; other minutes of a day change no date. */
function touchOf<T extends EntryTable>(table: T, { before, after }: Difference<T>): Touch | undefined {
  const rows = [before, after].filter((row) => row !== undefined)
  const days = rows.map((row) => row as unknown as Days).map(({ from_date, to_date }) => ({ from_date, to_date }))
  const of = (row: EntryRow<T>) => row as { work_schedule_id?: number; person_id?: number }
  if (table === 'work_schedule_exception')
    return { schedules: rows.flatMap((row) => of(row).work_schedule_id ?? []), days }
  if (table === 'user_schedule_exception') return { people: rows.flatMap((row) => of(row).person_id ?? []), days }
  return undefined
}

function entryEvents<T extends EntryTable>(table: T, { before, after }: Difference<T>): EventRecord[] {
  const what = before ? (after ? 'Changed' : 'Deleted') : 'Created'
  const said = { ...(before ? { before: shown(before) } : {}), ...(after ? { after: shown(after) } : {}) }
  if (JSON.stringify(said.before) === JSON.stringify(said.after)) return []
  const entityId = entryId(table, (after ?? before) as EntryRow<T>)
  return [{ type: `${entryTables[table].model}${what}`, entityType: table, entityId, ...said }]
}

/** Whose days they are, which, and what they become. */
function shown<T extends EntryTable>(row: EntryRow<T>): Record<string, unknown> {
  const { account_id: _account, version: _version, ...rest } = row as Record<string, unknown>
  return rest
}
