import type { Generated } from 'kysely'

export interface CascadingFieldTables {
  /** Fields whose value flows down from a folder or task to all below it. */
  cascading_field: {
    account_id: number
    /** Folders and tasks share one run of numbers. */
    item_id: number
    item_type: 'folder' | 'task'
    /** 0 for a field of the system. */
    custom_field_id: Generated<number>
    /** Empty for a custom field. */
    system_field: Generated<string>
    enabled_by: number
    enabled_at: Generated<Date>
  }
}
