import { getTasksByIds, queryTasks } from '@taskwright/sdk'

/** What shows a task, and is read again when one has changed. */
export const showsTasks = [queryTasks, getTasksByIds]
