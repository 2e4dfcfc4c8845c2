import { type Kysely, sql } from 'kysely'
import type { Logger } from 'pino'
import type { Store } from '#database/connect.ts'
import type { Database } from '#database/schema.ts'

/** At most this many events get their place in one transaction. */
const batch = 1000
/** Looks by itself this often, should a notification be lost. */
const lookAgainMs = 5000

/**
 * Gives committed events their place in their account's order: a sequence without gaps. Writers never wait for one
 * another, since the number is given afterwards, by one relay at a time (an advisory lock chooses among processes).
 */
export function startRelay(store: Store, log: Logger): { stop(): Promise<void> } {
  let stopped = false
  let again = false
  let working: Promise<void> | undefined

  const wake = () => {
    again = true
    working ??= work().finally(() => {
      working = undefined
    })
  }
  async function work(): Promise<void> {
    while (again && !stopped) {
      again = false
      try {
        if ((await placeEvents(store.database)) === batch) again = true
      } catch (error) {
        // The next notification or look tries again; nothing is lost, the events are in their table.
        log.warn({ err: error }, 'events wait for their place')
      }
    }
  }
  store.listen('event_added', wake)
  const timer = setInterval(wake, lookAgainMs).unref()
  wake()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await working
    },
  }
}

/** Places one batch; the number placed, or 0 while another process is at it. */
export async function placeEvents(database: Kysely<Database>): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    const { rows: locked } = await sql<{ ok: boolean }>`select pg_try_advisory_xact_lock(7003, 0) as ok`.execute(
      transaction,
    )
    if (!locked[0]?.ok) return 0
    const { rows } = await sql<{ account_id: number }>`
      with unplaced as (
        select account_id, event_id, occurred_at from event where sequence is null order by event_id limit ${batch}
      ),
      numbered as (
        select u.*, row_number() over (partition by account_id order by event_id) as position from unplaced u
      ),
      grown as (
        insert into event_sequence as s (account_id, last_sequence)
        select account_id, count(*) from unplaced group by account_id
        on conflict (account_id) do update set last_sequence = s.last_sequence + excluded.last_sequence
        returning account_id, last_sequence
      ),
      counted as (select account_id, count(*) as added from unplaced group by account_id)
      update event e set sequence = g.last_sequence - c.added + n.position
      from numbered n join grown g using (account_id) join counted c using (account_id)
      where e.account_id = n.account_id and e.event_id = n.event_id and e.occurred_at = n.occurred_at
      returning e.account_id`.execute(transaction)
    const accounts = [...new Set(rows.map((row) => row.account_id))]
    if (accounts.length > 0)
      await sql`select pg_notify('event_placed', account) from unnest(${accounts.map(String)}::text[]) account`.execute(
        transaction,
      )
    return rows.length
  })
}
