import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { type Task, updateTask } from '@taskwright/sdk'
import { words } from '../language/words.ts'
import { useChange } from './api.ts'
import { findTask, showsTasks } from './known-tasks.ts'
import { tell } from './notices.ts'
import { knownOf } from './outbox/kinds.ts'
import { patchRows } from './patch.ts'
import { inverse, shown, type TaskMembers } from './task-members.ts'

export { findTask, showsTasks } from './known-tasks.ts'
export { datesAgain, inverse, shown, shownDates, type TaskMembers } from './task-members.ts'

const t = words('tasks', {
  undo: 'Undo',
})

/**
 * Changes members of tasks; everything that shows them shows the change at once. With `told`, a notice says what was done and
 * offers to undo it: by the change that makes the members what they were, or by `back` where they can't tell (an order).
 */
export function useTaskChange() {
  const memory = useQueryClient()
  const change = useChange(updateTask, showsTasks, {
    show: ({ taskId, ...members }) =>
      patchRows<Task>(memory, [taskId], (task) => ({ ...task, ...shown(task, members), ...placed(memory, members) })),
    how: (input) => {
      const task = begun.get(input)
      // A text that somebody else has changed meanwhile is not written over.
      return task
        ? { ...knownOf(task, input), isCompared: input.title !== undefined || input.description !== undefined }
        : {}
    },
  })
  return {
    ...change,
    set: (task: Task, members: TaskMembers, told?: string, back: TaskMembers = inverse(task, members)) => {
      const input = { taskId: task.id, ...members }
      begun.set(input, task)
      return change.mutateAsync(input).then(
        () => {
          if (told === undefined) return
          tell(told, { action: { label: t.undo, run: () => change.mutate({ taskId: task.id, ...back }) } })
        },
        // What went wrong stands in `error`.
        () => {},
      )
    },
  }
}

/** Tasks as they were when changes of them began. */
const begun = new WeakMap<object, Task>()

/**
 * A key of order just behind or before that of another task. The server's own key comes with its answer; this one sorts right until
 * then: its sign comes before all that keys are made of, and a key without its end comes before the key.
 */
function placed(memory: QueryClient, { priorityAfter, priorityBefore }: TaskMembers): Partial<Task> {
  const anchor = findTask(memory, priorityAfter ?? priorityBefore ?? '')
  if (!anchor) return {}
  return { priority: priorityAfter === undefined ? anchor.priority.slice(0, -1) : `${anchor.priority}!` }
}
