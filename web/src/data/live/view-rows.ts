import type { QueryClient } from '@tanstack/react-query'
import { getTasksByIds, type QueryTasksInput, queryTasks } from '@taskwright/sdk'
import type { ViewPages } from '../view-pages.ts'

const viewsOf = (memory: QueryClient) => memory.getQueriesData<ViewPages>({ queryKey: [queryTasks.id, 'view'] })

/** Takes tasks out of every list in memory, at once. */
export function withoutTasks(memory: QueryClient, ids: ReadonlySet<string>): void {
  for (const [key, view] of viewsOf(memory)) {
    if (!view) continue
    let left = 0
    const pages = view.pages.map((page) => {
      const data = page.data.filter(({ id }) => !ids.has(id))
      left += page.data.length - data.length
      return data.length === page.data.length ? page : { ...page, data }
    })
    if (left > 0)
      memory.setQueryData<ViewPages>(key, { ...view, pages, count: view.count - left, membership: view.membership + 1 })
  }
  // A panel that shows one of them says that it is gone.
  void memory.invalidateQueries({
    predicate: ({ queryKey }) =>
      queryKey[0] === getTasksByIds.id && [...ids].some((id) => JSON.stringify(queryKey[1]).includes(id)),
  })
}

/** Lets lists be read as a whole when they are read next, where what changed is not told task by task. */
export function readAnew(memory: QueryClient, concerns: (input: QueryTasksInput) => boolean): void {
  for (const [key, view] of viewsOf(memory))
    if (view && concerns(key[2] as QueryTasksInput)) memory.setQueryData<ViewPages>(key, { ...view, readMs: 0 })
}
