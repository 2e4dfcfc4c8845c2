import type { Generated } from 'kysely'

export interface CustomItemTypeTables {
  /** A kind of task or project, with what everything made from it starts with. Deleted ones stay with what was made. */
  custom_item_type: {
    account_id: number
    custom_item_type_id: Generated<number>
    title: string
    related_type: 'Project' | 'Task'
    /** The space it belongs to, or null for the whole account. */
    space_id: number | null
    description: Generated<string>
    icon: Generated<Record<string, unknown>>
    custom_field_ids: Generated<number[]>
    default_workflow_id: number | null
    archived_at: Date | null
    archived_by: number | null
    deleted_at: Date | null
    created_at: Generated<Date>
  }
}
