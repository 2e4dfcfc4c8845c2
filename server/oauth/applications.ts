import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { atOnce } from '#events/outbox.ts'
import { removeWebhooks } from '#webhooks/suspend.ts'
import { type AllowedScopes, scopesAmong } from './allowed-scopes.ts'
import { recordApplicationChange } from './application-events.ts'
import { type ApplicationWords, refuseFaulty, writeRedirectUris } from './application-settings.ts'
import { endTokens } from './client-secret.ts'
import { endGrants } from './grants.ts'
import { hashSecret, newName, newSecret } from './secrets.ts'

/** An application as the authorization server knows it. */
export interface Application {
  clientId: string
  name: string
  /** What it does, for people who are asked to allow it; empty if nobody has said. So are website and support. */
  description: string
  website: string
  /** An address for mail or of a page. */
  support: string
  /** Version of its logo; null if it has none. */
  logoVersion: string | null
  accountId: number
  accountName: string
  isPublic: boolean
  /** An admin vouches for it: a repeated consent to the same scopes or fewer is not asked for. */
  isTrusted: boolean
  redirectUris: string[]
  /** Hashes of the secrets in force: two while a secret is being changed. */
  secretHashes: Buffer[]
  /** Until when the secret before the present one works; null if none does. */
  oldSecretUntil: Date | null
  allowedScopes: AllowedScopes
  createdAt: Date
  /** How many requests it may send in a minute for each of its users: null for the server's own limit, 0 for no limit. */
  requestsPerMinute: number | null
  /** Why whoever runs the server has suspended it; null while it is not. */
  suspendedBecause: string | null
}

/** What an application is made of. */
export interface NewApplication extends Partial<Omit<ApplicationWords, 'name'>> {
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
  { ownerPersonId, accountId, redirectUris, isPublic = false, ...words }: NewApplication,
): Promise<{ clientId: string; clientSecret: string }> {
  refuseFaulty(redirectUris, isPublic)
  const clientId = newName(10)
  const clientSecret = isPublic ? '' : newSecret('tws')
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('application')
      .values({
        client_id: clientId,
        ...words,
        owner_person_id: ownerPersonId,
        account_id: accountId,
        secret_hash: isPublic ? null : hashSecret(clientSecret),
        is_public: isPublic,
      })
      .execute()
    await writeRedirectUris(transaction, clientId, redirectUris)
    await recordApplicationChange(transaction, { clientId, change: 'Registered' }, ownerPersonId)
  })
  return { clientId, clientSecret }
}

/** Finds an application by its client id; undefined if there is none, and for those that are part of the server. */
export async function findApplication(database: Kysely<Database>, clientId: string): Promise<Application | undefined> {
  const row = await database
    .selectFrom('application')
    .innerJoin('account', 'account.account_id', 'application.account_id')
    .leftJoin('application_logo as logo', 'logo.client_id', 'application.client_id')
    .selectAll('application')
    .select(['account.name as account_name', 'logo.version as logo_version'])
    .select(
      sql<string[]>`array(
        select redirect_uri from application_redirect_uri as uri
        where uri.client_id = application.client_id order by position)`.as('redirect_uris'),
    )
    .where('application.client_id', '=', clientId)
    .executeTakeFirst()
  if (!row || row.account_id === null) return undefined
  const until = row.previous_secret_expires_at
  const oldSecretUntil = row.previous_secret_hash && until && until > new Date() ? until : null
  const hashes = [row.secret_hash, oldSecretUntil && row.previous_secret_hash]
  return {
    clientId: row.client_id,
    name: row.name,
    description: row.description,
    website: row.website,
    support: row.support,
    logoVersion: row.logo_version,
    accountId: row.account_id,
    accountName: row.account_name,
    isPublic: row.is_public,
    isTrusted: row.is_trusted,
    redirectUris: row.redirect_uris,
    secretHashes: hashes.filter((hash) => hash !== null),
    oldSecretUntil,
    allowedScopes: row.allowed_scopes && scopesAmong(row.allowed_scopes),
    createdAt: row.created_at,
    requestsPerMinute: row.requests_per_minute,
    suspendedBecause: row.suspended_because,
  }
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
    await endTokens(transaction, clientId, byPersonId)
    await recordApplicationChange(transaction, { clientId, change: 'Deleted' }, byPersonId)
    await transaction.deleteFrom('application').where('client_id', '=', clientId).execute()
  })
}
