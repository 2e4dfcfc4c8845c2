import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { planHas } from '#contract/plans.ts'
import { versioned } from '#contract/versions.ts'
import { permalink } from '#http/public-url.ts'
import { encodeAccountId, encodeDependencyId, encodeId } from '#ids/encode.ts'
import { ROOT_FOLDER } from '#ids/types.ts'
import { briefDescription } from '#richtext/brief.ts'
import { presentMetadata } from '../account/metadata.ts'
import type { CustomFieldColumn, MetadataColumn } from '../account/tables.ts'
import { presentCustomFields } from '../custom-fields/values.ts'
import type { StatusGroup } from '../workflows/tables.ts'
import type { TaskWishes } from './columns.ts'
import type { Task } from './contract/task.ts'
import type { DateColumns } from './dates.ts'
import { type EffortColumn, presentEffort } from './effort.ts'

/** A task as `taskColumns` selects it: the first members always, the others where wished for. */
export interface TaskRow {
  task_id: number
  title: string
  status_group: StatusGroup
  custom_status_id: number
  importance: 'High' | 'Normal' | 'Low'
  date_type: 'Backlog' | 'Milestone' | 'Planned'
  start_at: string | null
  due_at: string | null
  duration_minutes: number | null
  work_on_weekends: boolean
  priority: string
  /** Instants in UTC: yyyy-MM-ddTHH:mm:ss and a fraction, no zone. */
  created: string
  updated: string
  completed: string | null
  deleted: boolean
  /** Only in reads by id. */
  version?: number
  description?: string
  author_id?: number
  attachment_count?: number
  has_attachments?: boolean
  custom_item_type_id?: number | null
  billing_type?: 'Billable' | 'NonBillable' | null
  custom_fields?: CustomFieldColumn
  effort_allocation?: EffortColumn | null
  work_schedule_id?: number | null
  /** Everybody it is assigned to, for its effort. */
  workers?: number[]
  metadata?: MetadataColumn
  only_subtask?: boolean
  recurrent?: boolean
  parents?: number[]
  super_parents?: number[]
  super_tasks?: number[]
  sub_tasks?: number[]
  /** Predecessor, successor, predecessor, successor … */
  dependencies?: number[]
  followers?: number[]
  responsible_people?: number[]
  responsible_invitations?: number[]
  placeholders?: number[]
  shared_people?: number[]
  shared_invitations?: number[]
}

type PresentedTask = Static<typeof Task>

/** Row → Task, with the optional members wished for. */
export function presentTask(caller: Caller, row: TaskRow, wishes: TaskWishes): PresentedTask {
  const task = {
    id: encodeId('Task', caller.accountId, row.task_id),
    accountId: encodeAccountId(caller.accountId),
    title: row.title,
    status: row.status_group,
    importance: row.importance,
    createdDate: instant(row.created),
    updatedDate: instant(row.updated),
    ...(row.completed === null ? undefined : { completedDate: instant(row.completed) }),
    dates: presentDates(row),
    scope: row.deleted ? 'RbTask' : 'WsTask',
    customStatusId: encodeId('CustomStatus', caller.accountId, row.custom_status_id),
    permalink: permalink(row.task_id),
    priority: row.priority,
    ...(wishes.fields.size > 0 ? presentWishes(caller, row, wishes) : undefined),
  } satisfies PresentedTask
  return versioned<PresentedTask>(task, row.version)
}

const instant = (text: string): string => `${text.slice(0, 19)}Z`

/** The dates of a row → TaskDates. */
export function presentDates(row: DateColumns): PresentedTask['dates'] {
  return {
    type: row.date_type,
    ...(row.duration_minutes === null ? undefined : { duration: row.duration_minutes }),
    ...(row.start_at === null ? undefined : { start: row.start_at.slice(0, 19) }),
    ...(row.due_at === null ? undefined : { due: row.due_at.slice(0, 19) }),
    ...(row.work_on_weekends ? { workOnWeekends: true } : undefined),
  }
}

function presentWishes(caller: Caller, row: TaskRow, wishes: TaskWishes): Partial<PresentedTask> {
  const { fields } = wishes
  const encoded = (type: 'Task' | 'Folder' | 'Contact' | 'Invitation' | 'Placeholder', numbers: number[] = []) =>
    numbers.map((number) => encodeId(type, caller.accountId, number))
  const people = (known?: number[], invitations?: number[]) => [
    ...encoded('Contact', known),
    ...encoded('Invitation', invitations),
  ]
  const task: Partial<PresentedTask> = {}
  if (fields.has('description')) task.description = row.description ?? ''
  if (fields.has('briefDescription')) task.briefDescription = briefDescription(row.description ?? '')
  if (fields.has('parentIds')) task.parentIds = encoded('Folder', parents(row))
  if (fields.has('superParentIds')) task.superParentIds = encoded('Folder', row.super_parents)
  if (fields.has('sharedIds')) task.sharedIds = people(row.shared_people, row.shared_invitations)
  if (fields.has('responsibleIds')) task.responsibleIds = people(row.responsible_people, row.responsible_invitations)
  if (fields.has('responsiblePlaceholderIds')) task.responsiblePlaceholderIds = encoded('Placeholder', row.placeholders)
  if (fields.has('authorIds')) task.authorIds = encoded('Contact', [row.author_id as number])
  if (fields.has('hasAttachments')) task.hasAttachments = row.has_attachments ?? false
  if (fields.has('attachmentCount')) task.attachmentCount = row.attachment_count ?? 0
  if (fields.has('recurrent')) task.recurrent = row.recurrent ?? false
  if (fields.has('superTaskIds')) task.superTaskIds = encoded('Task', row.super_tasks)
  if (fields.has('subTaskIds')) task.subTaskIds = encoded('Task', row.sub_tasks)
  if (fields.has('dependencyIds') && planHas(caller.plan, 'dependencies'))
    task.dependencyIds = dependencies(caller, row.dependencies ?? [])
  if (fields.has('metadata')) task.metadata = presentMetadata(caller, row.metadata ?? {})
  if (fields.has('billingType') && row.billing_type && planHas(caller.plan, 'billing'))
    task.billingType = row.billing_type
  if (fields.has('customItemTypeId') && row.custom_item_type_id)
    task.customItemTypeId = encodeId('CustomItemType', caller.accountId, row.custom_item_type_id)
  const cascades = wishes.cascades?.get(row.task_id)
  if (cascades) task.cascadingFieldSettings = cascades
  const finance = wishes.finance?.get(row.task_id)
  if (finance) task.finance = finance
  if (fields.has('followerIds')) {
    task.followerIds = encoded('Contact', row.followers)
    task.followedByMe = row.followers?.includes(caller.personId) ?? false
  }
  if (fields.has('customFields')) {
    const values = presentCustomFields(caller, row.custom_fields ?? {}, { plainText: wishes.plainTextCustomFields })
    if (values) task.customFields = values
  }
  if (fields.has('workScheduleId') && row.work_schedule_id != null && planHas(caller.plan, 'workSchedules'))
    task.workScheduleId = encodeId('WorkSchedule', caller.accountId, row.work_schedule_id)
  if (fields.has('effortAllocation')) {
    const effort = presentEffort(caller, row.effort_allocation ?? null)
    if (effort) task.effortAllocation = effort
  }
  return task
}

/** What hangs under nothing the caller sees hangs under its root; a task that is only inside others has no parents. */
function parents(row: TaskRow): number[] {
  const visible = row.parents ?? []
  return visible.length > 0 || row.only_subtask ? visible : [ROOT_FOLDER]
}

function dependencies(caller: Caller, pairs: number[]): string[] {
  const ids: string[] = []
  for (let at = 0; at < pairs.length; at += 2)
    ids.push(encodeDependencyId(caller.accountId, pairs[at] as number, pairs[at + 1] as number))
  return ids
}
