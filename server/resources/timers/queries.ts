import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { type Selectable, sql } from '#database/sql.ts'
import type { TimerTables } from './tables.ts'

export type TimerRow = Selectable<TimerTables['timer']>
/** A timer with all seconds that it has run up to now. */
export type ReadTimer = TimerRow & { spent: number }

/** The caller's timer; with `lock`, kept from others until the transaction ends. */
export async function timerOf(caller: Caller, { lock = false } = {}): Promise<ReadTimer | undefined> {
  const { rows } = await sql<ReadTimer>`
    select timer.*, seconds + coalesce(floor(extract(epoch from clock_timestamp() - running_since)), 0)::int as spent
    from timer where account_id = ${caller.accountId} and person_id = ${caller.personId} ${lock ? sql`for update` : sql``}`.execute(
    connectionOf(caller),
  )
  return rows[0]
}
