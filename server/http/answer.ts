import fastJson from 'fast-json-stringify'
import type { Operation } from '#contract/operation.ts'

/** The envelope of every answer. */
export interface Envelope {
  kind: string
  data: unknown[]
  nextPageToken?: string | undefined
  responseSize?: number | undefined
  state?: string | undefined
}

type Serialiser = (envelope: Envelope) => string

/**
 * The serialiser of each kind that an operation answers with. A member that the model does not have cannot leave the server; one
 * that it requires and that is missing is an error. Each is compiled when it is needed first: all of them at the start would
 * hold it up.
 */
export function serialisers({ kinds }: Operation): (kind: string) => Serialiser {
  const compiled = new Map<string, Serialiser>()
  return (kind) => {
    const known = compiled.get(kind) ?? compile(kinds[kind])
    compiled.set(kind, known)
    return known
  }
}

const compile = (model: unknown): Serialiser =>
  fastJson({
    type: 'object',
    properties: {
      kind: { type: 'string' },
      data: { type: 'array', items: plain(model) },
      nextPageToken: { type: 'string' },
      responseSize: { type: 'integer' },
      state: { type: 'string' },
    },
    required: ['kind', 'data'],
  } as Parameters<typeof fastJson>[0])

/** The schema without patterns, formats and our own keywords: they describe, and would only slow the writing down. */
function plain(schema: unknown): object {
  return JSON.parse(
    JSON.stringify(schema, (key, value) =>
      (['pattern', 'enum', 'idType', 'modelName', 'description'].includes(key) && typeof value !== 'object') ||
      (key === 'enum' && Array.isArray(value)) ||
      isDeprecation(key, value)
        ? undefined
        : value,
    ),
  )
}

/** A mark, not a member that has its name. */
const isDeprecation = (key: string, value: unknown): boolean =>
  (key === 'deprecation' && typeof (value as { since?: unknown }).since === 'string') ||
  (key === 'deprecatedValues' && (value as { type?: unknown }).type === undefined)
