/** Rows of several accounts as one list; a person who is in several is one row, with the profiles of all. */
export function joinRows(
  kind: string,
  lists: readonly (readonly Record<string, unknown>[])[],
): Record<string, unknown>[] {
  const rows = lists.flat()
  if (kind !== 'contacts' && kind !== 'users') return rows
  const people = new Map<unknown, Record<string, unknown>>()
  for (const row of rows) {
    const known = people.get(row.id)
    people.set(row.id, known ? { ...known, profiles: [...list(known.profiles), ...list(row.profiles)] } : row)
  }
  return [...people.values()]
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Rows in the order in which their ids were sent; two forms of an id may name one thing, which then stays at the end. */
export function inOrderOf(ids: readonly string[], rows: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const named = ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [row] : []
  })
  return [...named, ...rows.filter((row) => !named.includes(row))]
}
