import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { Application } from './applications.ts'
import { endGrants } from './grants.ts'
import { hashSecret } from './secrets.ts'
import { revokeToken } from './tokens.ts'

/**
 * Ends a token of the application (RFC 7009). A refresh token takes its whole family with it, an access token or a
 * permanent token only itself. Tokens that are unknown, or another application's, are left alone without a word.
 */
export async function revoke(database: Kysely<Database>, application: Application, token: string): Promise<void> {
  const hash = hashSecret(token)
  const access = await database
    .selectFrom('access_token')
    .select('client_id')
    .where('token_hash', '=', hash)
    .executeTakeFirst()
  if (access) {
    if (access.client_id === application.clientId) await revokeToken(database, hash.toString('hex'))
    return
  }
  const refresh = await database
    .selectFrom('oauth_payload as token')
    .innerJoin('oauth_grant as grant', 'grant.grant_id', 'token.grant_id')
    .select('grant.grant_id')
    .where('token.model', '=', 'RefreshToken')
    .where('token.id_hash', '=', hash)
    .where('grant.client_id', '=', application.clientId)
    .executeTakeFirst()
  if (!refresh) return
  await database
    .transaction()
    .execute((transaction) => endGrants(transaction, { grantId: refresh.grant_id, clientId: application.clientId }))
}
