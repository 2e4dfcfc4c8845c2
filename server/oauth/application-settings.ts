import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { recordApplicationChange } from './application-events.ts'
import { redirectUriFault } from './redirect-uris.ts'

/** A redirect URI can't be registered; the message says which and why. */
export class RedirectUriRefused extends Error {}

/** What people are told of an application. */
export interface ApplicationWords {
  name: string
  description: string
  website: string
  support: string
}

/** What its people may set about an application. */
export interface ApplicationSettings extends ApplicationWords {
  redirectUris: readonly string[]
}

/**
 * Replaces what an application says of itself and where it may send people.
 *
 * @throws {RedirectUriRefused} if a redirect URI can't be registered.
 */
export async function updateApplication(
  database: Kysely<Database>,
  { clientId, isPublic }: { clientId: string; isPublic: boolean },
  { redirectUris, ...words }: ApplicationSettings,
  byPersonId: number,
): Promise<void> {
  refuseFaulty(redirectUris, isPublic)
  await database.transaction().execute(async (transaction) => {
    await transaction.updateTable('application').set(words).where('client_id', '=', clientId).execute()
    await transaction.deleteFrom('application_redirect_uri').where('client_id', '=', clientId).execute()
    await writeRedirectUris(transaction, clientId, redirectUris)
    await recordApplicationChange(transaction, { clientId, change: 'Settings changed' }, byPersonId)
  })
}

/** Vouches for an application, or takes that back. For an admin of its account. */
export async function setTrust(
  database: Kysely<Database>,
  clientId: string,
  isTrusted: boolean,
  byPersonId: number,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const changed = await transaction
      .updateTable('application')
      .set({ is_trusted: isTrusted })
      .where('client_id', '=', clientId)
      .where('is_trusted', '<>', isTrusted)
      .returning('client_id')
      .executeTakeFirst()
    if (!changed) return
    const change = isTrusted ? 'Vouched for' : 'No longer vouched for'
    await recordApplicationChange(transaction, { clientId, change }, byPersonId)
  })
}

/** @throws {RedirectUriRefused} if one of the redirect URIs can't be registered. */
export function refuseFaulty(redirectUris: readonly string[], isPublic: boolean): void {
  for (const uri of redirectUris) {
    const fault = redirectUriFault(uri, isPublic)
    if (fault) throw new RedirectUriRefused(fault)
  }
}

/** Writes the redirect URIs of an application that has none. */
export async function writeRedirectUris(
  transaction: Kysely<Database>,
  clientId: string,
  redirectUris: readonly string[],
): Promise<void> {
  const rows = [...new Set(redirectUris)].map((redirect_uri, position) => ({
    client_id: clientId,
    position,
    redirect_uri,
  }))
  if (rows.length > 0) await transaction.insertInto('application_redirect_uri').values(rows).execute()
}
