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

/** Names of the models that the type of a schema says; of a model with `whole`, those that its members say. */
export function mentionedIn(schema: unknown, whole = false): string[] {
  const { modelName, properties, anyOf, items } = schema as Schema
  if (modelName && !whole) return [modelName]
  return [...Object.values(properties ?? {}), ...(anyOf ?? []), ...(items ? [items] : [])].flatMap((one) =>
    mentionedIn(one),
  )
}

/** A schema as a TypeScript type; a named model by its name, unless `whole` asks for its members. */
export function typeText(schema: unknown, depth = 0, whole = false): string {
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
  if (anyOf) return anyOf.map((one) => typeText(one, depth)).join(' | ')
  if (presence) return 'true'
  if (values) return unionText(values, depth)
  if (type === 'array') return arrayText(typeText(items, depth))
  if (patternProperties) return `Record<string, ${typeText(Object.values(patternProperties)[0], depth)}>`
  if (properties) return objectText(properties, new Set(required), depth)
  if (type === 'object')
    return additionalProperties !== null && typeof additionalProperties === 'object'
      ? `Record<string, ${typeText(additionalProperties, depth)}>`
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

/** A long list of values has a line for each. */
function unionText(values: readonly string[], depth: number): string {
  const quoted = values.map((value) => `'${value.replaceAll("'", "\\'")}'`)
  const oneLine = quoted.join(' | ')
  const indent = '  '.repeat(depth + 1)
  return oneLine.length <= 90 ? oneLine : quoted.map((value) => `\n${indent}| ${value}`).join('')
}

function objectText(properties: Record<string, Schema>, required: ReadonlySet<string>, depth: number): string {
  const indent = '  '.repeat(depth + 1)
  const members = Object.entries(properties).map(([name, schema]) => {
    const doc = schema.description ? `${indent}/** ${schema.description.replaceAll('*/', '* /')} */\n` : ''
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`
    return `${doc}${indent}${key}${required.has(name) ? '' : '?'}:${spaced(typeText(schema, depth + 1))}\n`
  })
  return `{\n${members.join('')}${'  '.repeat(depth)}}`
}
