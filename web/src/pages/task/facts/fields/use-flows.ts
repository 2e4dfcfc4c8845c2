import {
  createCascadingFieldSetting,
  deleteCascadingFieldSetting,
  getTasksByIds,
  queryRollups,
  type Task,
} from '@taskwright/sdk'
import { useChange, useRead } from '../../../../data/api.ts'
import { showsTasks } from '../../../../data/tasks.ts'

/** How a field's value has to do with the tasks below: made of theirs, or flowing down to them. */
export type Flow = 'up' | 'down' | undefined

/** Which fields of a task are made of its subtasks, and which flow down to them. */
export function useFlows(task: Task) {
  const input = { taskIds: [task.id], fields: ['cascadingFields' as const] }
  const cascades = useRead(getTasksByIds, input).data?.[0]?.cascadingFieldSettings ?? []
  const rollups = useRead(queryRollups, { taskId: task.id }).data?.[0]?.rollupSettings ?? []
  const start = useChange(createCascadingFieldSetting, showsTasks)
  const end = useChange(deleteCascadingFieldSetting, showsTasks)
  return {
    of: (fieldId: string): Flow =>
      rollups.some((one) => one.fieldId === fieldId)
        ? 'up'
        : cascades.some((one) => one.fieldId === fieldId)
          ? 'down'
          : undefined,
    /** Lets a value flow down from now on, or no longer. */
    set: (fieldId: string, isFlowing: boolean) => (isFlowing ? start : end).mutate({ taskId: task.id, fieldId }),
    error: start.error ?? end.error,
  }
}
