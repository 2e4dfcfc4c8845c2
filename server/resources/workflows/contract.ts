import { arrayOf, boolean, idText, integer, model, oneOfText, opaque, optional, string } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'
import { filledText, flag, id, ids, optional as maybe, object, oneOf, text } from '#contract/parameters.ts'
import { statusColorNames } from '../colors/contract.ts'

export const statusGroups = ['Active', 'Completed', 'Deferred', 'Cancelled'] as const
const colors = statusColorNames

/** Tasks and projects that one deletion moves to another status, in about 1.6 s with their events. */
export const mostReplaced = 20_000

export const CustomStatus = model('CustomStatus', {
  id: idText('CustomStatus'),
  name: string(),
  standardName: boolean(),
  color: optional(oneOfText(colors)),
  standard: boolean(),
  group: oneOfText(statusGroups),
  hidden: boolean(),
})

export const Workflow = model('Workflow', {
  id: idText('Workflow'),
  name: string(),
  description: optional(string()),
  standard: boolean(),
  hidden: boolean(),
  customStatuses: arrayOf(CustomStatus),
  spaceId: optional(idText('Space')),
  dataUsageStatistics: optional(opaque()),
})

const name = () => filledText({ maxLength: 128 })
const description = () => maybe(text({ minLength: 0, maxLength: 2000 }))

export const queryWorkflows = operation({
  id: 'queryWorkflows',
  method: 'GET',
  paths: ['/workflows', '/spaces/{spaceId}/workflows'],
  summary: 'Workflows with their statuses',
  description: 'The default workflow first. A space has those of the account and its own.',
  scopes: ['Default', 'amReadOnlyWorkflow', 'amReadWriteWorkflow', 'wsReadOnly', 'wsReadWrite'],
  kinds: { workflows: Workflow },
  fields: ['dataUsageStatistics'],
  parameters: { spaceId: maybe(id('Space')) },
})

export const createWorkflow = operation({
  id: 'createWorkflow',
  method: 'POST',
  paths: ['/workflows'],
  summary: 'Creates a workflow',
  description:
    'It starts with the statuses Active and Completed. With `spaceId`, an addition, it belongs to that space; the caller must be able to edit it.',
  scopes: ['amReadWriteWorkflow'],
  kinds: { workflows: Workflow },
  admin: true,
  feature: 'customWorkflows',
  parameters: { name: name(), description: description(), spaceId: maybe(id('Space')) },
})

export const modifyWorkflow = operation({
  id: 'modifyWorkflow',
  method: 'PUT',
  paths: ['/workflows/{workflowId}'],
  summary: 'Changes a workflow, or one of its statuses',
  description:
    'Workflows and statuses are hidden rather than deleted (but see deleteCustomStatus). `statusOrder`, an addition, names all statuses of the workflow in their new order; answers still begin with those of the group Active.',
  scopes: ['amReadWriteWorkflow'],
  kinds: { workflows: Workflow },
  admin: true,
  feature: 'customWorkflows',
  parameters: {
    workflowId: id('Workflow'),
    name: maybe(name()),
    description: description(),
    hidden: maybe(flag()),
    statusOrder: maybe(ids('CustomStatus', { maxItems: 1000 })),
    customStatus: maybe(
      object(
        {
          id: maybe(id('CustomStatus')),
          name: maybe(name()),
          color: maybe(oneOf(colors)),
          group: maybe(oneOf(statusGroups)),
          hidden: maybe(flag()),
          standard: maybe(flag({ description: 'Accepted from old clients, without effect' })),
          standardName: maybe(flag({ description: 'Accepted from old clients, without effect' })),
        },
        { description: 'With id that status changes, with group a new one is added' },
      ),
    ),
  },
})

const StatusUse = model('CustomStatusUse', {
  customStatusId: idText('CustomStatus'),
  tasks: integer(),
  projects: integer(),
})

export const WorkflowUse = model(
  'WorkflowUse',
  {
    workflowId: idText('Workflow'),
    spaces: integer(),
    folders: integer(),
    itemTypes: integer(),
    statuses: arrayOf(StatusUse),
  },
  {
    description:
      'What goes by a workflow in the whole account, whoever sees it: spaces that suggest it, folders and projects whose tasks follow it, custom item types that begin with it, and what has each status.',
  },
)

export const getWorkflowUse = operation({
  id: 'getWorkflowUse',
  method: 'GET',
  paths: ['/workflows/{workflowId}/use'],
  summary: 'Where a workflow is used',
  description: 'What lies in the recycle bin does not count.',
  scopes: ['amReadOnlyWorkflow', 'amReadWriteWorkflow'],
  kinds: { workflowUse: WorkflowUse },
  admin: true,
  addition: true,
  parameters: { workflowId: id('Workflow') },
})

export const deleteCustomStatus = operation({
  id: 'deleteCustomStatus',
  method: 'DELETE',
  paths: ['/workflows/{workflowId}/custom_statuses/{customStatusId}'],
  summary: 'Deletes a status, and gives what has it another',
  description: `Tasks and projects, those in the recycle bin among them, get \`replacementId\`, a status of the same workflow and group. Statuses that every account has are only hidden; so is one that more than ${mostReplaced} tasks and projects have.`,
  scopes: ['amReadWriteWorkflow'],
  kinds: { workflows: Workflow },
  admin: true,
  feature: 'customWorkflows',
  addition: true,
  parameters: {
    workflowId: id('Workflow'),
    customStatusId: id('CustomStatus'),
    replacementId: id('CustomStatus'),
  },
})
