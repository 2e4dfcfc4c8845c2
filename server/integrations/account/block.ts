import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { recordEvents } from '#events/outbox.ts'
import { suspendWithoutAccess } from '#webhooks/suspend.ts'
import { endAccessOf } from './end-access.ts'

/** An application and the account whose admins decide about it. */
export interface Place {
  accountId: number
  clientId: string
}

/**
 * Shuts an application out of an account: what people gave it there ends, nobody can let it in again, its webhooks rest.
 * Tokens that were given in another account for all of a person's accounts do not reach this one either.
 *
 * @returns the people who lost something; undefined if it was blocked already.
 */
export async function blockApplication(
  transaction: Kysely<Database>,
  { accountId, clientId }: Place,
  byPersonId: number,
): Promise<number[] | undefined> {
  const blocked = await transaction
    .insertInto('application_block')
    .values({ account_id: accountId, client_id: clientId, blocked_by: byPersonId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('client_id')
    .executeTakeFirst()
  if (!blocked) return undefined
  const people = await endAccessOf(transaction, { accountId, clientId }, byPersonId)
  const owners = await transaction
    .selectFrom('webhook')
    .select('person_id')
    .distinct()
    .where('account_id', '=', accountId)
    .where('client_id', '=', clientId)
    .execute()
  for (const { person_id } of owners) await suspendWithoutAccess(transaction, person_id, byPersonId)
  await announce(transaction, 'ApplicationBlocked', { accountId, clientId }, byPersonId)
  return people
}

/** Lets an application in again: people may allow it from now on. False if it was not blocked. */
export async function unblockApplication(
  transaction: Kysely<Database>,
  { accountId, clientId }: Place,
  byPersonId: number,
): Promise<boolean> {
  const unblocked = await transaction
    .deleteFrom('application_block')
    .where('account_id', '=', accountId)
    .where('client_id', '=', clientId)
    .returning('client_id')
    .executeTakeFirst()
  if (!unblocked) return false
  await announce(transaction, 'ApplicationUnblocked', { accountId, clientId }, byPersonId)
  return true
}

/** Into the audit log of the account; and every process forgets what it knew of the tokens that reach it. */
async function announce(
  transaction: Kysely<Database>,
  type: 'ApplicationBlocked' | 'ApplicationUnblocked',
  { accountId, clientId }: Place,
  byPersonId: number,
): Promise<void> {
  const { name } = await transaction
    .selectFrom('application')
    .select('name')
    .where('client_id', '=', clientId)
    .executeTakeFirstOrThrow()
  await recordEvents(transaction, { accountId, personId: byPersonId, clientId: null }, [
    { type, entityType: 'account', entityId: accountId, after: { clientId, name } },
  ])
  await sql`select pg_notify('access_changed', ${String(accountId)})`.execute(transaction)
}
