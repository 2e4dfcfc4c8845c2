import { useQueryClient } from '@tanstack/react-query'
import { type Task, updateTask } from '@taskwright/sdk'
import { tell } from '../../../data/notices.ts'
import { knownOf } from '../../../data/outbox/kinds.ts'
import { send } from '../../../data/outbox/send.ts'
import { patchRows } from '../../../data/patch.ts'
import { showsTasks, type TaskMembers } from '../../../data/tasks.ts'
import { priorityBetween } from '../../../data/view-priority.ts'
import { words } from '../../../language/words.ts'

const t = words('reorder', {
  moved: ({ title }: { title: string }) => `“${title}” is moved.`,
  undo: 'Undo',
})

/** Where a task goes: between these two, either of which may be missing. */
export interface Between {
  before: Task | undefined
  after: Task | undefined
}

/** Moves tasks in the order that people give them; shown at once, with an undo. */
export function useReorder(sortAgain: () => void) {
  const memory = useQueryClient()
  const reread = () =>
    void memory.invalidateQueries({ predicate: ({ queryKey }) => showsTasks.some(({ id }) => id === queryKey[0]) })

  /** `was` says where it stood; `members` change with it, as when it goes to another group. */
  async function move(task: Task, to: Between, was: Between, members: TaskMembers = {}, back?: TaskMembers) {
    const priority = priorityBetween(to.before?.priority, to.after?.priority)
    const takeBack = patchRows<Task>(memory, [task.id], (row) => ({ ...row, priority }))
    sortAgain()
    try {
      const input = { taskId: task.id, ...members, ...placeOf(to) }
      const known = knownOf(task, members)
      await send(updateTask, input, { ...known, row: { ...known.row, priority } })
      tell(t.moved(task), {
        action: {
          label: t.undo,
          run: () => {
            void move(task, was, to, back).then(sortAgain)
          },
        },
      })
    } catch (error) {
      takeBack()
      sortAgain()
      tell((error as Error).message, { isFault: true })
    }
    reread()
  }
  return move
}

const placeOf = ({ before, after }: Between): TaskMembers =>
  after ? { priorityBefore: after.id } : before ? { priorityAfter: before.id } : {}
