import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#contract/errors.ts'
import { callOf, noteError } from '#request-log/call.ts'
import type { Admission } from './admission.ts'
import { readAway } from './file-body.ts'

export const jsonType = 'application/json;charset=UTF-8'

/** Answers a refused request in the contract's shape. Unexpected errors end here too: told briefly, logged in full. */
export function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refused = asRefused(error)
  noteError(reply, refused.code)
  if (refused.status >= 500) request.log.error({ err: error }, 'request failed')
  return reply
    .code(refused.status)
    .headers({ ...refused.headers, 'cache-control': 'no-store' })
    .type(jsonType)
    .send(JSON.stringify({ error: refused.code, errorDescription: refused.message }))
}

/** Whatever a route of the API throws is answered in the contract's shape. */
export function refuseErrors(app: FastifyInstance, admit: Admission): void {
  app.setErrorHandler(async (error, request, reply) => {
    readAway(request, reply)
    const refused = asRefused(error)
    // A body that can't be read is refused before anybody asked whose it is; the log of its application should tell.
    if (refused.code === 'invalid_request' && !callOf(reply.raw)) await admit.recognise(request, reply)
    return refuse(error, request, reply)
  })
}

/** The credential is judged before the route: an unknown path without a token is 401, never 404. */
export function refuseUnknownPaths(app: FastifyInstance, admit: Admission): void {
  app.setNotFoundHandler(async (request, reply) => {
    try {
      await admit(request, reply)
      throw new Refused(
        'method_not_found',
        `There is no method ${request.method} ${request.url.split('?', 1)[0]?.slice(0, 100)}`,
      )
    } catch (error) {
      return refuse(error, request, reply)
    }
  })
}

function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error
  if (isOverload(error)) {
    return new Refused(
      'server_error',
      'The server is busy or its database is away; nothing was written. Try again shortly',
      {
        status: 503,
        headers: { 'retry-after': '1' },
      },
    )
  }
  const status = (error as { statusCode?: number }).statusCode
  if (status === 413) return new Refused('invalid_request', 'The request is too large: at most 5 MB')
  if (status === 415) return new Refused('invalid_request', 'Unsupported content type: send JSON or a form')
  if (status !== undefined && status >= 400 && status < 500)
    return new Refused('invalid_request', 'The request cannot be read')
  return new Refused(
    'server_error',
    'The server failed; the request id in the header X-Request-Id finds the reason in its log',
  )
}

/** Connection lost or refused, database starting, stopping or out of connections, no connection in time, queue full. */
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '55000',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08003',
  '08006',
  '08001',
  '55P03',
  '57014',
  'FST_UNDER_PRESSURE',
])

function isOverload(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: string }).code
  return (
    (code !== undefined && awayCodes.has(code)) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
  )
}
