import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Answer } from '@taskwright/sdk'

interface Row {
  id: string
}

/**
 * Changes the rows with some ids wherever the page remembers them, at once: lists in pages and lists that came whole. A row
 * that `change` gives null for goes away. Returns what takes the change back.
 */
export function patchRows<T extends Row>(
  memory: QueryClient,
  ids: readonly string[],
  change: (row: T) => T | null,
): () => void {
  const wanted = new Set(ids)
  const undo: (() => void)[] = []
  const apply = (rows: T[]): T[] => {
    if (!rows.some(({ id }) => wanted.has(id))) return rows
    return rows.flatMap((row) => (wanted.has(row.id) ? (change(row) ?? []) : row))
  }
  for (const query of memory.getQueryCache().getAll()) {
    const before: unknown = query.state.data
    const after = isPages<T>(before) ? patchPages(before, apply) : isRows<T>(before) ? apply(before) : before
    if (after === before) continue
    memory.setQueryData(query.queryKey, after)
    undo.push(() => {
      // What came from the server meanwhile is newer than what was there before.
      if (query.state.data === after) memory.setQueryData(query.queryKey, before)
      else void memory.invalidateQueries({ queryKey: query.queryKey, exact: true })
    })
  }
  return () => {
    for (const back of undo) back()
  }
}

function patchPages<T extends Row>(
  before: InfiniteData<Answer<T>>,
  apply: (rows: T[]) => T[],
): InfiniteData<Answer<T>> {
  let isSame = true
  const pages = before.pages.map((page) => {
    const data = apply(page.data)
    if (data === page.data) return page
    isSame = false
    return { ...page, data }
  })
  return isSame ? before : { ...before, pages }
}

const isPages = <T extends Row>(data: unknown): data is InfiniteData<Answer<T>> =>
  typeof data === 'object' && data !== null && 'pages' in data

const isRows = <T extends Row>(data: unknown): data is T[] =>
  Array.isArray(data) && data.every((row) => typeof row === 'object' && row !== null && 'id' in row)
