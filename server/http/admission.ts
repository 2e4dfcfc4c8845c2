import type { FastifyReply, FastifyRequest } from 'fastify'
import { rateLimit } from '#limits/rate-limit.ts'
import { type Authenticated, authenticator } from './authenticate.ts'
import { type Gathered, gatherParameters } from './raw-parameters.ts'
import type { Services } from './services.ts'

/**
 * Lets a request in: limit of its address, credential, limit of its user and application, whose headers the answer gets.
 *
 * @throws {Refused} `rate_limit_exceeded`, `not_authorized`, `not_allowed` for a suspended application
 */
export type Admission = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<Authenticated & { gathered: Gathered }>

/** One for all versions of the API: a request counts the same on each. */
export function admission(services: Services): Admission {
  const authenticate = authenticator(services)
  const limits = rateLimit(services.settings.rateLimitPerMinute)
  return async (request, reply) => {
    await limits.byAddress(request.ip)
    const gathered = gatherParameters(request)
    const authenticated = await authenticate(request, gathered.accessToken)
    const { caller, everywhere, requestsPerMinute } = authenticated
    reply.headers(await limits.byCaller(caller, requestsPerMinute))
    return { caller, everywhere, requestsPerMinute, gathered }
  }
}
