import type { TSchema } from 'typebox'
import { deprecationOf, valueDeprecationsOf } from '#contract/deprecation.ts'
import type { Value } from './record.ts'

interface Schema {
  type?: string
  format?: string
  idType?: string
  presence?: true
  modelName?: string
  enum?: string[]
  pattern?: string
  default?: unknown
  items?: TSchema
  properties?: Record<string, TSchema>
  additionalProperties?: boolean | TSchema
  patternProperties?: Record<string, TSchema>
  anyOf?: TSchema[]
}

/** What narrows a value, as its schema says it. */
const limitNames = [
  'minLength',
  'maxLength',
  'trimmed',
  'minimum',
  'maximum',
  'exclusiveMaximum',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
] as const

/** The record of a schema; named models inside are told of by `model`, and recorded by whoever hands it in. */
export function valueRecord(schema: TSchema, model: (name: string, schema: TSchema) => void): Value {
  const given = schema as Schema
  const own = { ...('~optional' in schema ? { optional: true as const } : {}), ...marks(schema) }
  const alternatives = given.anyOf?.filter((one) => (one as Schema).type !== 'null')
  if (given.anyOf && alternatives?.length === 1)
    return { ...valueRecord(alternatives[0] as TSchema, model), ...own, nullable: true }
  if (given.modelName) {
    model(given.modelName, schema)
    return { is: `model ${given.modelName}`, ...own }
  }
  return { ...shape(given, schema, model), ...own }
}

/** An object's members, without its name. */
export function modelRecord(schema: TSchema, model: (name: string, schema: TSchema) => void): Value {
  return shape(schema as Schema, schema, model)
}

function shape(given: Schema, schema: TSchema, model: (name: string, schema: TSchema) => void): Value {
  const limits: Record<string, number | true> = Object.fromEntries(
    limitNames.flatMap((name) => {
      const value = (schema as Record<string, unknown>)[name]
      return typeof value === 'number' || value === true ? [[name, value] as const] : []
    }),
  )
  const inner =
    given.items ??
    Object.values(given.patternProperties ?? {})[0] ??
    (typeof given.additionalProperties === 'object' ? given.additionalProperties : undefined)
  return {
    is: kindOf(given),
    ...(given.enum ? { values: [...given.enum].sort() } : {}),
    ...(given.pattern !== undefined && given.idType === undefined ? { pattern: given.pattern } : {}),
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
    ...(given.default === undefined ? {} : { default: given.default }),
    ...(inner ? { of: valueRecord(inner, model) } : {}),
    ...(given.properties ? { members: members(given.properties, model) } : {}),
    ...(given.additionalProperties === true ? { open: true } : {}),
  }
}

const members = (properties: Record<string, TSchema>, model: (name: string, schema: TSchema) => void) =>
  Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valueRecord(one, model)]))

function kindOf({
  type,
  idType,
  presence,
  format,
  items,
  properties,
  additionalProperties,
  patternProperties,
}: Schema) {
  if (idType) return `${idType} id`
  if (presence) return 'presence'
  if (items) return 'list'
  if (patternProperties || typeof additionalProperties === 'object') return 'dictionary'
  if (properties || type === 'object') return 'object'
  return format ?? type ?? 'any'
}

function marks(schema: TSchema): Pick<Value, 'deprecated' | 'deprecatedValues'> {
  const deprecated = deprecationOf(schema)
  const deprecatedValues = valueDeprecationsOf(schema)
  return {
    ...(deprecated ? { deprecated } : {}),
    ...(Object.keys(deprecatedValues).length > 0 ? { deprecatedValues } : {}),
  }
}
