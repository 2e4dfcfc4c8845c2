import { type Kysely, sql } from 'kysely'
import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { Refused } from '#contract/errors.ts'
import type { Database } from '#database/schema.ts'
import type { Services } from '#http/services.ts'
import type { ChangePage } from '#resources/changes/contract.ts'
import type { EventRow } from '#webhooks/facets/facet.ts'
import { seenBy } from './seen.ts'

type Kept = Pick<Services, 'store' | 'settings'>
const mostDaysKept = 30

/**
 * The changes after a number that a caller sees; without one, only how far its account is.
 *
 * @throws {Refused} 410 if the number is older than what is kept, or was never reached.
 */
export async function changesAfter(
  services: Kept,
  caller: Caller,
  after: number | undefined,
  limit: number,
): Promise<Static<typeof ChangePage>> {
  const { database } = services.store
  if (after === undefined)
    return { sequence: await currentSequence(database, caller.accountId), upToDate: true, changes: [] }
  const events = await eventsAfter(database, caller.accountId, after, limit)
  await requireKept(services, caller.accountId, after, events[0])
  const tellTo = await seenBy(database, caller.accountId, events, [caller])
  const isFull = events.length === limit
  return { sequence: events.at(-1)?.sequence ?? after, upToDate: !isFull, changes: tellTo(caller) }
}

/** The number of the last change of an account that has its place. */
export async function currentSequence(database: Kysely<Database>, accountId: number): Promise<number> {
  const { rows } = await sql<{ last_sequence: number }>`
    select last_sequence from event_sequence where account_id = ${accountId}`.execute(database)
  return rows[0]?.last_sequence ?? 0
}

/** Events of an account in their order, from a number on. Plan: `event_in_order` of each month, merged. */
export function eventsAfter(
  database: Kysely<Database>,
  accountId: number,
  after: number,
  limit: number,
): Promise<EventRow[]> {
  return database
    .selectFrom('event')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
    .execute()
}

/**
 * Whether everything after a number can still be told.
 *
 * @throws {Refused} 410 otherwise.
 */
export async function requireKeptAfter(services: Kept, accountId: number, after: number): Promise<void> {
  const [first] = await eventsAfter(services.store.database, accountId, after, 1)
  await requireKept(services, accountId, after, first)
}

/** What was deleted longer ago than the recycle bin keeps it is seen by nobody: nothing could be told of it. */
async function requireKept(
  { store, settings }: Kept,
  accountId: number,
  after: number,
  first: EventRow | undefined,
): Promise<void> {
  const days = Math.min(mostDaysKept, Math.max(1, settings.recycleBinDays))
  const isKept = first
    ? first.sequence === after + 1 && first.occurred_at.getTime() > Date.now() - days * 86_400_000
    : after <= (await currentSequence(store.database, accountId))
  if (isKept) return
  throw new Refused(
    'invalid_request',
    `Changes after ${after} are not kept: read anew what you need, and go on from the number that this call answers without 'after'`,
    { status: 410 },
  )
}
