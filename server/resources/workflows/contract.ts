import { arrayOf, boolean, idText, model, oneOfText, opaque, optional, string } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'
import { filledText, flag, id, optional as maybe, object, oneOf, text } from '#contract/parameters.ts'
import { statusColorNames } from '../colors/contract.ts'

export const statusGroups = ['Active', 'Completed', 'Deferred', 'Cancelled'] as const
const colors = statusColorNames

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
  description: 'It starts with the statuses Active and Completed.',
  scopes: ['amReadWriteWorkflow'],
  kinds: { workflows: Workflow },
  admin: true,
  feature: 'customWorkflows',
  parameters: { name: name(), description: description() },
})

export const modifyWorkflow = operation({
  id: 'modifyWorkflow',
  method: 'PUT',
  paths: ['/workflows/{workflowId}'],
  summary: 'Changes a workflow, or one of its statuses',
  description: 'Workflows and statuses are never deleted, but hidden.',
  scopes: ['amReadWriteWorkflow'],
  kinds: { workflows: Workflow },
  admin: true,
  feature: 'customWorkflows',
  parameters: {
    workflowId: id('Workflow'),
    name: maybe(name()),
    description: description(),
    hidden: maybe(flag()),
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
