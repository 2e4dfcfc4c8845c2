import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { atOnce } from '#events/outbox.ts'
import { suspendWithoutAccess } from '#webhooks/suspend.ts'
import { announceAccessChange } from './access-changed.ts'
import { recordAccess, toAccess } from './access-events.ts'
import { narrowed } from './allowed-scopes.ts'
import { lockedScopes } from './limit-scopes.ts'
import { hashSecret, newSecret } from './secrets.ts'

/** What a token says of a request. */
export interface TokenFacts {
  /** SHA-256 of the token, as hex. */
  tokenHash: string
  kind: 'access' | 'permanent'
  personId: number
  /** The account chosen at consent. */
  accountId: number
  /** On v3 the token stands for the person in all accounts. */
  allAccounts: boolean
  clientId: string | null
  scopes: string[]
  /** Null for a permanent token without an end date. */
  expiresAt: Date | null
  /** The limit of its application, if it has one of its own; 0 is no limit. */
  requestsPerMinute: number | null
  /** Why its application is suspended; null while it is not. */
  suspendedBecause: string | null
}

/** Finds a token in force: one query by its hash. A revoked, expired or unknown one is undefined. */
export async function findToken(database: Kysely<Database>, token: string): Promise<TokenFacts | undefined> {
  const hash = hashSecret(token)
  const row = await database
    .selectFrom('access_token as token')
    .leftJoin('application', 'application.client_id', 'token.client_id')
    .select(['kind', 'person_id', 'token.account_id', 'all_accounts', 'token.client_id', 'scopes', 'expires_at'])
    .select(['requests_per_minute', 'suspended_because', 'token.last_used_at', 'token.grant_id'])
    .select('application.last_used_at as application_used_at')
    .where('token_hash', '=', hash)
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', sql<Date>`now()`)]))
    .executeTakeFirst()
  if (!row) return undefined
  if (isOld(row.last_used_at)) await noteUse(database, hash, row.grant_id)
  if (row.client_id !== null && isOld(row.application_used_at)) await noteUseOf(database, row.client_id)
  return {
    tokenHash: hash.toString('hex'),
    kind: row.kind,
    personId: row.person_id,
    accountId: row.account_id,
    allAccounts: row.all_accounts,
    clientId: row.client_id,
    scopes: row.scopes,
    expiresAt: row.expires_at,
    requestsPerMinute: row.requests_per_minute,
    suspendedBecause: row.suspended_because,
  }
}

/** People see when a token, a consent or an application was last used, to ten minutes; more would be a write for each request. */
const isOld = (lastUsedAt: Date | null) => lastUsedAt === null || Date.now() - lastUsedAt.getTime() >= 600_000

/**
 * Two statements that do not wait for each other's rows: in one, they could wait for a revocation that waits for them. The
 * token's own row keeps the next requests from writing; it is gone after an hour, so the consent remembers too.
 */
async function noteUse(database: Kysely<Database>, hash: Buffer, grantId: string | null): Promise<void> {
  await database.updateTable('access_token').set({ last_used_at: new Date() }).where('token_hash', '=', hash).execute()
  if (grantId === null) return
  await database.updateTable('oauth_grant').set({ last_used_at: new Date() }).where('grant_id', '=', grantId).execute()
}

/** Of many tokens that come at once one writes; nobody waits for a row that is being changed. */
async function noteUseOf(database: Kysely<Database>, clientId: string): Promise<void> {
  await sql`update application set last_used_at = now() where client_id = (
      select client_id from application where client_id = ${clientId}
        and (last_used_at is null or last_used_at < now() - interval '10 minutes') for update skip locked)`.execute(
    database,
  )
}

/** What a permanent token is made of. Without an end date it works until it is revoked. */
export interface NewPermanentToken {
  personId: number
  accountId: number
  clientId: string | null
  scopes: readonly string[]
  name: string
  expiresAt?: Date
}

/** Makes a permanent token, of no more than its application may ask for, and returns its text, which is not stored. */
export async function issuePermanentToken(database: Kysely<Database>, token: NewPermanentToken): Promise<string> {
  const text = newSecret('twp')
  await atOnce(database, async (transaction) => {
    const scopes = narrowed(token.scopes, await lockedScopes(transaction, token.clientId))
    await transaction
      .insertInto('access_token')
      .values({
        token_hash: hashSecret(text),
        kind: 'permanent',
        person_id: token.personId,
        account_id: token.accountId,
        client_id: token.clientId,
        scopes,
        name: token.name,
        expires_at: token.expiresAt ?? null,
      })
      .execute()
    await recordAccess(transaction, 'OauthGranted', [{ ...token, scopes, token: 'permanent' }])
  })
  return text
}

/**
 * Ends a token, named by the hex of its hash. Every process forgets it with the commit.
 *
 * @param byPersonId who does it, if not its holder.
 */
export async function revokeToken(database: Kysely<Database>, tokenHash: string, byPersonId?: number): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const revoked = await transaction
      .deleteFrom('access_token')
      .where('token_hash', '=', Buffer.from(tokenHash, 'hex'))
      .returning(['person_id', 'account_id', 'client_id', 'scopes', 'kind'])
      .executeTakeFirst()
    if (!revoked) return
    await recordAccess(transaction, 'OauthRevoked', [toAccess(revoked.kind)(revoked)], byPersonId)
    if (revoked.kind === 'permanent')
      await suspendWithoutAccess(transaction, revoked.person_id, byPersonId ?? revoked.person_id)
    await announceAccessChange(transaction, [revoked.person_id])
  })
}
