import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { splitScope } from './authorization-request.ts'
import { userCodeKey } from './stored-payloads.ts'

/** A device that waits for a person's consent (RFC 8628). */
export interface WaitingDevice {
  clientId: string
  scopes: string[]
  separator: ',' | ' '
}

interface Payload {
  clientId: string
  params: { scope?: string; tw_separator?: string }
}

/** Finds the device that shows this user code, in any case and with or without the dash, if it still waits. */
export async function findWaitingDevice(
  database: Kysely<Database>,
  userCode: string,
): Promise<WaitingDevice | undefined> {
  const found = await waiting(database, userCode).select('payload').executeTakeFirst()
  if (!found) return undefined
  const { clientId, params } = found.payload as Payload
  return {
    clientId,
    scopes: splitScope(params.scope ?? 'Default'),
    separator: params.tw_separator === ' ' ? ' ' : ',',
  }
}

/** Lets the device have its tokens at its next question. */
export async function approveDevice(
  database: Kysely<Database>,
  userCode: string,
  { grantId, personId, scopes }: { grantId: string; personId: number; scopes: readonly string[] },
): Promise<void> {
  const agreed = { grantId, accountId: String(personId), scope: scopes.join(' ') }
  await answer(database, userCode, agreed, grantId)
}

/** Tells the device at its next question that the person said no. */
export async function denyDevice(database: Kysely<Database>, userCode: string): Promise<void> {
  const denied = { error: 'access_denied', errorDescription: 'The person denied the request' }
  await answer(database, userCode, denied, null)
}

function waiting(database: Kysely<Database>, userCode: string) {
  return database
    .selectFrom('oauth_payload')
    .where('model', '=', 'DeviceCode')
    .where('user_code', '=', userCodeKey(userCode))
    .where('expires_at', '>', sql<Date>`now()`)
}

/** A user code answers once: it is taken off the row. */
async function answer(database: Kysely<Database>, userCode: string, said: object, grantId: string | null) {
  await database
    .updateTable('oauth_payload')
    .set({ payload: sql`payload || ${JSON.stringify(said)}::jsonb`, grant_id: grantId, user_code: null })
    .where('model', '=', 'DeviceCode')
    .where('user_code', '=', userCodeKey(userCode))
    .execute()
}
