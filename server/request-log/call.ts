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
  /**
   * What it used, for the counters of use: `v4 queryTasks`. Who answers may add more, like the name of a parameter after
   * the operation.
   */
  readonly uses: string[]
}

/** By the response on the wire, which the authorization server has too. */
const calls = new WeakMap<FastifyReply['raw'], Call>()

/** Puts a call beside its response. */
export function keepCall(response: FastifyReply['raw'], call: Call): void {
  calls.set(response, call)
}

/** The call that this response answers; undefined if it is of no application. */
export function callOf(response: FastifyReply['raw']): Call | undefined {
  return calls.get(response)
}

/** Tells which operation serves a call: it counts as used. */
export function noteOperation({ raw }: Pick<FastifyReply, 'raw'>, operation: string): void {
  const call = calls.get(raw)
  if (!call) return
  call.operation = operation
  call.uses.push(`${call.version} ${operation}`)
}

/** Tells with which code a call was refused. */
export function noteError({ raw }: Pick<FastifyReply, 'raw'>, code: string): void {
  const call = calls.get(raw)
  if (call) call.error = code
}
