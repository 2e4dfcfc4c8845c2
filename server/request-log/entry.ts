import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Selectable } from '#database/sql.ts'
import type { Call } from './call.ts'
import type { RequestLogTables } from './tables.ts'

/** A row of the log before it is written; its moment in milliseconds. */
export type Entry = Omit<Selectable<RequestLogTables['request_log']>, 'answered_at'> & { answered_at: number }

/** The status of a request whose client went away before the answer (nginx's word). */
export const clientClosedRequest = 499

const longestPath = 500

/** What the log keeps of a call that has been answered. */
export function entryOf(call: Call, request: FastifyRequest, reply: FastifyReply): Entry {
  return {
    client_id: call.clientId,
    answered_at: Date.now(),
    request_id: request.id,
    account_id: call.accountId,
    person_id: call.personId,
    version: call.version,
    operation: call.operation,
    method: request.method,
    path: pathOf(request.url),
    status: reply.raw.writableFinished ? reply.raw.statusCode : clientClosedRequest,
    error: call.error,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    rate_limit: call.rateLimit,
    rate_remaining: call.rateRemaining,
  }
}

/** A credential that somebody put into the path by mistake. */
const credential = /tw[a-z]_[\w-]{16,}/g

function pathOf(url: string): string {
  const end = url.indexOf('?')
  const whole = end < 0 ? url : url.slice(0, end)
  // Hardly a path has this sign, which every credential has.
  const path = whole.includes('_') ? whole.replace(credential, '…') : whole
  return path.length > longestPath ? `${path.slice(0, longestPath)}…` : path
}
