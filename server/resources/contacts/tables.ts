import type { Generated } from 'kysely'
import type { UserRole } from '#access/roles.ts'
import type { CustomFieldColumn, MetadataColumn } from '../account/tables.ts'

export interface ContactTables {
  /** A person as the whole server knows them; accounts know them through `account_user`. */
  person: {
    person_id: Generated<number>
    email: string
    password_hash: string | null
    first_name: Generated<string>
    last_name: Generated<string>
    time_zone: Generated<string>
    locale: Generated<string>
    title: string | null
    company_name: string | null
    phone: string | null
    location: string | null
    email_confirmed_at: Date | null
    created_at: Generated<Date>
  }
  account_user: {
    account_id: number
    person_id: number
    role: UserRole
    state: Generated<'invited' | 'active' | 'inactive' | 'removed'>
    metadata: Generated<MetadataColumn>
    custom_fields: Generated<CustomFieldColumn>
    job_role_id: number | null
    /** None: the account's default schedule. */
    work_schedule_id: number | null
    joined_at: Generated<Date>
  }
}
