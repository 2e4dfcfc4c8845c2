import type { Caller } from '#access/caller.ts'
import { lockedRecords } from '../timelog-lock-periods/access.ts'
import type { SheetStatus } from '../timesheets/queries.ts'
import type { TimelogRow } from './presenter.ts'
import { statusesOfTime } from './queries.ts'

/** What others have said about records of time. */
export interface TimelogStates {
  /** Records in a locked period. */
  locked: ReadonlySet<number>
  /** Status of the timesheet that holds a record. */
  approval: ReadonlyMap<number, SheetStatus>
}

/** The states of records, as far as the fields ask for them: one query for each, whatever the number of records. */
export async function statesOf(
  caller: Caller,
  rows: readonly TimelogRow[],
  fields: ReadonlySet<string>,
): Promise<TimelogStates> {
  const timelogIds = rows.map((row) => row.timelog_id)
  return {
    locked: fields.has('lockStatus') ? await lockedRecords(caller, rows) : new Set(),
    approval: fields.has('approvalStatus') ? await statusesOfTime(caller, timelogIds) : new Map(),
  }
}
