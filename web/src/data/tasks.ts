import { useQueryClient } from '@tanstack/react-query'
import { getTasksByIds, queryTasks, type Task, type UpdateTaskInput, updateTask } from '@taskwright/sdk'
import { words } from '../language/words.ts'
import { useChange } from './api.ts'
import { tell } from './notices.ts'
import { patchRows } from './patch.ts'

/** What shows a task, and is read again when one has changed. */
export const showsTasks = [queryTasks, getTasksByIds]

export type TaskMembers = Omit<UpdateTaskInput, 'taskId'>

const t = words('tasks', {
  undo: 'Undo',
  says: ({ title }: { title: string }) => `Change “${title}”`,
})

/**
 * Changes members of tasks; everything that shows them shows the change at once. With `told`, a notice says what was done and
 * offers to undo it.
 */
export function useTaskChange() {
  const memory = useQueryClient()
  const change = useChange(updateTask, showsTasks, {
    show: ({ taskId, ...members }) =>
      patchRows<Task>(memory, [taskId], (task) => ({ ...task, ...shown(task, members) })),
    says: ({ taskId }) => t.says({ title: findTask(memory, taskId)?.title ?? taskId }),
  })
  return {
    ...change,
    set: (task: Task, members: TaskMembers, told?: string) =>
      change.mutate(
        { taskId: task.id, ...members },
        {
          onSuccess: () => {
            if (told === undefined) return
            const back = inverse(task, members)
            tell(told, { action: { label: t.undo, run: () => change.mutate({ taskId: task.id, ...back }) } })
          },
        },
      ),
  }
}

type Memory = ReturnType<typeof useQueryClient>

/** A task as the page last saw it. */
export function findTask(memory: Memory, id: string): Task | undefined {
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

/** How a task looks with members changed, until the server says how it is. */
function shown(task: Task, members: TaskMembers): Partial<Task> {
  const { title, description, importance, status, customStatus, dates, addResponsibles, removeResponsibles } = members
  const { customFields } = members
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(importance !== undefined && { importance }),
    ...(status !== undefined && { status }),
    ...(customStatus !== undefined && { customStatusId: customStatus }),
    ...(dates !== undefined && { dates: { ...task.dates, ...dates, type: dates.type ?? task.dates.type } }),
    ...((addResponsibles || removeResponsibles) && {
      responsibleIds: [
        ...(task.responsibleIds ?? []).filter((id) => !removeResponsibles?.includes(id)),
        ...(addResponsibles ?? []).filter((id) => !task.responsibleIds?.includes(id)),
      ],
    }),
    ...(customFields && {
      customFields: [
        ...(task.customFields ?? []).filter(({ id }) => !customFields.some((field) => field.id === id)),
        ...customFields
          .filter(({ value }) => value != null && value !== '')
          .map(({ id, value }) => ({ id, value: value as string })),
      ],
    }),
  }
}

/** The change that makes a task what it was before some members were changed. */
export function inverse(task: Task, members: TaskMembers): TaskMembers {
  const { title, description, importance, status, customStatus, dates, addResponsibles, removeResponsibles } = members
  const { addParents, removeParents, addSuperTasks, removeSuperTasks, customFields } = members
  const { type, start, due } = task.dates
  return {
    ...(title !== undefined && { title: task.title }),
    ...(description !== undefined && { description: task.description ?? '' }),
    ...(importance !== undefined && { importance: task.importance }),
    ...((status !== undefined || customStatus !== undefined) && { customStatus: task.customStatusId }),
    ...(dates !== undefined && {
      dates: {
        type,
        ...(start && type === 'Planned' && { start: start.slice(0, 10) }),
        ...(due && type !== 'Backlog' && { due: due.slice(0, 10) }),
      },
    }),
    ...(addResponsibles && {
      removeResponsibles: addResponsibles.filter((id) => !task.responsibleIds?.includes(id)),
    }),
    ...(removeResponsibles && {
      addResponsibles: removeResponsibles.filter((id) => task.responsibleIds?.includes(id)),
    }),
    ...(addParents && { removeParents: addParents }),
    ...(removeParents && { addParents: removeParents }),
    ...(addSuperTasks && { removeSuperTasks: addSuperTasks }),
    ...(removeSuperTasks && { addSuperTasks: removeSuperTasks }),
    ...(customFields && {
      customFields: customFields.map(({ id }) => ({
        id,
        value: task.customFields?.find((field) => field.id === id)?.value ?? null,
      })),
    }),
  }
}
