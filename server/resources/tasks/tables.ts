import type { Generated } from 'kysely'
import type { CustomFieldColumn, MetadataColumn } from '../account/tables.ts'
import type { StatusGroup } from '../workflows/tables.ts'

export interface TaskTables {
  task: {
    account_id: number
    task_id: Generated<number>
    title: string
    description: Generated<string>
    author_id: number
    custom_status_id: number
    status_group: StatusGroup
    importance: Generated<'High' | 'Normal' | 'Low'>
    date_type: Generated<'Backlog' | 'Milestone' | 'Planned'>
    /** Local date-times without zone: yyyy-MM-ddTHH:mm:ss */
    start_at: string | null
    due_at: string | null
    duration_minutes: number | null
    work_on_weekends: Generated<boolean>
    /** Order key in task lists (fractional index, byte order). */
    priority: string
    custom_item_type_id: number | null
    billing_type: 'Billable' | 'NonBillable' | null
    /** None: the schedule of the assignee, or the account's. */
    work_schedule_id: number | null
    /** Where people had put the start (of a milestone: the due date), while a change of working days holds it elsewhere. */
    wanted_at: string | null
    effort_allocation: Record<string, unknown> | null
    metadata: Generated<MetadataColumn>
    custom_fields: Generated<CustomFieldColumn>
    created_at: Generated<Date>
    updated_at: Generated<Date>
    completed_at: Date | null
    deleted_at: Date | null
    /** Folder or task whose deletion took this task along. */
    deleted_with: number | null
    /** Series of the task, its number in it and its day of the rule (yyyy-MM-dd). */
    recurrence_id: number | null
    occurrence_number: number | null
    occurrence_date: string | null
    /** In no folder and not at the root, but inside other tasks. */
    only_subtask: Generated<boolean>
    /** Transaction that wrote the row last, and sort keys from before recent writes: kept by a trigger. */
    changed_in: Generated<string>
    earlier: unknown
    version: Generated<number>
  }
  /** Folders of a task: `direct` as people put it, `inherited` from the tasks above it. */
  task_placement: {
    account_id: number
    task_id: number
    folder_id: number
    direct: boolean
    inherited: Generated<boolean>
    /** Set while the folder is in the recycle bin and the task, living elsewhere too, is not. */
    deleted_with: number | null
  }
  super_task: { account_id: number; task_id: number; super_task_id: number }
  task_share: { account_id: number; task_id: number; principal_id: number }
  task_access: { account_id: number; principal_id: number; task_id: number }
  task_responsible: { account_id: number; task_id: number; person_id: number }
  task_placeholder: { account_id: number; task_id: number; placeholder_id: number }
  task_follower: { account_id: number; task_id: number; person_id: number }
}
