import { type Kysely, sql } from 'kysely'
import type { Scope } from '#contract/scopes.ts'
import type { Database } from '#database/schema.ts'
import { createGrant } from './grants.ts'
import { hashSecret, newSecret } from './secrets.ts'

/** What a page of the server's own asks for: for whom, by which browser session, in which account, for what. */
export interface SessionAccess {
  personId: number
  sessionHash: Buffer
  accountId: number
  /** An application that is part of the server. */
  clientId: string
  scopes: readonly Scope[]
  minutes: number
}

/**
 * Makes an access token for a page of the server's own and returns its text, which is not stored. It ends with the
 * session, with the consent on the person's profile, or after its minutes; undefined if the session has ended meanwhile.
 */
export async function issueSessionToken(
  database: Kysely<Database>,
  access: SessionAccess,
): Promise<string | undefined> {
  const { accountId, clientId, scopes, sessionHash, minutes } = access
  const token = newSecret('twr')
  const grant_id = await consentOf(database, access)
  const { rows } = await sql`
    insert into access_token (token_hash, kind, person_id, account_id, client_id, scopes, grant_id, session_hash, expires_at)
    select ${hashSecret(token)}, 'access', person_id, ${accountId}, ${clientId}, ${[...scopes]}, ${grant_id}, session_hash,
      least(expires_at, now() + make_interval(mins => ${minutes}))
    from session where session_hash = ${sessionHash} and expires_at > now() for key share
    returning 1`.execute(database)
  return rows.length > 0 ? token : undefined
}

/** The consent that the person's profile shows: one for an account, with the widest scopes that were asked for. */
async function consentOf(database: Kysely<Database>, access: SessionAccess): Promise<string> {
  const { personId, accountId, clientId, scopes } = access
  const known = await database
    .selectFrom('oauth_grant')
    .select(['grant_id', 'scopes'])
    .where('client_id', '=', clientId)
    .where('person_id', '=', personId)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute()
  const wide = known.find((grant) => scopes.every((scope) => grant.scopes.includes(scope)))
  if (wide) return wide.grant_id
  const grant = { clientId, personId, accountId, allAccounts: false, scopes: [...scopes], redirectUri: null }
  return createGrant(database, { ...grant, separator: ' ' })
}
