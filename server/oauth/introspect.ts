import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { encodeAccountId, encodeId } from '#ids/encode.ts'
import type { Application } from './applications.ts'
import { hashSecret } from './secrets.ts'

/** The answer of RFC 7662. `sub` is the contact id of the person. */
export type Introspection =
  | { active: false }
  | {
      active: true
      scope: string
      client_id: string
      sub: string
      account_id: string
      host: string
      iat: number
      exp?: number
      token_type: 'bearer'
    }

/** Tells an application what one of its own tokens is; of any other token only that it isn't active. */
export async function introspect(
  database: Kysely<Database>,
  application: Application,
  { token, host }: { token: string; host: string },
): Promise<Introspection> {
  if (application.suspendedBecause !== null) return { active: false }
  const found = await findOwn(database, application.clientId, hashSecret(token))
  if (!found) return { active: false }
  return {
    active: true,
    scope: found.scopes.join(' '),
    client_id: application.clientId,
    sub: encodeId('Contact', found.account_id, found.person_id),
    account_id: encodeAccountId(found.account_id),
    host,
    iat: Math.floor(found.created_at.getTime() / 1000),
    ...(found.expires_at && { exp: Math.floor(found.expires_at.getTime() / 1000) }),
    token_type: 'bearer',
  }
}

async function findOwn(database: Kysely<Database>, clientId: string, hash: Buffer) {
  const access = await database
    .selectFrom('access_token as token')
    .innerJoin('account_user as user', (join) =>
      join.onRef('user.account_id', '=', 'token.account_id').onRef('user.person_id', '=', 'token.person_id'),
    )
    .select(['token.person_id', 'token.account_id', 'token.scopes', 'token.created_at', 'token.expires_at'])
    .where('token.token_hash', '=', hash)
    .where('token.client_id', '=', clientId)
    .where('user.state', '=', 'active')
    .executeTakeFirst()
  if (access) return access.expires_at && access.expires_at <= new Date() ? undefined : access
  const refresh = await database
    .selectFrom('oauth_payload as token')
    .innerJoin('oauth_grant as grant', 'grant.grant_id', 'token.grant_id')
    .select(['grant.person_id', 'grant.account_id', 'grant.scopes', 'grant.created_at'])
    .where('token.model', '=', 'RefreshToken')
    .where('token.id_hash', '=', hash)
    .where('token.consumed_at', 'is', null)
    .where('grant.client_id', '=', clientId)
    .executeTakeFirst()
  return refresh && { ...refresh, expires_at: null }
}
