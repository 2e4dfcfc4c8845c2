import { useQueryClient } from '@tanstack/react-query'
import { type Task, updateTask } from '@taskwright/sdk'
import { useChange } from '../../../../data/api.ts'
import { patchRows } from '../../../../data/patch.ts'
import { showsTasks } from '../../../../data/tasks.ts'

/** Moves a row of a list, sorted by priority, to another place; it is there at once. */
export function useOrder(rows: readonly Task[]) {
  const memory = useQueryClient()
  const change = useChange(updateTask, showsTasks, {
    show: ({ taskId, priorityBefore, priorityAfter }) => {
      const anchor = rows.find(({ id }) => id === (priorityBefore ?? priorityAfter))
      if (!anchor) return () => {}
      // Right beside it until the server gives the real one: a rank that starts with its anchor's comes after it.
      const at = rows.indexOf(anchor)
      const before = priorityBefore ? (rows[at - 1]?.priority ?? '') : anchor.priority
      return patchRows<Task>(memory, [taskId], (task) => ({ ...task, priority: `${before}!` }))
    },
  })
  const move = (from: number, to: number) => {
    const [moved, anchor] = [rows[from], rows[to]]
    if (!moved || !anchor || from === to) return
    change.mutate({ taskId: moved.id, ...(to < from ? { priorityBefore: anchor.id } : { priorityAfter: anchor.id }) })
  }
  return { move, error: change.error }
}
