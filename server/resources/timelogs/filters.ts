import type { Caller } from '#access/caller.ts'
import { permit } from '#access/permit.ts'
import type { Input } from '#contract/operation.ts'
import { sql } from '#database/sql.ts'
import { within } from '#database/within.ts'
import { ROOT_FOLDER } from '#ids/types.ts'
import { contactsByIds } from '../contacts/access.ts'
import { statusOfTime } from '../timesheets/status-of-time.ts'
import { requireCategories } from './access.ts'
import type * as contract from './contract.ts'

type TimelogQuery = Input<typeof contract.queryTimelogs>
type Condition = ReturnType<typeof sql<boolean>>

/**
 * SQL conditions for the place and the filters of a request; all of them hold together.
 *
 * @throws {Refused} for a place that doesn't exist or is hidden, and for ranges that contradict themselves.
 */
export async function timelogConditions(caller: Caller, input: TimelogQuery): Promise<Condition[]> {
  const categories = input.timelogCategoryId === undefined ? (input.timelogCategories ?? []) : [input.timelogCategoryId]
  await requireCategories(caller, categories)
  if (input.contactId !== undefined) await contactsByIds(caller, [input.contactId], new Set())
  return [
    ...(input.taskId === undefined ? [] : [await ofTask(caller, input.taskId, input.subTasks ?? true)]),
    ...(input.folderId === undefined ? [] : [await ofFolder(caller, input.folderId, input.descendants ?? true)]),
    ...(input.contactId === undefined ? [] : [sql<boolean>`timelog.person_id = ${input.contactId}`]),
    ...(input.me ? [sql<boolean>`timelog.person_id = ${caller.personId}`] : []),
    ...(categories.length > 0 || input.timelogCategories
      ? [sql<boolean>`timelog.category_id = any(${categories}::bigint[])`]
      : []),
    ...(input.billingTypes ? [sql<boolean>`timelog.billing_type = any(${input.billingTypes}::text[])`] : []),
    // Nothing is exported yet: all records are NotExported.
    ...(input.exportStatuses ? [sql<boolean>`${input.exportStatuses.includes('NotExported')}::boolean`] : []),
    ...(input.approvalStatuses ? [hasStatus(input.approvalStatuses)] : []),
    ...(input.createdDate
      ? [within('createdDate', sql`date_trunc('second', timelog.created_at)`, 'timestamptz', input.createdDate)]
      : []),
    ...(input.updatedDate
      ? [within('updatedDate', sql`date_trunc('second', timelog.updated_at)`, 'timestamptz', input.updatedDate)]
      : []),
    ...(input.trackedDate ? [within('trackedDate', sql`timelog.tracked_date`, 'date', input.trackedDate)] : []),
  ]
}

/** Filters name what is not submitted Draft, the answer NotSubmitted; nothing is ever Cancelled. */
const hasStatus = (statuses: readonly string[]): Condition =>
  sql<boolean>`${statusOfTime} = any(${statuses.map((status) => (status === 'Draft' ? 'NotSubmitted' : status))}::text[])`

async function ofTask(caller: Caller, taskId: number, subTasks: boolean): Promise<Condition> {
  const { id } = await permit(caller, 'read', { task: taskId })
  if (!subTasks) return sql<boolean>`timelog.task_id = ${id}`
  return sql<boolean>`timelog.task_id in (
    with recursive below(task_id) as (
      select ${id}::bigint
      union
      select s.task_id from super_task s join below b on b.task_id = s.super_task_id where s.account_id = ${caller.accountId}
    ) select task_id from below)`
}

/** Tasks of the folder, with those of the folders below. */
async function ofFolder(caller: Caller, folderId: number, descendants: boolean): Promise<Condition> {
  if (folderId === ROOT_FOLDER) return sql<boolean>`true`
  const { id } = await permit(caller, 'read', { folder: folderId })
  const below = sql`
    with recursive below(folder_id) as (
      select ${id}::bigint
      union
      select l.folder_id from folder_parent l join below b on b.folder_id = l.parent_id
      where l.account_id = ${caller.accountId} and l.deleted_with is null and ${descendants}::boolean
    )`
  return sql<boolean>`timelog.task_id in (${below} select p.task_id from below b
    join task_placement p on p.account_id = ${caller.accountId} and p.folder_id = b.folder_id and p.deleted_with is null)`
}
