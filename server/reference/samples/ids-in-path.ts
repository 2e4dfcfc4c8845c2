import type { Operation } from '#contract/operation.ts'
import type { Schema } from '#http/parse-value.ts'

/** Ids by type, and some by name: `Group`, `Self`, `SecondTask`, `fileToken`. */
export type Ids = Readonly<Record<string, string>>

/**
 * What a path has in place of a name: the id of that type, but a group where a group is meant, and oneself where only
 * that is allowed; two ids for an operation on many.
 */
export function idInPath(
  { id, parameters, bulkOf }: Pick<Operation, 'id' | 'parameters' | 'bulkOf'>,
  name: string,
  ids: Ids,
): string {
  if (name === 'groupId') return ids.Group as string
  if (id === 'modifyContact') return ids.Self as string
  const schema = (parameters[name] ?? {}) as Schema
  const type = schema.idType ?? (schema.items as Schema | undefined)?.idType ?? ''
  const one = ids[type] ?? ids[name] ?? name
  return bulkOf ? `${ids[`Second${type}`]},${one}` : one
}
