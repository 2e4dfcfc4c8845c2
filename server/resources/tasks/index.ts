import { bind } from '#contract/bind.ts'
import * as contract from './contract/index.ts'
import { createTask } from './create-task.ts'
import { deleteTask } from './delete-task.ts'
import { getTasksByIds } from './get-tasks-by-ids.ts'
import { queryTasks } from './query-tasks.ts'
import { queryTasksHistory } from './query-tasks-history.ts'
import { updateTask } from './update-task.ts'
import { updateTasksBulk } from './update-tasks-bulk.ts'

export const tasks = bind(contract, {
  queryTasks,
  getTasksByIds,
  queryTasksHistory,
  createTask,
  updateTask,
  updateTasksBulk,
  deleteTask,
})
