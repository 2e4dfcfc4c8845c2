import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'

/** Numbers of the statuses every account has, as clients know them (docs/compatibility.md, ids). */
export const standardStatus = { active: 0, completed: 1, deferred: 2, cancelled: 3, inProgress: 10 } as const

const statuses = [
  { custom_status_id: standardStatus.active, name: 'New', status_group: 'Active', color: 'Blue', standard: true },
  {
    custom_status_id: standardStatus.inProgress,
    name: 'In Progress',
    status_group: 'Active',
    color: 'Turquoise',
    standard: false,
  },
  {
    custom_status_id: standardStatus.completed,
    name: 'Completed',
    status_group: 'Completed',
    color: 'Green',
    standard: true,
  },
  {
    custom_status_id: standardStatus.deferred,
    name: 'On Hold',
    status_group: 'Deferred',
    color: 'Gray',
    standard: true,
  },
  {
    custom_status_id: standardStatus.cancelled,
    name: 'Cancelled',
    status_group: 'Cancelled',
    color: 'Gray',
    standard: true,
  },
] as const

/** Number of an account's default workflow: the original counts it down from 2^32 by account. */
export const standardWorkflow = (accountId: number): number => 2 ** 32 - accountId

/** Creates the default workflow of a new account. */
export async function createStandardWorkflow(transaction: Kysely<Database>, accountId: number): Promise<void> {
  const workflow = { account_id: accountId, workflow_id: standardWorkflow(accountId) }
  await transaction
    .insertInto('workflow')
    .values({ ...workflow, name: 'Default Workflow', standard: true })
    .execute()
  await transaction
    .insertInto('custom_status')
    .values(statuses.map((status, position) => ({ ...workflow, ...status, standard_name: true, position })))
    .execute()
}
