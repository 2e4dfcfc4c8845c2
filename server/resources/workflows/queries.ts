import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { seesFolder, visible } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import type { WorkflowTables } from './tables.ts'

export type StatusRow = Selectable<WorkflowTables['custom_status']>
export type WorkflowRow = Selectable<WorkflowTables['workflow']> & {
  statuses: StatusRow[]
  /** False for a workflow of a space that the caller doesn't see. */
  isVisible: boolean
}

/** Workflows with their statuses, the default one first: by number, or all, hidden spaces' own among them. */
export async function findWorkflows(
  caller: Caller,
  which: { workflowId?: number; spaceId?: number | undefined } = {},
): Promise<WorkflowRow[]> {
  const database = connectionOf(caller)
  const workflows = await database
    .selectFrom('workflow')
    .selectAll()
    .select(
      sql<boolean>`workflow.space_id is null or ${seesFolder(caller, sql.ref('workflow.space_id'))}`.as('isVisible'),
    )
    .where('account_id', '=', caller.accountId)
    .$if(which.workflowId !== undefined, (query) => query.where('workflow_id', '=', which.workflowId as number))
    .$if(which.spaceId !== undefined, (query) =>
      query.where((is) => is.or([is('space_id', 'is', null), is('space_id', '=', which.spaceId as number)])),
    )
    .orderBy('standard', 'desc')
    .orderBy('created_at')
    .orderBy('workflow_id')
    .execute()
  const statuses = await database
    .selectFrom('custom_status')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('workflow_id', 'in', workflows.length > 0 ? workflows.map((workflow) => workflow.workflow_id) : [-1])
    .orderBy(sql`array_position('{Active,Completed,Deferred,Cancelled}', status_group)`)
    .orderBy('position')
    .orderBy('custom_status_id')
    .execute()
  return workflows.map((workflow) => ({
    ...workflow,
    statuses: statuses.filter((status) => status.workflow_id === workflow.workflow_id),
  }))
}

/** How many tasks that the caller sees have each status. */
export async function tasksByStatus(caller: Caller): Promise<Map<number, number>> {
  const rows = await visible(caller, 'tasks')
    .select(['task.custom_status_id', sql<number>`count(*)`.as('tasks')])
    .where('task.deleted_at', 'is', null)
    .groupBy('task.custom_status_id')
    .execute()
  return new Map(rows.map((row) => [row.custom_status_id, row.tasks]))
}
