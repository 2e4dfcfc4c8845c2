import type { Generated } from 'kysely'

export interface CustomFieldTables {
  custom_field: {
    account_id: number
    custom_field_id: Generated<number>
    title: string
    type: string
    space_id: number | null
    settings: Generated<Record<string, unknown>>
    shared_ids: Generated<number[]>
    description: Generated<string>
    /** In lists, before age: those that were never ordered have 0 and come last. */
    position: Generated<number>
    archived_at: Date | null
    archived_by: number | null
    created_at: Generated<Date>
  }
}
