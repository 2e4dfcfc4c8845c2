import type { TSchema } from 'typebox'
import type { Operation } from '#contract/operation.ts'
import type { Schema } from '#http/parse-value.ts'
import { encodeDependencyId, encodeId } from '#ids/encode.ts'
import type { EntityType } from '#ids/types.ts'

/** Ids of things there are, by type of id. */
export type IdsByType = Record<string, string>

/** A value that the schema takes, as JSON. */
export function sampleOf(schema: TSchema, ids: IdsByType): unknown {
  const s = schema as Schema
  if (s.anyOf) return sampleOf(s.anyOf[0] as TSchema, ids)
  if (s.idType) return ids[s.idType] ?? unknownId(s.idType, 1)
  if (s.enum) return s.enum[0]
  switch (s.type) {
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return Math.max(1, s.minimum ?? 1)
    case 'array':
      return [sampleOf(s.items as TSchema, ids)]
    case 'object':
      return s.properties ? sampleObject(s, ids) : {}
    default:
      return sampleText(s)
  }
}

function sampleObject(s: Schema, ids: IdsByType): unknown {
  const names = s.required?.length ? s.required : Object.keys(s.properties ?? {}).slice(0, 1)
  return Object.fromEntries(names.map((name) => [name, sampleOf(s.properties?.[name] as TSchema, ids)]))
}

function sampleText(s: Schema): string {
  switch (s.format) {
    case 'date':
    case 'day-of-moment':
      return '2026-03-02'
    case 'date-time':
      return '2026-03-02T10:00:00Z'
    case 'local-date-time':
      return '2026-03-02T10:00:00'
    default:
      return 'abc'
  }
}

/** Values of a wrong type or form, as JSON, or none where any value counts. */
export function wrongValuesOf(schema: TSchema): unknown[] {
  const s = schema as Schema
  if (s.presence) return []
  if (s.anyOf) return wrongValuesOf(s.anyOf[0] as TSchema)
  if (s.idType) return ['no id!', 5]
  if (s.enum) return [`${s.enum[0]}x`, 5]
  switch (s.type) {
    case 'boolean':
      return ['maybe', 5]
    case 'integer':
      return ['x', 1.5, true]
    case 'number':
      return ['x', true]
    case 'array':
      return [5, ...wrongValuesOf(s.items as TSchema).map((wrong) => [wrong])]
    case 'object':
      return [5, '[1]', ...(s.properties ? [{ noSuchMember: 1 }] : [])]
    default:
      return s.format ? ['yesterday', '2026-02-30', 5] : [5, { a: 1 }, ...(s.minLength ? [''] : [])]
  }
}

/** An id of the right form of something that isn't there. */
export function unknownId(idType: string, accountId: number): string {
  if (idType === 'DependencyKey') return encodeDependencyId(accountId, 900_000_001, 900_000_002)
  if (idType === 'ContactOrInvitation') return encodeId('Contact', accountId, 900_000_001)
  return encodeId(idType as EntityType, accountId, 900_000_001)
}

/** Type of the ids that a parameter takes, if it takes ids. */
export function idTypeOf(schema: TSchema): string | undefined {
  const s = schema as Schema
  return s.idType ?? (s.type === 'array' ? (s.items as Schema | undefined)?.idType : undefined)
}

/** Names of the parameters in a path, in order. */
export const pathNames = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string)

/** The path with ids in place of the names. */
export const filledPath = (path: string, ids: (name: string) => string): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => ids(name))

/** Required parameters outside of the path, with values. */
export function requiredSamples(operation: Operation, ids: IdsByType): Record<string, unknown> {
  const inPath = new Set(operation.paths.flatMap(pathNames))
  return Object.fromEntries(
    Object.entries(operation.parameters)
      .filter(([name, schema]) => !inPath.has(name) && !('~optional' in schema))
      .map(([name, schema]) => [name, sampleOf(schema, ids)]),
  )
}
