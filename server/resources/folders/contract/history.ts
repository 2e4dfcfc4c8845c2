import { arrayOf, idText, model, optional } from '#contract/model.ts'
import { operation, readScopes } from '#contract/operation.ts'
import { ids, instantRange, optional as maybe } from '#contract/parameters.ts'
import { BudgetMetricHistoryItem } from '../../finance/contract.ts'

const items = () => optional(arrayOf(BudgetMetricHistoryItem))

const ProjectHistory = model('ProjectHistory', {
  plannedCost: items(),
  plannedFees: items(),
  actualCost: items(),
  actualFees: items(),
  budget: items(),
})

export const FolderHistory = model('FolderHistory', { id: idText('Folder'), project: optional(ProjectHistory) })

export const queryFoldersHistory = operation({
  id: 'queryFoldersHistory',
  method: 'GET',
  paths: ['/folders/{folderIds}/folders_history'],
  summary: 'What projects have cost and brought, and their budgets, over time',
  description:
    'For account admins; the role Full in a project gives its budget alone. `updatedDate` is a window of the changes. Only what `fields` names comes.',
  scopes: readScopes,
  feature: 'billing',
  kinds: { foldersHistory: FolderHistory },
  fields: ['plannedCost', 'plannedFees', 'actualFees', 'actualCost', 'budget'],
  parameters: { folderIds: ids('Folder', { maxItems: 1000 }), updatedDate: maybe(instantRange()) },
})
