import { type Deprecation, deprecationOf, valueDeprecationsOf } from '#contract/deprecation.ts'
import type { Operation } from '#contract/operation.ts'
import type { RawParameters } from '#http/parse.ts'

interface Known {
  subject: string
  /** Value → subject, where there is a list of them. */
  values: ReadonlyMap<string, string>
}

/**
 * Makes the function that adds to `used` what of an operation a request uses: the operation, its parameters, and those of
 * their values that are of a list. All of it, not only what is deprecated: what is deprecated tomorrow was used before.
 *
 * @example subjectsOf(queryTasks)({ query: { sortOrder: 'Asc' }, … }, used) // 'v4 queryTasks', 'v4 queryTasks sortOrder', …
 */
export function subjectsOf(operation: Operation): (parameters: RawParameters, used: string[]) => void {
  const own = `v4 ${operation.id}`
  const known = new Map<string, Known>(
    Object.entries(operation.parameters).map(([name, schema]) => [name, knownAs(`${own} ${name}`, choicesOf(schema))]),
  )
  if (operation.fields) known.set('fields', knownAs(`${own} fields`, operation.fields))
  return ({ query, body }, used) => {
    used.push(own)
    for (const name in query) take(known.get(name), query[name], used)
    // A name in both is refused, but counts once until then.
    for (const name in body?.values) if (!(name in query)) take(known.get(name), body.values[name], used)
  }
}

const knownAs = (subject: string, values: readonly string[]): Known => ({
  subject,
  values: new Map(values.map((value) => [value, `${subject}=${value}`])),
})

interface Choices {
  enum?: readonly string[]
  items?: Choices
}

const choicesOf = (schema: Choices): readonly string[] => schema.enum ?? schema.items?.enum ?? []

function take(known: Known | undefined, value: unknown, used: string[]): void {
  if (!known) return
  used.push(known.subject)
  if (known.values.size === 0) return
  const one = typeof value === 'string' ? known.values.get(value) : undefined
  if (one) used.push(one)
  // A list comes as an array, as JSON text or with commas: what its words are does not depend on that.
  else
    for (const word of new Set((typeof value === 'string' ? value : JSON.stringify(value))?.match(/\w+/g))) {
      const subject = known.values.get(word)
      if (subject) used.push(subject)
    }
}

/** What of an operation is deprecated, by subject. */
export function deprecationsOf(operation: Operation): Map<string, Deprecation> {
  const { id, deprecated, parameters, deprecatedFields = {} } = operation
  const own = `v4 ${id}`
  const found = new Map<string, Deprecation>()
  const add = (subject: string, deprecation: Deprecation | undefined) => deprecation && found.set(subject, deprecation)
  add(own, deprecated)
  for (const [name, schema] of Object.entries(parameters)) {
    add(`${own} ${name}`, deprecationOf(schema))
    const { items } = schema as { items?: typeof schema }
    const values = { ...(items && valueDeprecationsOf(items)), ...valueDeprecationsOf(schema) }
    for (const [value, deprecation] of Object.entries(values)) add(`${own} ${name}=${value}`, deprecation)
  }
  for (const [field, deprecation] of Object.entries(deprecatedFields))
    add(`${own} fields=${field}`, deprecation as Deprecation | undefined)
  return found
}
