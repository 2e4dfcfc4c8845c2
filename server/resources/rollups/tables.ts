import type { Generated } from 'kysely'

export type Aggregation = 'Sum' | 'Average' | 'Min' | 'Max'

export interface RollupTables {
  /** Fields whose value on a folder or task is made of those of what is below. */
  rollup_field: {
    account_id: number
    /** Folders and tasks share one run of numbers. */
    item_id: number
    item_type: 'folder' | 'task'
    /** 0 for a field of the system. */
    custom_field_id: Generated<number>
    /** Empty for a custom field. */
    system_field: Generated<string>
    aggregation: Aggregation
  }
}
