import type { Generated } from 'kysely'
import type { Plan } from '#contract/plans.ts'

/** Metadata of one entity: application (client id) → key → value. An application sees only its own part. */
export type MetadataColumn = Record<string, Record<string, string>>

/** Values of custom fields: number of the field → text. */
export type CustomFieldColumn = Record<string, string>

export interface AccountTables {
  account: {
    account_id: Generated<number>
    name: string
    plan: Generated<Plan>
    date_format: Generated<string>
    first_day_of_week: Generated<string>
    suspended: Generated<boolean>
    /** Of rates, fees, costs and budgets. */
    currency: Generated<string>
    metadata: Generated<MetadataColumn>
    custom_fields: Generated<CustomFieldColumn>
    created_at: Generated<Date>
  }
}
