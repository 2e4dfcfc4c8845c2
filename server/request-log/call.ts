import type { FastifyReply } from 'fastify'

export type ApiVersion = 'v4' | 'v3' | 'oauth2'

/** A request of an application while it is answered, as its log will tell it. */
export interface Call {
  readonly clientId: string
  readonly accountId: number | null
  readonly personId: number | null
  readonly version: ApiVersion
  operation: string | null
  /** Code of the refusal. */
  error: string | null
  /** What the answer says of the rate limit; null where it says nothing. */
  rateLimit: number | null
  rateRemaining: number | null
  /** What it used, for the counters of use: `v4 queryTasks`, `v4 queryTasks sortOrder`. Nothing twice. */
  readonly uses: string[]
}

/** On the response on the wire, which the authorization server has too. A property costs a tenth of a WeakMap. */
const ofResponse = Symbol('call')
type Response = FastifyReply['raw'] & { [ofResponse]?: Call }

/** Puts a call beside its response. */
export function keepCall(response: Response, call: Call): void {
  response[ofResponse] = call
}

/** The call that this response answers; undefined if it is of no application. */
export function callOf(response: Response): Call | undefined {
  return response[ofResponse]
}

/**
 * Tells which operation serves a call. It counts as used, but for v4, where whoever tells what of it is used
 * (`http/note-use.ts`) tells this too.
 */
export function noteOperation({ raw }: Pick<FastifyReply, 'raw'>, operation: string): void {
  const call = callOf(raw)
  if (!call) return
  call.operation = operation
  if (call.version !== 'v4') call.uses.push(`${call.version} ${operation}`)
}

/** Tells with which code a call was refused. */
export function noteError({ raw }: Pick<FastifyReply, 'raw'>, code: string): void {
  const call = callOf(raw)
  if (call) call.error = code
}

/** Tells what the client is told of its rate limit. */
export function noteRate({ raw }: Pick<FastifyReply, 'raw'>, limit: number, remaining: number): void {
  const call = callOf(raw)
  if (!call) return
  call.rateLimit = limit
  call.rateRemaining = remaining
}
