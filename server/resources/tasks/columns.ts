import type { Caller } from '#access/caller.ts'
import { probeTask, seesFolder } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import type { cascadesOf } from '../cascading-fields/presenter.ts'
import type { Money } from '../finance/queries.ts'
import type { TaskRow } from './presenter.ts'

/** Members that come when asked for; reads by id have those of `byId` unasked. */
export type TaskField =
  | (typeof byId)[number]
  | 'attachmentCount'
  | 'billingType'
  | 'cascadingFields'
  | 'customItemTypeId'
  | 'effortAllocation'
  | 'finance'
  | 'recurrent'
  | 'responsiblePlaceholderIds'
  | 'workScheduleId'

export const byId = [
  'authorIds',
  'briefDescription',
  'customFields',
  'dependencyIds',
  'description',
  'followerIds',
  'hasAttachments',
  'metadata',
  'parentIds',
  'responsibleIds',
  'sharedIds',
  'subTaskIds',
  'superParentIds',
  'superTaskIds',
] as const

/** What an answer shows of each task. */
export interface TaskWishes {
  fields: ReadonlySet<TaskField>
  withInvitations?: boolean | undefined
  plainTextCustomFields?: boolean | undefined
  /** What the tasks cost and bring, where it is wished for and the caller may know it. */
  finance?: ReadonlyMap<number, Money> | undefined
  /** Cascades that start at the tasks, where they are wished for. */
  cascades?: Awaited<ReturnType<typeof cascadesOf>>
}

type Expression = ReturnType<typeof sql>

/** Instants as text, in UTC: it needs no Date to be made of it, and keeps the microseconds of a place in a list. */
export const utc = (column: string) => sql<string>`${sql.ref(column)} at time zone 'UTC'`

/** The columns of `task` that `presentTask` needs for these wishes, in one statement for a whole page. */
export function taskColumns(caller: Caller, wishes: TaskWishes): Expression {
  const optional = Object.entries(ofField).flatMap(([field, columns]) =>
    wishes.fields.has(field as TaskField) ? columns(caller, wishes) : [],
  )
  const description = wishes.fields.has('description') || wishes.fields.has('briefDescription')
  return sql.join([always, ...(description ? [sql`task.description`] : []), ...optional])
}

const always = sql`task.task_id, task.title, task.status_group, task.custom_status_id, task.importance,
  task.date_type, task.start_at, task.due_at, task.duration_minutes, task.work_on_weekends, task.priority,
  task.created_at at time zone 'UTC' as created, task.updated_at at time zone 'UTC' as updated,
  task.completed_at at time zone 'UTC' as completed, task.deleted_at is not null as deleted`

const ofField: { [F in TaskField]?: (caller: Caller, wishes: TaskWishes) => Expression[] } = {
  authorIds: () => [sql`task.author_id`],
  attachmentCount: () => [attachmentCount],
  hasAttachments: () => [hasAttachments],
  billingType: () => [sql`task.billing_type`],
  customFields: () => [sql`task.custom_fields`],
  customItemTypeId: () => [sql`task.custom_item_type_id`],
  effortAllocation: () => [
    sql`task.effort_allocation`,
    sql`task.work_schedule_id`,
    sql`array(select r.person_id from task_responsible r
      where r.account_id = task.account_id and r.task_id = task.task_id order by 1) as workers`,
  ],
  workScheduleId: () => [sql`task.work_schedule_id`],
  metadata: ({ clientId }) => [
    sql`jsonb_build_object(${clientId}::text, coalesce(task.metadata -> ${clientId}::text, '{}')) as metadata`,
  ],
  parentIds: (caller) => [sql`task.only_subtask`, sql`${folders(caller, sql`p.direct`)} as parents`],
  superParentIds: (caller) => [sql`${folders(caller, sql`p.inherited`)} as super_parents`],
  superTaskIds: (caller) => [
    sql`array(select l.super_task_id from super_task l join task other on other.account_id = l.account_id and other.task_id = l.super_task_id
      where l.account_id = task.account_id and l.task_id = task.task_id and ${isShown(caller)} order by 1) as super_tasks`,
  ],
  subTaskIds: (caller) => [
    sql`array(select l.task_id from super_task l join task other on other.account_id = l.account_id and other.task_id = l.task_id
      where l.account_id = task.account_id and l.super_task_id = task.task_id and ${isShown(caller)} order by 1) as sub_tasks`,
  ],
  dependencyIds: (caller) => [
    sql`array(select unnest(array[d.predecessor_id, d.successor_id]) from (
      select predecessor_id, successor_id, successor_id as other_id from dependency
      where account_id = task.account_id and predecessor_id = task.task_id
      union all
      select predecessor_id, successor_id, predecessor_id from dependency
      where account_id = task.account_id and successor_id = task.task_id
      ) d join task other on other.account_id = task.account_id and other.task_id = d.other_id and ${isShown(caller)}) as dependencies`,
  ],
  followerIds: () => [
    sql`array(select f.person_id from task_follower f join account_user u using (account_id, person_id)
      where f.account_id = task.account_id and f.task_id = task.task_id and u.state in ('active', 'inactive') order by 1) as followers`,
  ],
  responsiblePlaceholderIds: () => [
    sql`array(select h.placeholder_id from task_placeholder h
      where h.account_id = task.account_id and h.task_id = task.task_id order by 1) as placeholders`,
  ],
  recurrent: () => [
    sql`exists (select from recurrence r where r.account_id = task.account_id and r.recurrence_id = task.recurrence_id and r.state = 'Active') as recurrent`,
  ],
  responsibleIds: (_caller, wishes) => people('responsible', wishes, responsibles),
  sharedIds: (_caller, wishes) => people('shared', wishes, shareds),
}

/** Files, not versions of them; those in comments too. */
const attachments = sql`select from attachment a
  where a.account_id = task.account_id and a.task_id = task.task_id and a.current_id is null`
const attachmentCount = sql`(select count(*) from (${attachments}) x) as attachment_count`
const hasAttachments = sql`exists (${attachments}) as has_attachments`

/** Folders of the task that the caller sees; links that wait for a folder to be restored do not count. */
const folders = (caller: Caller, kind: Expression) => sql`array(
  select p.folder_id from task_placement p
  where p.account_id = task.account_id and p.task_id = task.task_id and ${kind} and p.deleted_with is null
    and ${seesFolder(caller, sql.ref('p.folder_id'))} order by 1)`

/** The other task is visible, and not in the recycle bin unless this one is too. */
const isShown = (caller: Caller) =>
  sql`(other.deleted_at is null or task.deleted_at is not null) and ${probeTask(caller, sql.ref('other.task_id'))}`

const responsibles = sql`
  select r.person_id as principal_id from task_responsible r
  where r.account_id = task.account_id and r.task_id = task.task_id`

/** Direct and inherited: through the folders of the task, and of the task itself and those above it. */
export const shareds = sql`
  select a.principal_id from task_placement p join folder_access a on a.account_id = p.account_id and a.folder_id = p.folder_id
  where p.account_id = task.account_id and p.task_id = task.task_id and p.deleted_with is null
  union
  select s.principal_id from task_access s where s.account_id = task.account_id and s.task_id = task.task_id`

/** Users and groups; who is invited only has an invitation's id, and comes only when wished for. */
function people(name: string, wishes: TaskWishes, principals: Expression): Expression[] {
  const known = sql`array(select x.principal_id from (${principals}) x
    left join account_user u on u.account_id = task.account_id and u.person_id = x.principal_id
    where x.principal_id < 0 or u.state in ('active', 'inactive') order by 1) as ${sql.ref(`${name}_people`)}`
  if (!wishes.withInvitations) return [known]
  return [
    known,
    sql`array(select i.invitation_id from (${principals}) x
      join account_user u on u.account_id = task.account_id and u.person_id = x.principal_id and u.state = 'invited'
      join invitation i on i.account_id = u.account_id and i.person_id = u.person_id and i.status = 'Pending'
      order by 1) as ${sql.ref(`${name}_invitations`)}`,
  ]
}

/** The same, as the query builder takes it. */
export const selection = (caller: Caller, wishes: TaskWishes) =>
  taskColumns(caller, wishes) as unknown as ReturnType<typeof sql<TaskRow>>
