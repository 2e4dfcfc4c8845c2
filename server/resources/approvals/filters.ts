import type { Caller } from '#access/caller.ts'
import type { Input } from '#contract/operation.ts'
import { sql } from '#database/sql.ts'
import { within } from '#database/within.ts'
import { contactsByIds } from '../contacts/access.ts'
import type * as contract from './contract.ts'

type Condition = ReturnType<typeof sql<boolean>>

/**
 * SQL conditions for the filters of a request; all of them hold together, and what is in the recycle bin is left out.
 *
 * @throws {Refused} `resource_not_found` for people who aren't there, `invalid_parameter` for ranges that contradict
 * themselves.
 */
export async function approvalConditions(
  caller: Caller,
  input: Input<typeof contract.queryApprovals>,
): Promise<Condition[]> {
  await contactsByIds(caller, [...(input.approvers ?? []), ...(input.pendingApprovers ?? [])], new Set())
  return [
    alive,
    ...(input.statuses ? [sql<boolean>`approval.status = any(${input.statuses}::text[])`] : []),
    ...(input.type ? [sql<boolean>`approval.type = ${input.type}`] : []),
    ...(input.approvers ? [isAsked(input.approvers, sql`true`)] : []),
    ...(input.pendingApprovers ? [isAsked(input.pendingApprovers, sql`d.status = 'Pending'`)] : []),
    ...(input.updatedDate
      ? [within('updatedDate', sql`date_trunc('second', approval.updated_at)`, 'timestamptz', input.updatedDate)]
      : []),
    ...(input.dueDate ? [within('dueDate', sql`approval.due_date`, 'date', input.dueDate)] : []),
  ]
}

const alive = sql<boolean>`not exists (
  select from task t where t.account_id = approval.account_id and t.task_id = approval.task_id and t.deleted_at is not null
  union all
  select from folder f where f.account_id = approval.account_id and f.folder_id = approval.folder_id and f.deleted_at is not null)`

const isAsked = (people: readonly number[], state: ReturnType<typeof sql>) => sql<boolean>`approval.approval_id in (
  select d.approval_id from approval_decision d
  where d.account_id = approval.account_id and d.approver_id = any(${people}::bigint[]) and ${state})`
