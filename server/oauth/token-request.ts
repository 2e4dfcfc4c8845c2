import type { Kysely } from 'kysely'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Database } from '#database/schema.ts'
import { deviceGrant, innerSecret } from './adapters.ts'
import type { Application } from './applications.ts'
import { addResource, separatorOf, splitScope } from './authorization-request.ts'
import { OauthFault } from './oauth-fault.ts'
import type { Parameters } from './request-parameters.ts'
import { hashSecret } from './secrets.ts'

/** Devices are told to ask every five seconds; a second of that is left to the network. */
const polls = new RateLimiterMemory({ points: 1, duration: 4 })

/**
 * Brings a token request of an authenticated application into the form of RFC 6749.
 *
 * @throws {OauthFault} what the authorization server itself would not refuse.
 */
export async function tokenForm(
  database: Kysely<Database>,
  application: Application,
  parameters: Parameters,
  issuer: string,
): Promise<URLSearchParams> {
  if (parameters.grant_type === 'authorization_code') await requireNamedRedirect(database, parameters)
  if (parameters.grant_type === deviceGrant) await slowDown(parameters.device_code)
  const form = new URLSearchParams()
  for (const name of ['grant_type', 'code', 'redirect_uri', 'code_verifier', 'refresh_token', 'device_code']) {
    if (parameters[name] !== undefined) form.set(name, parameters[name])
  }
  addClient(form, application)
  if (parameters.scope !== undefined) {
    form.set('scope', splitScope(parameters.scope).join(' '))
    form.set('tw_separator', separatorOf(parameters.scope))
  }
  addResource(form, parameters.resource, issuer)
  if (form.has('tw_foreign_resource')) throw new OauthFault('invalid_request', 'Resource is not served here')
  return form
}

/** Tells the authorization server which application asks; it has been authenticated. */
export function addClient(form: URLSearchParams, application: Application): void {
  form.set('client_id', application.clientId)
  const secret = innerSecret(application)
  if (secret !== undefined) form.set('client_secret', secret)
}

/** An authorization request that named its redirect URI binds the token request to name it again. */
async function requireNamedRedirect(database: Kysely<Database>, { code, redirect_uri }: Parameters): Promise<void> {
  if (redirect_uri !== undefined || code === undefined) return
  const grant = await database
    .selectFrom('oauth_payload as code')
    .innerJoin('oauth_grant as grant', 'grant.grant_id', 'code.grant_id')
    .select('grant.redirect_uri')
    .where('code.model', '=', 'AuthorizationCode')
    .where('code.id_hash', '=', hashSecret(code))
    .executeTakeFirst()
  if (!grant?.redirect_uri) return
  throw new OauthFault('invalid_grant', "Parameter 'redirect_uri' is missing: the authorization request had one")
}

async function slowDown(deviceCode: string | undefined): Promise<void> {
  if (deviceCode === undefined) return
  const { consumedPoints } = await polls.penalty(hashSecret(deviceCode).toString('hex'))
  if (consumedPoints > polls.points) throw new OauthFault('slow_down', 'Ask every five seconds')
}
