import type { Generated } from 'kysely'
import type { MetadataColumn } from '../account/tables.ts'

export interface GroupTables {
  user_group: {
    account_id: number
    /** Below zero: groups share the contacts' form of id. */
    group_id: Generated<number>
    title: string
    avatar_letters: string
    avatar_color: string
    is_default: Generated<boolean>
    metadata: Generated<MetadataColumn>
    created_at: Generated<Date>
  }
  group_member: { account_id: number; group_id: number; person_id: number }
  group_parent: { account_id: number; group_id: number; parent_group_id: number }
}
