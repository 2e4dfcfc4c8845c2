import { arrayOf, idText, model, optional } from '#contract/model.ts'
import { operation, readScopes } from '#contract/operation.ts'
import { ids, instantRange, optional as maybe } from '#contract/parameters.ts'
import { BudgetMetricHistoryItem } from '../../finance/contract.ts'

const items = () => optional(arrayOf(BudgetMetricHistoryItem))

export const TaskHistory = model('TaskHistory', {
  id: idText('Task'),
  plannedCost: items(),
  plannedFees: items(),
  actualFees: items(),
  actualCost: items(),
})

export const queryTasksHistory = operation({
  id: 'queryTasksHistory',
  method: 'GET',
  paths: ['/tasks/{taskIds}/tasks_history'],
  summary: 'What tasks have cost and brought, over time',
  description: 'For account admins. `updatedDate` is a window of the changes. Only what `fields` names comes.',
  scopes: readScopes,
  feature: 'billing',
  kinds: { tasksHistory: TaskHistory },
  fields: ['plannedCost', 'plannedFees', 'actualFees', 'actualCost'],
  parameters: { taskIds: ids('Task', { maxItems: 1000 }), updatedDate: maybe(instantRange()) },
})
