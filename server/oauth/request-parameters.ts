import type { FastifyRequest } from 'fastify'
import { OauthFault } from './oauth-fault.ts'

/** The parameters of a request to the token endpoint or its neighbours, by name. */
export type Parameters = Record<string, string | undefined>

/**
 * Reads the parameters of a POST: a form, JSON, or the query of a request with an empty body, which several programs of
 * the vendor's send.
 *
 * @throws {OauthFault} `invalid_request` if a parameter is repeated or is no text.
 */
export function parametersOf(request: FastifyRequest): Parameters {
  const given = { ...(request.query as object), ...(typeof request.body === 'object' ? request.body : {}) }
  const parameters: Parameters = {}
  for (const [name, value] of Object.entries(given)) {
    if (Array.isArray(value)) throw new OauthFault('invalid_request', `Parameter '${name}' is repeated`)
    if (value !== null && typeof value === 'object') {
      throw new OauthFault('invalid_request', `Parameter '${name}' value is invalid`)
    }
    if (value !== null && value !== '') parameters[name] = String(value)
  }
  return parameters
}

/**
 * A parameter that must be there.
 *
 * @throws {OauthFault} `invalid_request` if it is missing.
 */
export function required(parameters: Parameters, name: string): string {
  const value = parameters[name]
  if (value === undefined) throw new OauthFault('invalid_request', `Parameter '${name}' is missing`)
  return value
}
