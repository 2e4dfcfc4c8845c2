import type { Task } from '@taskwright/sdk'
import { useTaskChange } from '../../../../data/tasks.ts'
import { words } from '../../../../language/words.ts'
import { useOpenTask } from '../../frame/open-task.tsx'

const t = words('promote', {
  done: ({ title }: { title: string }) => `“${title}” is a task of its own now.`,
})

/** Takes a subtask out of the open task and puts it into its folders, where it isn't there already. */
export function usePromote(subtask: Task) {
  const { task } = useOpenTask()
  const change = useTaskChange()
  const folders = task.parentIds?.length ? task.parentIds : (task.superParentIds ?? [])
  const promote = () =>
    change.set(
      subtask,
      {
        removeSuperTasks: [task.id],
        ...(!subtask.parentIds?.length && folders.length > 0 && { addParents: folders }),
      },
      t.done(subtask),
    )
  return { promote, error: change.error }
}
