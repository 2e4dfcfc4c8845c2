/** What of a row says whose subtask it is. */
export interface Named {
  row: number
  title: string
  id: string
  parent: string
}

/** Rows by number: the row above, or why there is none. */
export type Parents = Map<number, { parentRow: number } | { wrong: string }>

/** Finds the row that each row's parent names: by its own id, or by its title if only one is called so. */
export function findParents(rows: readonly Named[]): Parents {
  const byId = Map.groupBy(
    rows.filter(({ id }) => id !== ''),
    ({ id }) => id,
  )
  const byTitle = Map.groupBy(rows, ({ title }) => title)
  const found: Parents = new Map()
  for (const { row, parent } of rows) {
    if (parent === '') continue
    const named = byId.get(parent) ?? byTitle.get(parent) ?? []
    const [first] = named
    if (!first) found.set(row, { wrong: `No row has the id or the title '${parent}' of its parent` })
    else if (named.length > 1)
      found.set(row, { wrong: `Rows ${first.row} and ${named[1]?.row} are both called '${parent}' as its parent is` })
    else found.set(row, { parentRow: first.row })
  }
  return found
}

/** The rows, each behind its parent and otherwise in their order; those that are their own parents are left over. */
export function parentsFirst(rows: readonly number[], parents: Parents): { order: number[]; circular: Set<number> } {
  const placed = new Set<number>()
  const circular = new Set<number>()
  const above = (row: number) => {
    const parent = parents.get(row)
    return parent && 'parentRow' in parent ? parent.parentRow : undefined
  }
  for (const start of rows) {
    const path = new Set<number>()
    let at: number | undefined = start
    while (at !== undefined && !placed.has(at) && !circular.has(at) && !path.has(at)) {
      path.add(at)
      at = above(at)
    }
    const isCircle = at !== undefined && !placed.has(at)
    for (const row of [...path].reverse()) (isCircle ? circular : placed).add(row)
  }
  return { order: [...placed], circular }
}
