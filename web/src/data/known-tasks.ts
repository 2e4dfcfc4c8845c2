import type { QueryClient } from '@tanstack/react-query'
import { getTasksByIds, queryTasks, type Task } from '@taskwright/sdk'

/** What shows a task, and is read again when one has changed. */
export const showsTasks = [queryTasks, getTasksByIds]

/** A task as the page last saw it. */
export function findTask(memory: QueryClient, id: string): Task | undefined {
  for (const [, data] of memory.getQueriesData<unknown>({ predicate: ({ queryKey }) => showsId(queryKey[0]) })) {
    const rows = (
      Array.isArray(data) ? data : ((data as { pages?: { data: Task[] }[] })?.pages ?? []).flatMap((p) => p.data)
    ) as Task[]
    const found = rows.find((row) => row.id === id)
    if (found) return found
  }
  return undefined
}

const showsId = (id: unknown): boolean => showsTasks.some((operation) => operation.id === id)
