import { timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Database } from '#database/schema.ts'
import { type Application, findApplication } from './applications.ts'
import { OauthFault } from './oauth-fault.ts'
import type { Parameters } from './request-parameters.ts'
import { hashSecret } from './secrets.ts'

interface Credentials {
  clientId: string
  secret: string | undefined
  byHeader: boolean
}

/** Wrong secrets from one address; right ones are free. */
const failures = new RateLimiterMemory({ points: 30, duration: 60 })

/**
 * Finds the application that asks and checks its secret: in the body, or by HTTP Basic, or both if they agree. A public
 * client only names itself.
 *
 * @throws {OauthFault} `invalid_client`, `unauthorized_client` (the vendor's word for a wrong secret in the body),
 *   `invalid_request` for what is missing, `temporarily_unavailable` after too many wrong ones.
 */
export async function authenticateClient(
  database: Kysely<Database>,
  asked: {
    authorization: string | undefined
    parameters: Parameters
    address: string
    /** Told which application asks, before its secret is judged. */
    named?: (application: Application) => void
  },
): Promise<Application> {
  await refuseGuessing(asked.address)
  const { clientId, secret, byHeader } = credentialsOf(asked.authorization, asked.parameters)
  const application = await findApplication(database, clientId)
  if (!application) throw unknownClient('Client is unknown', byHeader)
  asked.named?.(application)
  if (application.isPublic) return application
  if (secret === undefined) throw new OauthFault('invalid_request', "Parameter 'client_secret' is missing")
  const hash = hashSecret(secret)
  if (application.secretHashes.some((one) => timingSafeEqual(one, hash))) return application
  await failures.penalty(asked.address)
  if (byHeader) throw unknownClient('Client secret is wrong', true)
  throw new OauthFault('unauthorized_client', 'Client secret is wrong')
}

async function refuseGuessing(address: string): Promise<void> {
  const state = await failures.get(address)
  if (!state || state.consumedPoints < failures.points) return
  const seconds = Math.ceil(state.msBeforeNext / 1000)
  throw new OauthFault('temporarily_unavailable', 'Too many wrong secrets', { 'retry-after': String(seconds) })
}

function credentialsOf(authorization: string | undefined, { client_id, client_secret }: Parameters): Credentials {
  const basic = authorization === undefined ? undefined : decodeBasic(authorization)
  if (!basic) {
    if (client_id === undefined) throw new OauthFault('invalid_request', "Parameter 'client_id' is missing")
    return { clientId: client_id, secret: client_secret, byHeader: false }
  }
  const differs =
    (client_id !== undefined && client_id !== basic.clientId) ||
    (client_secret !== undefined && client_secret !== basic.secret)
  if (differs) throw new OauthFault('invalid_request', 'The body names another client than the Authorization header')
  return { ...basic, byHeader: true }
}

/** RFC 6749, section 2.3.1: id and secret are form-encoded before base64. */
function decodeBasic(authorization: string): { clientId: string; secret: string } {
  const encoded = /^basic ([\w+/]+={0,2})$/i.exec(authorization)?.[1]
  const text = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  if (colon < 1) throw unknownClient('Authorization header is not HTTP Basic with client id and secret', true)
  try {
    const [clientId, secret] = [text.slice(0, colon), text.slice(colon + 1)].map((part) =>
      decodeURIComponent(part.replaceAll('+', ' ')),
    )
    return { clientId: clientId ?? '', secret: secret ?? '' }
  } catch {
    throw unknownClient('Client id and secret in the Authorization header are not form-encoded', true)
  }
}

function unknownClient(description: string, byHeader: boolean): OauthFault {
  return new OauthFault('invalid_client', description, byHeader ? { 'www-authenticate': 'Basic realm="oauth2"' } : {})
}
