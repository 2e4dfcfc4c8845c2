import type { Generated } from 'kysely'
import type { Role } from '#access/roles.ts'
import type { CustomFieldColumn, MetadataColumn } from '../account/tables.ts'

export interface FolderTables {
  /** Folders, projects (`is_project`) and spaces (`is_space`). */
  folder: {
    account_id: number
    folder_id: Generated<number>
    title: string
    description: Generated<string>
    color: Generated<string>
    author_id: number
    workflow_id: number
    is_space: Generated<boolean>
    is_project: Generated<boolean>
    /** False switches inheritance of access off below the folder's parents (selective sharing). */
    inherits_access: Generated<boolean>
    metadata: Generated<MetadataColumn>
    custom_fields: Generated<CustomFieldColumn>
    custom_columns: Generated<number[]>
    custom_item_type_id: number | null
    project_author_id: number | null
    project_status_id: number | null
    /** yyyy-MM-dd */
    project_start: string | null
    project_end: string | null
    project_created_at: Date | null
    project_completed_at: Date | null
    contract_type: 'Billable' | 'NonBillable' | null
    budget: number | null
    created_at: Generated<Date>
    updated_at: Generated<Date>
    deleted_at: Date | null
    /** Folder whose deletion took this one along: restoring that brings this back. */
    deleted_with: number | null
    version: Generated<number>
  }
  folder_parent: {
    account_id: number
    folder_id: number
    parent_id: number
    /** Set while the parent is in the recycle bin and the child, living elsewhere too, is not. */
    deleted_with: number | null
  }
  folder_owner: { account_id: number; folder_id: number; person_id: number }
  folder_share: {
    account_id: number
    folder_id: number
    principal_id: number
    kind: Generated<'share' | 'guest'>
    role: Role
    is_manager: Generated<boolean>
  }
  folder_access: { account_id: number; principal_id: number; folder_id: number; role: Role }
}
