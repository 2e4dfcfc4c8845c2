import type { FastifyReply, FastifyRequest } from 'fastify'
import { rateLimit } from '#limits/rate-limit.ts'
import { noteRate } from '#request-log/call.ts'
import { type Authenticated, authenticator, type Holder } from './authenticate.ts'
import { type Gathered, gatherParameters } from './raw-parameters.ts'
import type { Services } from './services.ts'

/** Who comes in, and with what. */
type Admitted = Authenticated & { gathered: Gathered }

/**
 * Lets a request in: limit of its address, credential, limit of its user and application, whose headers the answer gets.
 *
 * @throws {Refused} `rate_limit_exceeded`, `not_authorized`, `not_allowed` for a suspended application
 */
export interface Admission {
  (request: FastifyRequest, reply: FastifyReply): Promise<Admitted>
  /** Only finds out whose request it is that fails already, so that the log of its application tells of it. */
  recognise(request: FastifyRequest, reply: FastifyReply): Promise<void>
  /** Judges the credential of a request again that is answered for long; it counts no more. */
  again(request: FastifyRequest): Promise<Authenticated>
}

/** One for all versions of the API: a request counts the same on each. */
export function admission(services: Services): Admission {
  const authenticate = authenticator(services)
  const limits = rateLimit(services.settings.rateLimitPerMinute)

  async function identify(request: FastifyRequest, reply: FastifyReply): Promise<Admitted> {
    const gathered = gatherParameters(request)
    const version = request.url.startsWith('/api/v3') ? 'v3' : 'v4'
    const logFor = ({ accountId, personId, clientId }: Holder) => {
      if (clientId) services.requestLog.begin(request, reply, { clientId, accountId, personId, version })
    }
    const authenticated = await authenticate(request, gathered.accessToken, logFor)
    // Before the limit, whose refusals are in the log too.
    logFor(authenticated.caller)
    return { ...authenticated, gathered }
  }

  return Object.assign(
    async (request: FastifyRequest, reply: FastifyReply) => {
      await limits.byAddress(request.ip)
      const admitted = await identify(request, reply)
      const told = (limit: number, remaining: number) => noteRate(reply, limit, remaining)
      reply.headers(await limits.byCaller(admitted.caller, admitted.requestsPerMinute, told))
      return admitted
    },
    {
      async recognise(request: FastifyRequest, reply: FastifyReply) {
        if (request.headers.authorization === undefined) return
        try {
          await limits.byAddress(request.ip)
          await identify(request, reply)
        } catch {}
      },
      again: (request: FastifyRequest) => authenticate(request, gatherParameters(request).accessToken, () => {}),
    },
  )
}
