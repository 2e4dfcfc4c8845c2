import type { FastifyRequest } from 'fastify'
import { invalidValue, Refused } from '#contract/errors.ts'
import { brokenBody, type RawParameters } from './parse.ts'

/** Parameters of a request before an operation reads them, and those that every request may have. */
export interface Gathered {
  query: RawParameters['query']
  body: RawParameters['body']
  accessToken: string | undefined
  /** Verb that a client limited to GET really means. */
  method: string | undefined
  /** Echoed in the answer. */
  state: string | undefined
}

/** Takes `access_token`, `method` and `state` out of query and body; what is left belongs to the operation. */
export function gatherParameters(request: FastifyRequest): Gathered {
  const query = byName(new URLSearchParams(request.url.split('?', 2)[1] ?? ''))
  const body = request.body as RawParameters['body']
  const take = (name: string): unknown => {
    const inBody = body && Object.hasOwn(body.values, name) ? body.values[name] : undefined
    const value = inBody ?? (Object.hasOwn(query, name) ? query[name] : undefined)
    delete query[name]
    if (body) delete body.values[name]
    return value
  }
  return {
    accessToken: one('access_token', take('access_token')),
    method: request.method === 'GET' ? one('method', take('method')) : undefined,
    state: one('state', take('state')),
    query,
    body,
  }
}

/** Form fields or query parameters by name; repeated names have an array. */
export function byName(search: URLSearchParams): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of search) {
    const before = values[name]
    // One array for each name, not one for each value: that would take as long as their number squared.
    if (Array.isArray(before)) before.push(value)
    else values[name] = before === undefined ? value : [before, value]
  }
  return values
}

/** Reads a JSON body to parameters. */
export function jsonBody(text: string): RawParameters['body'] {
  if (text.trim() === '') return undefined
  let values: unknown
  try {
    values = JSON.parse(text)
  } catch {
    throw brokenBody('The body is no valid JSON')
  }
  if (values === null || typeof values !== 'object' || Array.isArray(values))
    throw brokenBody('The JSON body must be an object of parameters')
  return { from: 'json', values: { ...values } }
}

const mostFormValues = 20_000

/** Reads a form body to parameters. */
export function formBody(text: string): RawParameters['body'] {
  if (text === '') return undefined
  // Taking a form apart takes Node longer for each further parameter: two million would hold up everybody for minutes.
  if (text.split('&', mostFormValues + 1).length > mostFormValues)
    throw brokenBody(`A form may have ${mostFormValues} values at most`)
  return { from: 'form', values: byName(new URLSearchParams(text)) }
}

function one(name: string, value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'string' || value.length > 1000) throw invalidValue(name, 'one text of at most 1,000 characters')
  return value
}

export const unusableVerb = (method: string, allowed: string): Refused =>
  new Refused('invalid_request', `${method} cannot be used on this path; use ${allowed}`, {
    headers: { allow: allowed },
  })
