import type { TSchema } from 'typebox'
import type { Schema } from '#http/parse-value.ts'
import type { Ids } from './ids-in-path.ts'

/** A value that a parameter takes, made from its name and type: what a new operation shows before it has an example. */
export function exampleValue(name: string, schema: TSchema, ids: Ids): unknown {
  const s = schema as Schema
  if (s.anyOf) return exampleValue(name, s.anyOf[0] as TSchema, ids)
  if (s.idType) return ids[s.idType] ?? name
  if (s.enum) return s.enum[0]
  switch (s.type) {
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return Math.max(1, s.minimum ?? 1)
    case 'array':
      return [exampleValue(name, s.items as TSchema, ids)]
    case 'object':
      return exampleObject(s, ids)
    default:
      return exampleText(name, s.format)
  }
}

function exampleObject({ properties = {}, required = [] }: Schema, ids: Ids): Record<string, unknown> {
  const names = required.length > 0 ? required : Object.keys(properties).slice(0, 1)
  return Object.fromEntries(names.map((name) => [name, exampleValue(name, properties[name] as TSchema, ids)]))
}

function exampleText(name: string, format: string | undefined): string {
  switch (format) {
    case 'date':
    case 'day-of-moment':
      return '2027-03-01'
    case 'date-time':
      return '2027-03-01T09:00:00Z'
    case 'local-date-time':
      return '2027-03-01T09:00:00'
    default:
      return texts[name] ?? 'Garden'
  }
}

const texts: Record<string, string> = {
  title: 'Water the roses',
  name: 'Roses',
  text: 'All roses are watered.',
  description: 'Early in the morning, before the sun is on them',
  email: 'robin.reed@example.com',
  url: 'https://example.com/garden',
  hookUrl: 'https://example.com/hooks/tasks',
}
