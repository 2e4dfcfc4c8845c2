import { type Kysely, sql } from 'kysely'
import { permanentTokenScopes, type Scope } from '#contract/scopes.ts'
import type { Database } from '#database/schema.ts'
import { createGrant } from './grants.ts'
import { hashSecret, newSecret } from './secrets.ts'

/** The application by which people try calls; part of the server (migration 0046). */
export const apiReference = 'api-reference'

/** How long one of its tokens works. */
export const minutesOfTrying = 30

/**
 * What a token for trying may do. `read` is what a page asks for until somebody sends a write: a person who only looks
 * around holds nothing that could change anything. `write` is all that a permanent token may have, rather than the scope
 * of one operation: rights are those of the person in any case, and lists of ids to pick from need other scopes than the
 * call itself. The export of all data is in neither: it asks for a consent of its own.
 */
export const triedScopes = {
  read: permanentTokenScopes.filter((scope) => scope.includes('ReadOnly')),
  write: permanentTokenScopes,
} as const satisfies Record<string, readonly Scope[]>

export type Access = keyof typeof triedScopes

/** For whom, in which account and for what a token is asked for. */
export interface TriedBy {
  personId: number
  sessionHash: Buffer
  accountId: number
  access: Access
}

/**
 * Makes an access token of the application "API reference" and returns its text, which is not stored. It ends with the
 * session, with the consent on the person's profile, or after {@link minutesOfTrying} minutes; undefined if the session has
 * ended meanwhile.
 */
export async function issueTriedToken(database: Kysely<Database>, by: TriedBy): Promise<string | undefined> {
  const token = newSecret('twr')
  const scopes = [...triedScopes[by.access]]
  const grant_id = await consentOf(database, by, scopes)
  const { rows } = await sql`
    insert into access_token (token_hash, kind, person_id, account_id, client_id, scopes, grant_id, session_hash, expires_at)
    select ${hashSecret(token)}, 'access', person_id, ${by.accountId}, ${apiReference}, ${scopes}, ${grant_id}, session_hash,
      least(expires_at, now() + make_interval(mins => ${minutesOfTrying}))
    from session where session_hash = ${by.sessionHash} and expires_at > now() for key share
    returning 1`.execute(database)
  return rows.length > 0 ? token : undefined
}

/** The consent that the person's profile shows: one for an account, with the widest scopes that were asked for. */
async function consentOf(database: Kysely<Database>, by: TriedBy, scopes: readonly string[]): Promise<string> {
  const { personId, accountId } = by
  const known = await database
    .selectFrom('oauth_grant')
    .select(['grant_id', 'scopes'])
    .where('client_id', '=', apiReference)
    .where('person_id', '=', personId)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute()
  const wide = known.find((grant) => scopes.every((scope) => grant.scopes.includes(scope)))
  if (wide) return wide.grant_id
  const grant = { clientId: apiReference, personId, accountId, allAccounts: false, scopes, redirectUri: null }
  return createGrant(database, { ...grant, separator: ' ' })
}
