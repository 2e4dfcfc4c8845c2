import type { Task } from '@taskwright/sdk'
import { useMemo, useRef } from 'react'
import { type Item, unique } from './list-items.ts'

/** The tasks whose subtasks are shown; those inside others are known from the lines drawn last. */
export function useOpenTasks(tasks: readonly Task[], opened: ReadonlySet<string>) {
  const below = useRef(new Map<string, Task>())
  const known = useMemo(() => {
    if (opened.size === 0) return []
    const byId = new Map(tasks.map((task) => [task.id, task]))
    return [...opened].flatMap((key) => {
      const id = key.split(/[|>]/).at(-1) ?? ''
      return byId.get(id) ?? below.current.get(id) ?? []
    })
  }, [tasks, opened])
  return {
    known: unique(known),
    remember: (items: readonly Item[]) => {
      for (const item of items) if (item.type === 'task' && item.parentKey) below.current.set(item.task.id, item.task)
    },
  }
}
