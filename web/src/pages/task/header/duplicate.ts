import { useNavigate } from '@tanstack/react-router'
import { type CreateTaskInput, createTask, deleteTask, type FolderTree, queryFolders, type Task } from '@taskwright/sdk'
import { useChange, useRead } from '../../../data/api.ts'
import { tell } from '../../../data/notices.ts'
import { showsTasks } from '../../../data/tasks.ts'
import { words } from '../../../language/words.ts'
import { useOpenTask } from '../frame/open-task.tsx'

const t = words('task-duplicate', {
  title: ({ title }: { title: string }) => `${title} (copy)`,
  made: ({ title }: { title: string }) => `“${title}” was made, without files and comments.`,
  nowhere: 'It lies in no folder that you see.',
  undo: 'Undo',
})

/** Makes a task that is as the open one, and goes there; the notice undoes it. */
export function useDuplicate() {
  const { task } = useOpenTask()
  const navigate = useNavigate()
  const folders = useRead(queryFolders, {}).data as FolderTree[] | undefined
  const root = folders?.find(({ scope }) => scope === 'WsRoot')?.id
  const create = useChange(createTask, showsTasks)
  const remove = useChange(deleteTask, showsTasks)
  return () => {
    const input = copyOf(task, root)
    if (!input) return tell(t.nowhere, { isFault: true })
    create.mutateAsync(input).then(
      ([made]) => {
        if (!made) return
        const run = () => {
          remove.mutate({ taskId: made.id })
          void navigate({ to: '/task/$taskId', params: { taskId: task.id } })
        }
        tell(t.made(made), { action: { label: t.undo, run } })
        void navigate({ to: '/task/$taskId', params: { taskId: made.id } })
      },
      (error: Error) => tell(error.message, { isFault: true }),
    )
  }
}

/**
 * What a task needs to be made again beside itself: in its folders, or, where it is part of other tasks alone, in those by way
 * of the root. Undefined without a place for it.
 */
function copyOf(task: Task, root: string | undefined): CreateTaskInput | undefined {
  const { parentIds = [], superTaskIds = [] } = task
  const folderId = parentIds[0] ?? (superTaskIds.length > 0 ? root : undefined)
  if (!folderId) return undefined
  const { type, start, due, duration, workOnWeekends } = task.dates
  return {
    folderId,
    parents: parentIds.slice(1),
    title: t.title(task).slice(0, 1000),
    description: task.description ?? '',
    importance: task.importance,
    customStatus: task.customStatusId,
    dates: {
      type,
      ...(type === 'Backlog' && duration !== undefined && { duration }),
      ...(type === 'Planned' && start && { start }),
      ...(type !== 'Backlog' && due && { due }),
      ...(workOnWeekends && { workOnWeekends }),
    },
    responsibles: task.responsibleIds ?? [],
    superTasks: superTaskIds,
    customFields: (task.customFields ?? []).map(({ id, value }) => ({ id, value })),
  }
}
