import { type Deprecation, deprecationText } from './deprecation.ts'

/** A schema of the contract as plain JSON Schema with our own marks. */
interface Schema {
  type?: string
  enum?: string[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  patternProperties?: Record<string, Schema>
  anyOf?: Schema[]
  modelName?: string
  description?: string
  presence?: true
  deprecation?: Deprecation
}

/** Name of a model, if the schema is one. */
export const nameOf = (schema: unknown): string | undefined => (schema as Schema).modelName

/** The named models in some schemas, the outer before the inner. */
export function modelsOf(schemas: readonly unknown[], found = new Map<string, Schema>()): Map<string, Schema> {
  for (const schema of schemas as Schema[]) {
    if (schema === null || typeof schema !== 'object') continue
    if (schema.modelName && !found.has(schema.modelName)) found.set(schema.modelName, schema)
    else if (schema.modelName) continue
    modelsOf(
      [...Object.values(schema.properties ?? {}), ...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])],
      found,
    )
  }
  return found
}

/** A list of values that stands in several places: how it is called, and the file that has it. */
export interface NamedValues {
  name: string
  file: string
  values: readonly string[]
}

/** Shorter lists are read faster where they stand. */
const fewestNamed = 5

/** Lists of values by what they hold. */
export type ValueNames = ReadonlyMap<string, NamedValues>

export const keyOf = (values: readonly string[]): string => JSON.stringify(values)

/** Finds the lists of values in a schema, each with the names of who has it and of the member it is the type of. */
export function eachValues(
  schema: unknown,
  owner: string,
  member: string,
  found: (values: readonly string[], owner: string, member: string) => void,
): void {
  if (schema === null || typeof schema !== 'object') return
  const { enum: values, items, properties, anyOf, modelName } = schema as Schema
  if (values && values.length >= fewestNamed) found(values, owner, member)
  const inside = modelName ?? owner
  for (const [name, one] of Object.entries(properties ?? {})) eachValues(one, inside, name, found)
  for (const one of [...(anyOf ?? []), ...(items ? [items] : [])]) eachValues(one, inside, member, found)
}

/** What editors show of a member: its description, and whether it should not be used any more. */
export function memberDoc({ description, deprecation }: Schema): string | undefined {
  const parts = [description, deprecation && `@deprecated ${deprecationText(deprecation)}`].filter(Boolean)
  return parts.length > 0 ? parts.join(' ').replaceAll('*/', '* /').replaceAll(/\s+/g, ' ') : undefined
}

/** A schema as a TypeScript type; a named model by its name, unless `whole` asks for its members. */
export function typeText(schema: unknown, names: ValueNames, depth = 0, whole = false): string {
  const {
    type,
    enum: values,
    items,
    properties,
    required = [],
    additionalProperties,
    patternProperties,
    anyOf,
    modelName,
    presence,
  } = schema as Schema
  if (modelName && !whole) return modelName
  if (anyOf) return anyOf.map((one) => typeText(one, names, depth)).join(' | ')
  if (presence) return 'true'
  if (values) return names.get(keyOf(values))?.name ?? unionText(values, depth)
  if (type === 'array') return arrayText(typeText(items, names, depth))
  if (patternProperties) return `Record<string, ${typeText(Object.values(patternProperties)[0], names, depth)}>`
  if (properties) return objectText(properties, new Set(required), names, depth)
  if (type === 'object')
    return additionalProperties !== null && typeof additionalProperties === 'object'
      ? `Record<string, ${typeText(additionalProperties, names, depth)}>`
      : 'Record<string, unknown>'
  return (
    (
      { string: 'string', boolean: 'boolean', number: 'number', integer: 'number', null: 'null' } as Record<
        string,
        string
      >
    )[type ?? ''] ?? 'unknown'
  )
}

/** A type after a colon; one that begins on a line of its own needs no space before it. */
export const spaced = (type: string): string => (type.startsWith('\n') ? type : ` ${type}`)

const arrayText = (item: string): string => (/[|{\s]/.test(item) ? `(${item})[]` : `${item}[]`)

/** Values as a union; a long list has a line for each. */
export function unionText(values: readonly string[], depth: number): string {
  const quoted = values.map((value) => `'${value.replaceAll("'", "\\'")}'`)
  const oneLine = quoted.join(' | ')
  const indent = '  '.repeat(depth + 1)
  return oneLine.length <= 90 ? oneLine : quoted.map((value) => `\n${indent}| ${value}`).join('')
}

function objectText(
  properties: Record<string, Schema>,
  required: ReadonlySet<string>,
  names: ValueNames,
  depth: number,
): string {
  const indent = '  '.repeat(depth + 1)
  const members = Object.entries(properties).map(([name, schema]) => {
    const says = memberDoc(schema)
    const doc = says ? `${indent}/** ${says} */\n` : ''
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`
    return `${doc}${indent}${key}${required.has(name) ? '' : '?'}:${spaced(typeText(schema, names, depth + 1))}\n`
  })
  return `{\n${members.join('')}${'  '.repeat(depth)}}`
}
