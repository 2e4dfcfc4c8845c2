import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { suspendWithoutAccess } from '#webhooks/suspend.ts'
import { announceApplicationChange } from './access-changed.ts'
import { recordAccess, toAccess } from './access-events.ts'
import { type AllowedScopes, narrowed, scopesAmong } from './allowed-scopes.ts'
import { recordApplicationChange } from './application-events.ts'
import { endGrants } from './grants.ts'

/**
 * Sets what an application may ask for. All it has been given is cut down to that with the commit, in every process: what
 * nothing is left of ends. Widening gives nothing back; people have to allow it.
 */
export async function limitScopes(
  database: Kysely<Database>,
  clientId: string,
  allowed: AllowedScopes,
  byPersonId: number,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const changed = await transaction
      .updateTable('application')
      .set({ allowed_scopes: allowed && [...allowed] })
      .where('client_id', '=', clientId)
      .where(sql<boolean>`allowed_scopes is distinct from ${allowed && [...allowed]}::text[]`)
      .returning('client_id')
      .executeTakeFirst()
    if (!changed) return
    await cutGrants(transaction, clientId, allowed, byPersonId)
    await cutTokens(transaction, clientId, allowed, byPersonId)
    await announceApplicationChange(transaction, clientId)
    const change = `May ask for: ${allowed?.join(' ') ?? 'every scope'}`
    await recordApplicationChange(transaction, { clientId, change }, byPersonId)
  })
}

/** What an application may ask for, which stays so until the transaction ends: what it is given now is cut by nobody else. */
export async function lockedScopes(transaction: Kysely<Database>, clientId: string | null): Promise<AllowedScopes> {
  if (clientId === null) return null
  const row = await transaction
    .selectFrom('application')
    .select('allowed_scopes')
    .where('client_id', '=', clientId)
    .forShare()
    .executeTakeFirst()
  return row?.allowed_scopes ? scopesAmong(row.allowed_scopes) : null
}

/** Grants of the same scopes are cut by one statement, however many they are. */
async function cutGrants(
  transaction: Kysely<Database>,
  clientId: string,
  allowed: AllowedScopes,
  byPersonId: number,
): Promise<void> {
  const { rows } = await sql<{ scopes: string[] }>`
    select distinct scopes from oauth_grant where client_id = ${clientId} and revoked_at is null`.execute(transaction)
  for (const { scopes, left } of cuts(rows, allowed)) {
    const { rows: cut } = await sql<{ grant_id: string }>`
      update oauth_grant set scopes = ${left}::text[]
      where client_id = ${clientId} and revoked_at is null and scopes = ${scopes}::text[] returning grant_id`.execute(
      transaction,
    )
    const grantIds = cut.map(({ grant_id }) => grant_id)
    if (left.length === 0) {
      for (const grantId of grantIds) await endGrants(transaction, { grantId }, byPersonId)
      continue
    }
    await cutPayloads(transaction, grantIds, allowed)
  }
}

/** Codes and refresh tokens of grants carry scopes of their own. */
async function cutPayloads(
  transaction: Kysely<Database>,
  grantIds: readonly string[],
  allowed: AllowedScopes,
): Promise<void> {
  const { rows } = await sql<{ scope: string }>`
    select distinct payload ->> 'scope' as scope from oauth_payload
    where grant_id = any(${grantIds}::text[]) and payload ? 'scope'`.execute(transaction)
  for (const { scope } of rows) {
    const left = narrowed(scope.split(' '), allowed).join(' ')
    await sql`update oauth_payload set payload = jsonb_set(payload, '{scope}', to_jsonb(${left}::text))
      where grant_id = any(${grantIds}::text[]) and payload ->> 'scope' = ${scope}`.execute(transaction)
  }
}

interface Ended {
  kind: 'access' | 'permanent'
  person_id: number
  account_id: number
  client_id: string
  scopes: string[]
}

async function cutTokens(
  transaction: Kysely<Database>,
  clientId: string,
  allowed: AllowedScopes,
  byPersonId: number,
): Promise<void> {
  const { rows } = await sql<{ scopes: string[] }>`
    select distinct scopes from access_token where client_id = ${clientId}`.execute(transaction)
  for (const { scopes, left } of cuts(rows, allowed)) {
    const those = sql`client_id = ${clientId} and scopes = ${scopes}::text[]`
    if (left.length > 0) {
      await sql`update access_token set scopes = ${left}::text[] where ${those}`.execute(transaction)
      continue
    }
    const { rows: ended } = await sql<Ended>`
      delete from access_token where ${those} returning kind, person_id, account_id, client_id, scopes`.execute(
      transaction,
    )
    await recordAccess(
      transaction,
      'OauthRevoked',
      ended.map((token) => toAccess(token.kind)(token)),
      byPersonId,
    )
    for (const personId of new Set(ended.map((token) => token.person_id)))
      await suspendWithoutAccess(transaction, personId, byPersonId)
  }
}

/** The lists of scopes that are cut, each with what is left of it. */
function cuts(rows: readonly { scopes: string[] }[], allowed: AllowedScopes) {
  return rows
    .map(({ scopes }) => ({ scopes, left: narrowed(scopes, allowed) }))
    .filter(({ scopes, left }) => left.join(' ') !== scopes.join(' '))
}
