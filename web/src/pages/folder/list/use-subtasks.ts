import { useQueries } from '@tanstack/react-query'
import { getTasksByIds, type Task } from '@taskwright/sdk'
import { useCallback, useMemo } from 'react'
import { api } from '../../../data/api.ts'
import { orKept } from '../../../data/kept-reads.ts'

/** As many tasks may be asked for by their ids. */
const mostIds = 1000

/** The subtasks of some tasks, as they are read; a task whose own are not read yet has none. */
export function useSubtasks(parents: readonly Task[]): (task: Task) => readonly Task[] {
  const asked = parents.flatMap(({ id, subTaskIds = [] }) => (subTaskIds.length > 0 ? [{ id, subTaskIds }] : []))
  const read = useQueries({
    queries: asked.map(({ subTaskIds }) => {
      const taskIds = subTaskIds.slice(0, mostIds)
      const queryKey = [getTasksByIds.id, { taskIds }]
      return {
        queryKey,
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          orKept(queryKey, async () => (await api.call(getTasksByIds, { taskIds }, { signal })).data),
      }
    }),
    combine: (results) => results.map(({ data }) => data),
  })
  const key = asked.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids say which tasks were asked for
  const byParent = useMemo(() => new Map(asked.map(({ id }, at) => [id, read[at] ?? []])), [key, read])
  return useCallback((task) => byParent.get(task.id) ?? none, [byParent])
}

const none: readonly Task[] = []
