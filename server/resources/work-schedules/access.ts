import type { Caller } from '#access/caller.ts'
import { notFound } from '#contract/errors.ts'
import { idAsSent } from '#ids/foreign.ts'
import { scheduleRows, type WorkScheduleRow } from './queries.ts'

/** @throws {Refused} `resource_not_found` if the account has no such schedule. */
export async function scheduleById(
  caller: Caller,
  id: number,
  wishes: { users?: boolean } = {},
): Promise<WorkScheduleRow> {
  const [row] = await scheduleRows(caller, { id, ...wishes })
  if (!row) throw notFound('Work schedule', idAsSent(caller.accountId, 'WorkSchedule', id))
  return row
}
