import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { isTemporary, type Waiting } from './change.ts'
import { trueIds } from './outbox.ts'
import { overlaid } from './overlay.ts'

type Input = Readonly<Record<string, unknown>>
type Row = { id: string }
interface Pages {
  pages: { data: Row[] }[]
  count?: number
  membership?: number
}
type Use = (rows: Row[], read: { operationId: string; input: Input; isEnd: boolean }) => Row[]

/** Changes rows wherever the page remembers them. */
function become(memory: QueryClient, change: Use): void {
  for (const { queryKey, state } of memory.getQueryCache().getAll()) {
    const after = changed(queryKey, state.data, change)
    // It is as old as it was.
    if (after !== state.data) memory.setQueryData(queryKey, after, { updatedAt: state.dataUpdatedAt })
  }
}

/** The data of a question with its rows changed: a list, a page, or several pages. */
function changed(key: QueryKey, before: unknown, change: Use): unknown {
  const [operationId, kind, paged] = key as [string, unknown, unknown]
  const input = (typeof kind === 'string' ? paged : kind) as Input | undefined
  if (typeof input !== 'object' || typeof before !== 'object' || before === null) return before
  const use = (rows: Row[], isEnd: boolean) => {
    const after = change(rows, { operationId, input, isEnd })
    return after.length === rows.length && after.every((row, at) => row === rows[at]) ? rows : after
  }
  if (Array.isArray(before)) return use(before, true)
  if ('pages' in before) return inPages(before as Pages, use)
  if (!('data' in before)) return before
  const { data, nextPageToken } = before as { data: Row[]; nextPageToken?: string }
  return { ...before, data: use(data, nextPageToken === undefined) }
}

function inPages(before: Pages, use: (rows: Row[], isEnd: boolean) => Row[]): Pages {
  const pages = before.pages.map((page, at) => {
    const data = use(page.data, at === before.pages.length - 1)
    return data === page.data ? page : { ...page, data }
  })
  if (pages.every((page, at) => page === before.pages[at])) return before
  const count = (of: Pages['pages']) => of.reduce((sum, { data }) => sum + data.length, 0)
  // Lists decide on their order anew when rows come or go.
  return {
    ...before,
    pages,
    ...(before.count !== undefined && { count: before.count + count(pages) - count(before.pages) }),
    ...(before.membership !== undefined && { membership: before.membership + 1 }),
  }
}

/** Shows what waits in all that the page remembers. */
export const showWaiting = (memory: QueryClient, changes: readonly Waiting[]): void =>
  become(memory, (rows, read) => overlaid(read, rows, changes, trueIds()))

/** What this browser made is the server's from now on, or is not to be. */
export function showTrue(memory: QueryClient, temporaryId: string, row: Row | undefined): void {
  become(memory, (rows) =>
    rows.flatMap((one) => {
      if (one.id === temporaryId) return row && !rows.some(({ id }) => id === row.id) ? { ...one, ...row } : []
      const { subTaskIds } = one as { subTaskIds?: string[] }
      if (!subTaskIds?.includes(temporaryId)) return one
      const others = subTaskIds.filter((id) => id !== temporaryId && id !== row?.id)
      return { ...one, subTaskIds: row ? [...others, row.id] : others }
    }),
  )
}

/** What was kept of an answer as it is now: with what waits, without what waits no more. */
export const shownNow = (key: QueryKey, data: unknown, changes: readonly Waiting[]): unknown =>
  changed(key, data, (rows, read) =>
    overlaid(
      read,
      rows.filter((row) => !isTemporary(row?.id) || changes.some(({ makes }) => makes === row.id)),
      changes,
      trueIds(),
    ),
  )
