import type { TSchema } from 'typebox'
import { encodeAccountId, encodeDependencyId, encodeId } from '#ids/encode.ts'
import type { EntityType } from '#ids/types.ts'
import type { Told } from './schema-words.ts'

/** A value that a schema takes, as JSON: ids have the right form, but name nothing. */
export function exampleOf(schema: TSchema): unknown {
  const told = schema as Told
  if (told.default !== undefined) return told.default
  if (told.anyOf) return exampleOf(told.anyOf[0] as TSchema)
  if (told.idType) return exampleId(told.idType)
  if (told.enum) return told.enum[0]
  switch (told.type) {
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return Math.max(1, told.minimum ?? 1)
    case 'array':
      return [exampleOf(told.items as TSchema)]
    case 'object':
      return exampleObject(told)
    default:
      return exampleText(told)
  }
}

function exampleObject({ properties = {}, required = [], dictionary }: Told): object {
  if (dictionary) return { [exampleId('Contact')]: exampleId('AccessRole') }
  const names = required.length > 0 ? required : Object.keys(properties).slice(0, 1)
  return Object.fromEntries(names.map((name) => [name, exampleOf(properties[name] as TSchema)]))
}

function exampleText({ format }: Told): string {
  switch (format) {
    case 'date':
    case 'day-of-moment':
      return '2026-12-01'
    case 'date-time':
      return '2026-12-01T10:00:00Z'
    case 'local-date-time':
      return '2026-12-01T10:00:00'
    default:
      return 'text'
  }
}

function exampleId(type: string): string {
  if (type === 'DependencyKey') return encodeDependencyId(1, 42, 43)
  if (type === 'Account') return encodeAccountId(1)
  return encodeId((type === 'ContactOrInvitation' ? 'Contact' : type) as EntityType, 1, 42)
}
