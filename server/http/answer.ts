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

/**
 * Compiles the serialiser of each kind an operation answers with. A member that the model does not have cannot leave the
 * server; one that it requires and that is missing is an error.
 */
export function serialisers(operation: Operation): Map<string, (envelope: Envelope) => string> {
  return new Map(
    Object.entries(operation.kinds).map(([kind, model]) => [
      kind,
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
      } as Parameters<typeof fastJson>[0]),
    ]),
  )
}

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
