export { queryTasksHistory } from './history.ts'
export { getTasksByIds, queryTasks } from './reading.ts'
export { createTask, deleteTask, updateTask, updateTasksBulk } from './writing.ts'
