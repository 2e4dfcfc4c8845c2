import { getTasksByIds, type Permissions, queryPermissions, type Task } from '@taskwright/sdk'
import { createContext, useContext } from 'react'
import { useRead } from '../../../data/api.ts'

export type TaskAction = Permissions['permissions'][number]

/** The task that a panel shows, and what its reader may do to it. */
export interface OpenTask {
  task: Task
  /** Whether the server would let the person do it: what they may not is not offered. */
  may: (action: TaskAction) => boolean
  /** It is a page by itself, not beside a list: its title is the page's. */
  isPage: boolean
}

const context = createContext<OpenTask | undefined>(undefined)
export const OpenTaskProvider = context.Provider

/** The open task, in every part of its panel. */
export function useOpenTask(): OpenTask {
  const open = useContext(context)
  if (!open) throw new Error('This part stands outside a task')
  return open
}

/** What a panel asks for: the same everywhere, so that its parts share one answer. */
export const taskInput = (taskId: string) => ({ taskIds: [taskId], fields: [...fields] })

/** Members that come only when they are asked for; the plan and the person's rights decide on the rest. */
const fields = [
  'recurrent',
  'effortAllocation',
  'billingType',
  'customItemTypeId',
  'responsiblePlaceholderIds',
  'workScheduleId',
  'finance',
] as const

/** A task with what the person may do to it; both come before anything is drawn, so that nothing moves afterwards. */
export function useTask(taskId: string) {
  const found = useRead(getTasksByIds, taskInput(taskId))
  const allowed = useRead(queryPermissions, { taskIds: [taskId] })
  const [task, permissions] = [found.data?.[0], allowed.data?.[0]?.permissions]
  return {
    open: task && permissions && { task, may: (action: TaskAction) => permissions.includes(action) },
    error: found.error ?? allowed.error,
    retry: () => void Promise.all([found.refetch(), allowed.refetch()]),
  }
}
