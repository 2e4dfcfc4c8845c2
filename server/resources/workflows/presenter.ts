import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { encodeId } from '#ids/encode.ts'
import type { CustomStatus, Workflow } from './contract.ts'
import type { StatusRow, WorkflowRow } from './queries.ts'

/** Row → Workflow; with `tasksByStatus` also how many tasks use it. */
export function presentWorkflow(
  caller: Caller,
  row: WorkflowRow,
  tasksByStatus?: ReadonlyMap<number, number>,
): Static<typeof Workflow> {
  const tasks = row.statuses.reduce((sum, status) => sum + (tasksByStatus?.get(status.custom_status_id) ?? 0), 0)
  return {
    id: encodeId('Workflow', caller.accountId, row.workflow_id),
    name: row.name,
    ...(row.description === null ? {} : { description: row.description }),
    standard: row.standard,
    hidden: row.hidden,
    customStatuses: row.statuses.map((status) => presentStatus(caller, status)),
    ...(row.space_id === null ? {} : { spaceId: encodeId('Space', caller.accountId, row.space_id) }),
    ...(tasksByStatus ? { dataUsageStatistics: { tasks } } : {}),
  }
}

function presentStatus(caller: Caller, row: StatusRow): Static<typeof CustomStatus> {
  return {
    id: encodeId('CustomStatus', caller.accountId, row.custom_status_id),
    name: row.name,
    standardName: row.standard_name,
    ...(row.color === null ? {} : { color: row.color as NonNullable<Static<typeof CustomStatus>['color']> }),
    standard: row.standard,
    group: row.status_group,
    hidden: row.hidden,
  }
}
