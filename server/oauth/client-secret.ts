import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { atOnce } from '#events/outbox.ts'
import { suspendWithoutAccess } from '#webhooks/suspend.ts'
import { announceAccessChange } from './access-changed.ts'
import { recordAccess, toAccess } from './access-events.ts'
import { recordApplicationChange } from './application-events.ts'
import { endGrants } from './grants.ts'
import { hashSecret, newSecret } from './secrets.ts'

/** For how many seconds an old secret may go on working, so that running programs can be changed. */
export const overlaps = { none: 0, hour: 3600, day: 86_400, week: 604_800 } as const

export type Overlap = keyof typeof overlaps

/**
 * Gives an application a new secret and returns it; only its hash is stored. The one before works for the overlap, an even
 * older one ends now. A public application has none and gets an empty text.
 */
export async function replaceSecret(
  database: Kysely<Database>,
  clientId: string,
  { overlap, byPersonId }: { overlap: Overlap; byPersonId: number | null },
): Promise<string> {
  return atOnce(database, async (transaction) => {
    const secret = await writeSecret(transaction, clientId, overlap)
    const change = overlap === 'none' ? 'Secret replaced' : `Secret replaced, the old one works for another ${overlap}`
    if (secret !== '') await recordApplicationChange(transaction, { clientId, change }, byPersonId)
    return secret
  })
}

/** Ends the secret that was replaced and still works. False if there is none. */
export async function endOldSecret(database: Kysely<Database>, clientId: string, byPersonId: number): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const ended = await transaction
      .updateTable('application')
      .set({ previous_secret_hash: null, previous_secret_expires_at: null })
      .where('client_id', '=', clientId)
      .where('previous_secret_expires_at', '>', sql<Date>`now()`)
      .returning('client_id')
      .executeTakeFirst()
    if (!ended) return false
    await recordApplicationChange(transaction, { clientId, change: 'Old secret ended' }, byPersonId)
    return true
  })
}

/**
 * Ends every credential of an application at once: its secrets, all that people gave it, all tokens, permanent ones too.
 * Returns its new secret; empty for a public application.
 */
export async function invalidateCredentials(
  database: Kysely<Database>,
  clientId: string,
  byPersonId: number,
): Promise<string> {
  return database.transaction().execute(async (transaction) => {
    const secret = await writeSecret(transaction, clientId, 'none')
    await endGrants(transaction, { clientId }, byPersonId)
    await endTokens(transaction, clientId, byPersonId)
    // What waits for an answer: codes of devices that nobody has let in yet.
    await transaction
      .deleteFrom('oauth_payload')
      .where('model', '=', 'DeviceCode')
      .where(sql<boolean>`payload ->> 'clientId' = ${clientId}`)
      .execute()
    await recordApplicationChange(transaction, { clientId, change: 'All credentials invalidated' }, byPersonId)
    return secret
  })
}

/** Ends the tokens of an application that no grant holds: permanent ones. For the transaction that takes the reason away. */
export async function endTokens(transaction: Kysely<Database>, clientId: string, byPersonId: number): Promise<void> {
  const tokens = await transaction
    .deleteFrom('access_token')
    .where('client_id', '=', clientId)
    .returning(['person_id', 'account_id', 'client_id', 'scopes', 'kind'])
    .execute()
  await recordAccess(transaction, 'OauthRevoked', tokens.map(toAccess('permanent')), byPersonId)
  const holders = [...new Set(tokens.map((token) => token.person_id))]
  for (const personId of holders) await suspendWithoutAccess(transaction, personId, byPersonId)
  await announceAccessChange(transaction, holders)
}

async function writeSecret(transaction: Kysely<Database>, clientId: string, overlap: Overlap): Promise<string> {
  const secret = newSecret('tws')
  const written = await transaction
    .updateTable('application')
    .set((row) => ({
      previous_secret_hash: overlap === 'none' ? null : row.ref('secret_hash'),
      previous_secret_expires_at: overlap === 'none' ? null : sql`now() + ${`${overlaps[overlap]} seconds`}::interval`,
      secret_hash: hashSecret(secret),
    }))
    .where('client_id', '=', clientId)
    .where('is_public', '=', false)
    .returning('client_id')
    .executeTakeFirst()
  return written ? secret : ''
}
