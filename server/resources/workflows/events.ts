import type { EventRecord } from '#events/change.ts'
import type { WorkflowRow } from './queries.ts'

export const workflowCreated = (workflow: WorkflowRow): EventRecord => ({
  type: 'WorkflowCreated',
  entityType: 'workflow',
  entityId: workflow.workflow_id,
  after: shown(workflow),
})

export const workflowUpdated = (before: WorkflowRow, after: WorkflowRow): EventRecord => ({
  type: 'WorkflowUpdated',
  entityType: 'workflow',
  entityId: after.workflow_id,
  before: shown(before),
  after: shown(after),
})

const shown = (workflow: WorkflowRow) => ({
  name: workflow.name,
  spaceId: workflow.space_id,
  description: workflow.description,
  hidden: workflow.hidden,
  statuses: workflow.statuses.map(({ custom_status_id, name, color, status_group, hidden }) => ({
    id: custom_status_id,
    name,
    color,
    group: status_group,
    hidden,
  })),
})
