import { getTasksByIds, type Task } from '@taskwright/sdk'
import { useRef } from 'react'
import { useRead } from '../../../data/api.ts'

/** Tasks by their ids; while others are read, those known before stay. Undefined until the first ones are there. */
export function useTasks(ids: readonly string[]): { tasks: Task[] | undefined; error: Error | null } {
  const known = useRef<Task[]>(undefined)
  const found = useRead(getTasksByIds, { taskIds: [...ids] }, { enabled: ids.length > 0 })
  if (found.data) known.current = found.data
  return { tasks: ids.length === 0 ? [] : known.current?.filter(({ id }) => ids.includes(id)), error: found.error }
}
