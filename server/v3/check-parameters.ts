import { invalidParameter, invalidValue } from '#contract/errors.ts'
import type { RawParameters } from '#http/parse.ts'
import type { V3Operation } from './operation.ts'

/**
 * The parameters of a request of v3, as v4 takes them.
 *
 * @throws {Refused} `invalid_parameter` for a name or a value of `fields` that v3 does not have, though v4 may.
 */
export function checkParameters(
  operation: V3Operation,
  query: RawParameters['query'],
  body: RawParameters['body'],
): Pick<RawParameters, 'query' | 'body'> {
  const known = new Set([...(operation.parameters ?? []), ...(operation.fields ? ['fields'] : [])])
  for (const name of [...Object.keys(query), ...Object.keys(body?.values ?? {})]) {
    if (!known.has(name))
      throw invalidParameter(
        `Parameter '${name.replace(/[^\w.-]/g, '?').slice(0, 100)}' is unknown for ${operation.method} ${operation.paths[0]}`,
      )
  }
  checkFields(operation, body?.values.fields ?? query.fields)
  return {
    query: { ...renamed(operation, query), ...operation.always } as RawParameters['query'],
    body: body && ({ ...body, values: renamed(operation, body.values) } as RawParameters['body']),
  }
}

/** Only the names are looked at: v4 reads the list, and refuses what is none. */
function checkFields({ fields = [] }: V3Operation, given: unknown): void {
  const words = typeof given === 'string' ? (given.match(/\w+/g) ?? []) : Array.isArray(given) ? given : []
  if (words.some((word) => typeof word !== 'string' || !fields.includes(word)))
    throw invalidValue('fields', `some of ${fields.join(', ')}`)
}

function renamed({ formerly }: V3Operation, values: Record<string, unknown>): Record<string, unknown> {
  if (!formerly) return values
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, formerly[name]?.[String(value)] ?? value]),
  )
}
