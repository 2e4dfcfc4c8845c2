import type { TSchema } from 'typebox'
import type { Operation } from '#contract/operation.ts'
import type { Schema } from '#http/parse-value.ts'
import type { Call } from './call.ts'

/** What the rows of an answer are called in a program, and what it prints of each. */
export function rowsOf({ kinds }: Operation): Pick<Call, 'rows' | 'row' | 'printed'> {
  const [kind = '', model] = Object.entries(kinds).at(-1) ?? []
  const name = (model as { modelName?: string } | undefined)?.modelName ?? kind
  const row = name.slice(0, 1).toLowerCase() + name.slice(1)
  return { rows: kind === row ? `${row}s` : kind, row, printed: printedOf(membersOf(Object.values(kinds))) }
}

const telling = ['id', 'title', 'name', 'firstName', 'text', 'status', 'email', 'url', 'value', 'hours']

/** At most two members: those that tell rows apart come first. */
function printedOf(members: Record<string, string>): Record<string, string> {
  const names = [...telling.filter((name) => name in members), ...Object.keys(members)]
  return Object.fromEntries([...new Set(names)].slice(0, 2).map((name) => [name, members[name] as string]))
}

/** Members with a single value that every kind of the answer has in each row, with their types in TypeScript. */
function membersOf([first, ...others]: readonly TSchema[]): Record<string, string> {
  if (!first) return {}
  const always = (model: TSchema, name: string) => (model as Schema).required?.includes(name)
  return Object.fromEntries(
    Object.entries((first as Schema).properties ?? {}).flatMap(([name, schema]) => {
      const type = scalar((schema as Schema).type)
      return type && [first, ...others].every((model) => always(model, name)) ? [[name, type]] : []
    }),
  )
}

function scalar(type: string | undefined): string | undefined {
  if (type === 'integer' || type === 'number') return 'number'
  return type === 'string' || type === 'boolean' ? type : undefined
}
