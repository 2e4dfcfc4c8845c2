import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { atOnce } from '#events/outbox.ts'
import { removeWebhooks } from '#webhooks/suspend.ts'
import { announceAccessChange } from './access-changed.ts'
import { recordAccess, toAccess } from './access-events.ts'
import { endGrants } from './grants.ts'
import { redirectUriFault } from './redirect-uris.ts'
import { hashSecret, newName, newSecret } from './secrets.ts'

/** An application as the authorization server knows it. */
export interface Application {
  clientId: string
  name: string
  accountId: number
  isPublic: boolean
  /** An admin vouches for it: a repeated consent to the same scopes or fewer is not asked for. */
  isTrusted: boolean
  redirectUris: string[]
  /** Hashes of the secrets in force: two while a secret is being changed. */
  secretHashes: Buffer[]
  createdAt: Date
  /** How many requests it may send in a minute for each of its users: null for the server's own limit, 0 for no limit. */
  requestsPerMinute: number | null
  /** Why whoever runs the server has suspended it; null while it is not. */
  suspendedBecause: string | null
}

/** A redirect URI can't be registered; the message says which and why. */
export class RedirectUriRefused extends Error {}

/** What an application is made of. */
export interface NewApplication {
  name: string
  /** Who registers it and becomes its first owner. */
  ownerPersonId: number
  accountId: number
  redirectUris: readonly string[]
  /** Public clients hold no secret and must use PKCE. */
  isPublic?: boolean
}

/**
 * Registers an application. Its secret is shown now and never again: only the hash is stored. A public one gets an empty
 * secret.
 *
 * @throws {RedirectUriRefused} if a redirect URI is not `https` or on the developer's own machine.
 */
export async function createApplication(
  database: Kysely<Database>,
  { name, ownerPersonId, accountId, redirectUris, isPublic = false }: NewApplication,
): Promise<{ clientId: string; clientSecret: string }> {
  refuseFaulty(redirectUris, isPublic)
  const clientId = newName(10)
  const clientSecret = isPublic ? '' : newSecret('tws')
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('application')
      .values({
        client_id: clientId,
        name,
        owner_person_id: ownerPersonId,
        account_id: accountId,
        secret_hash: isPublic ? null : hashSecret(clientSecret),
        is_public: isPublic,
      })
      .execute()
    await writeRedirectUris(transaction, clientId, redirectUris)
  })
  return { clientId, clientSecret }
}

/** Finds an application by its client id; undefined if there is none, and for those that are part of the server. */
export async function findApplication(database: Kysely<Database>, clientId: string): Promise<Application | undefined> {
  const row = await database
    .selectFrom('application')
    .selectAll()
    .select(
      sql<string[]>`array(
        select redirect_uri from application_redirect_uri as uri
        where uri.client_id = application.client_id order by position)`.as('redirect_uris'),
    )
    .where('client_id', '=', clientId)
    .executeTakeFirst()
  if (!row || row.account_id === null) return undefined
  const previous = row.previous_secret_expires_at && row.previous_secret_expires_at > new Date()
  const secretHashes = [row.secret_hash, previous ? row.previous_secret_hash : null].filter((hash) => hash !== null)
  return {
    clientId: row.client_id,
    name: row.name,
    accountId: row.account_id,
    isPublic: row.is_public,
    isTrusted: row.is_trusted,
    redirectUris: row.redirect_uris,
    secretHashes,
    createdAt: row.created_at,
    requestsPerMinute: row.requests_per_minute,
    suspendedBecause: row.suspended_because,
  }
}

/**
 * Replaces an application's name and redirect URIs.
 *
 * @throws {RedirectUriRefused} if a redirect URI can't be registered.
 */
export async function updateApplication(
  database: Kysely<Database>,
  clientId: string,
  { name, redirectUris, isPublic }: Pick<Application, 'name' | 'redirectUris' | 'isPublic'>,
): Promise<void> {
  refuseFaulty(redirectUris, isPublic)
  await database.transaction().execute(async (transaction) => {
    await transaction.updateTable('application').set({ name }).where('client_id', '=', clientId).execute()
    await transaction.deleteFrom('application_redirect_uri').where('client_id', '=', clientId).execute()
    await writeRedirectUris(transaction, clientId, redirectUris)
  })
}

/** Gives an application a new secret. The old one works for a day more, so that running programs can be changed, or ends. */
export async function replaceSecret(
  database: Kysely<Database>,
  clientId: string,
  old: 'works for a day' | 'ends now' = 'works for a day',
): Promise<string> {
  const secret = newSecret('tws')
  await database
    .updateTable('application')
    .set((row) => ({
      previous_secret_hash: old === 'ends now' ? null : row.ref('secret_hash'),
      previous_secret_expires_at: old === 'ends now' ? null : sql`now() + interval '1 day'`,
      secret_hash: hashSecret(secret),
    }))
    .where('client_id', '=', clientId)
    .where('is_public', '=', false)
    .execute()
  return secret
}

/** Deletes an application; every token and grant that people gave it ends, and so do its webhooks. */
export async function deleteApplication(
  database: Kysely<Database>,
  clientId: string,
  byPersonId: number,
): Promise<void> {
  await atOnce(database, async (transaction) => {
    await removeWebhooks(transaction, clientId, byPersonId)
    await endGrants(transaction, { clientId }, byPersonId)
    const holders = await transaction
      .deleteFrom('access_token')
      .where('client_id', '=', clientId)
      .returning(['person_id', 'account_id', 'client_id', 'scopes', 'kind'])
      .execute()
    await recordAccess(transaction, 'OauthRevoked', holders.map(toAccess('permanent')), byPersonId)
    await transaction.deleteFrom('application').where('client_id', '=', clientId).execute()
    await announceAccessChange(transaction, [...new Set(holders.map((holder) => holder.person_id))])
  })
}

function refuseFaulty(redirectUris: readonly string[], isPublic: boolean): void {
  for (const uri of redirectUris) {
    const fault = redirectUriFault(uri, isPublic)
    if (fault) throw new RedirectUriRefused(fault)
  }
}

async function writeRedirectUris(
  database: Kysely<Database>,
  clientId: string,
  redirectUris: readonly string[],
): Promise<void> {
  const rows = [...new Set(redirectUris)].map((redirect_uri, position) => ({
    client_id: clientId,
    position,
    redirect_uri,
  }))
  if (rows.length > 0) await database.insertInto('application_redirect_uri').values(rows).execute()
}
