import type { Kysely } from 'kysely'
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import type { Database } from '#database/schema.ts'
import { type Application, findApplication } from './applications.ts'
import { endGrants, findGrant } from './grants.ts'
import { hashSecret } from './secrets.ts'
import { storedPayloads } from './stored-payloads.ts'

export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'

/** Where each model of the authorization server is kept: applications, grants and access tokens in tables of their own. */
export function adapters(database: Kysely<Database>): (model: string) => Adapter {
  return (model) => {
    switch (model) {
      case 'Client':
        return { ...nowhere, find: (clientId) => findClient(database, clientId) }
      case 'Grant':
        return grants(database)
      case 'AccessToken':
        return accessTokens(database)
      // People are signed in by sessions of console/: one of the authorization server could disagree with them.
      case 'Session':
        return nowhere
      default:
        return storedPayloads(database, model)
    }
  }
}

const nowhere: Adapter = {
  async upsert() {},
  async find() {},
  async findByUserCode() {},
  async findByUid() {},
  async consume() {},
  async destroy() {},
  async revokeByGrantId() {},
}

async function findClient(database: Kysely<Database>, clientId: string): Promise<AdapterPayload | undefined> {
  const application = await findApplication(database, clientId)
  return application && clientMetadata(application)
}

/**
 * What stands for the secret between our endpoints and the authorization server, which are one process: the application
 * was authenticated before, and a secret given by HTTP Basic or in the body looks the same from here on.
 */
export function innerSecret({ secretHashes }: Application): string | undefined {
  return secretHashes[0]?.toString('hex')
}

function clientMetadata(application: Application): AdapterPayload {
  const hasRedirect = application.redirectUris.length > 0
  return {
    client_id: application.clientId,
    client_name: application.name,
    client_secret: innerSecret(application),
    token_endpoint_auth_method: application.isPublic ? 'none' : 'client_secret_post',
    application_type: application.isPublic ? 'native' : 'web',
    redirect_uris: application.redirectUris,
    // What is beyond it is refused with `invalid_scope`.
    ...(application.allowedScopes && { scope: application.allowedScopes.join(' ') }),
    response_types: hasRedirect ? ['code'] : [],
    grant_types: [...(hasRedirect ? ['authorization_code'] : []), 'refresh_token', deviceGrant],
  }
}

/** Grants are written by consent.ts; the authorization server only reads and ends them. */
function grants(database: Kysely<Database>): Adapter {
  return {
    ...nowhere,
    async find(grantId) {
      const grant = await findGrant(database, grantId)
      if (!grant) return undefined
      return {
        jti: grantId,
        kind: 'Grant',
        clientId: grant.client_id,
        accountId: String(grant.person_id),
        openid: { scope: grant.scopes.join(' ') },
        iat: Math.floor(grant.created_at.getTime() / 1000),
        exp: Number.MAX_SAFE_INTEGER,
      }
    },
    destroy: (grantId) => database.transaction().execute((transaction) => endGrants(transaction, { grantId })),
  }
}

/** Access tokens are only written here: the API and introspection find them by tokens.ts. */
function accessTokens(database: Kysely<Database>): Adapter {
  return {
    ...nowhere,
    async upsert(token, { grantId, scope }, expiresIn) {
      await database.transaction().execute(async (transaction) => {
        // Whoever ends or cuts the grant comes before, and is seen here, or after, and sees the token.
        await transaction
          .selectFrom('oauth_grant')
          .select('grant_id')
          .where('grant_id', '=', grantId ?? '')
          .forShare()
          .execute()
        const grant = grantId && (await findGrant(transaction, grantId))
        if (!grant) throw new errors.InvalidGrant('grant has ended')
        await transaction
          .insertInto('access_token')
          .values({
            token_hash: hashSecret(token),
            kind: 'access',
            person_id: grant.person_id,
            account_id: grant.account_id,
            all_accounts: grant.all_accounts,
            client_id: grant.client_id,
            scopes: (scope?.split(' ') ?? []).filter((one) => grant.scopes.includes(one)),
            grant_id: grant.grant_id,
            expires_at: new Date(Date.now() + (expiresIn ?? 0) * 1000),
          })
          .execute()
      })
    },
    // The row goes with its grant, in `grants.destroy`.
    async revokeByGrantId() {},
  }
}
