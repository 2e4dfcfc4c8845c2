import type { Caller } from '#access/caller.ts'
import { invalidValue } from '#contract/errors.ts'
import type { Input } from '#contract/operation.ts'
import { sql } from '#database/sql.ts'
import { type Range, within } from '#database/within.ts'
import { permalinkNumber } from '#http/public-url.ts'
import { metadataCondition } from '../account/metadata.ts'
import { resolvePeople } from '../contacts/resolve.ts'
import { customFieldConditions } from '../custom-fields/filters.ts'
import { itemTypeIds } from '../custom-item-types/access.ts'
import { shareds } from './columns.ts'
import type { queryTasks } from './contract/index.ts'
import { ofPlaceholders } from './placeholders.ts'
import { requireStatuses } from './status.ts'

export type TaskQuery = Input<typeof queryTasks>
type Condition = ReturnType<typeof sql<boolean>>
type Expression = ReturnType<typeof sql>

/**
 * SQL conditions for the filters of a request; all of them hold together.
 *
 * @throws {Refused} `resource_not_found` for people or fields that aren't there, `invalid_parameter` for ranges that
 * contradict themselves.
 */
export async function taskConditions(caller: Caller, input: TaskQuery): Promise<Condition[]> {
  const itemTypes = input.customItemTypes && (await itemTypeIds(caller, input.customItemTypes, 'Task'))
  const authors =
    input.authors &&
    (await resolvePeople(
      caller,
      input.authors.map((contact) => ({ contact })),
    ))
  const responsibles = input.responsibles && (await resolvePeople(caller, input.responsibles))
  await requireStatuses(caller, input.customStatuses)
  const fields = [...(input.customFields ?? []), ...(input.customField ? [input.customField] : [])]
  return [
    ...some(input.title, (title) => sql<boolean>`task.title ilike ${`%${title.replace(/[\\%_]/g, '\\$&')}%`}`),
    ...some(input.status, (status) => sql<boolean>`task.status_group = any(${status}::text[])`),
    ...some(input.importances, (all) => sql<boolean>`task.importance = any(${all}::text[])`),
    ...some(input.importance, (importance) => sql<boolean>`task.importance = ${importance}`),
    ...some(input.dateTypes, (types) => sql<boolean>`task.date_type = any(${types}::text[])`),
    ...some(input.type, (type) => sql<boolean>`task.date_type = ${type}`),
    ...some(input.billingTypes, (types) => sql<boolean>`task.billing_type = any(${types}::text[])`),
    ...some(input.customStatuses, (statuses) => sql<boolean>`task.custom_status_id = any(${statuses}::bigint[])`),
    ...some(authors, (people) => sql<boolean>`task.author_id = any(${people}::bigint[])`),
    ...assignment(responsibles, input.unassigned),
    ...some(input.shareds && (await resolvePeople(caller, input.shareds)), isSharedWith),
    ...(input.responsiblePlaceholders ? [await ofPlaceholders(caller, input.responsiblePlaceholders)] : []),
    ...some(itemTypes, (types) => sql<boolean>`task.custom_item_type_id = any(${types}::bigint[])`),
    ...some(input.permalink, (link) => sql<boolean>`task.task_id = ${permalinkNumber(link) ?? 0}`),
    ...some(input.metadata, (filter) => metadataCondition(caller, filter, 'task')),
    ...some(input.createdDate, (range) => within('createdDate', sql`task.created_at`, 'timestamptz', range)),
    ...some(input.updatedDate, (range) => within('updatedDate', sql`task.updated_at`, 'timestamptz', range)),
    ...some(input.completedDate, (range) => within('completedDate', sql`task.completed_at`, 'timestamptz', range)),
    ...some(input.startDate, (range) => local('startDate', sql`task.start_at`, range)),
    ...some(input.dueDate, (range) => local('dueDate', sql`task.due_at`, range)),
    ...some(input.scheduledDate, scheduled),
    ...(fields.length > 0 ? await customFieldConditions(caller, fields, 'task') : []),
  ]
}

const some = <V>(value: V | undefined, condition: (value: V) => Condition): Condition[] =>
  value === undefined ? [] : [condition(value)]

/** Somebody of these, nobody, or either where both are asked for. */
function assignment(people: readonly number[] | undefined, unassigned: boolean | undefined): Condition[] {
  if (!people) return unassigned ? [isUnassigned] : []
  return [unassigned ? sql<boolean>`(${isAssignedTo(people)} or ${isUnassigned})` : isAssignedTo(people)]
}

/**
 * A scalar subquery, not `exists`: PostgreSQL would join all assignments for a page. Where of 1,000,000 tasks none is
 * unassigned, whoever sees them all waits 4 s to be told so; in a place, or with few that are visible, it is milliseconds.
 */
const isUnassigned = sql<boolean>`(select true from task_responsible r
  where r.account_id = task.account_id and r.task_id = task.task_id limit 1) is null`

const isAssignedTo = (people: readonly number[]) => sql<boolean>`task.task_id in (
  select r.task_id from task_responsible r where r.account_id = task.account_id and r.person_id = any(${people}::bigint[]))`

/** By itself, through a task above or a folder. */
const isSharedWith = (people: readonly number[]) => sql<boolean>`exists (
  select from (${shareds}) shared where shared.principal_id = any(${people}::bigint[]))`

/** A day alone stands for its beginning, and as `equal` for the whole day. */
function local(name: string, column: Expression, range: Range & { equal?: string | undefined }): Condition {
  return range.equal?.length === 10 && range.start === undefined && range.end === undefined
    ? sql<boolean>`${column}::date = ${range.equal}::date`
    : within(name, column, 'timestamp', range)
}

/** Tasks whose schedule touches the days; a milestone is its due date. A range needs both ends. */
function scheduled({ start, equal, end }: Range): Condition {
  if (equal !== undefined && (start !== undefined || end !== undefined))
    throw invalidValue('scheduledDate', 'either equal, or start and end')
  if (equal === undefined && (start === undefined || end === undefined))
    throw invalidValue('scheduledDate', 'both start and end')
  if (start !== undefined && end !== undefined && start > end)
    throw invalidValue('scheduledDate', 'a start before the end')
  const [from, until] =
    equal === undefined ? [sql`${start}::date`, sql`${end}::date`] : [sql`${equal}::date`, sql`${equal}::date + 1`]
  return sql<boolean>`(task.due_at >= ${from} and coalesce(task.start_at, task.due_at) < ${until})`
}
