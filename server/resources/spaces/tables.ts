import type { Generated } from 'kysely'

export interface SpaceTables {
  /** What a space has beyond its folder. */
  space: {
    account_id: number
    folder_id: number
    access_type: 'Personal' | 'Private' | 'Public' | 'Locked'
    archived: Generated<boolean>
    default_project_workflow_id: number | null
    default_task_workflow_id: number | null
    suggested_project_workflow_ids: Generated<number[]>
    suggested_task_workflow_ids: Generated<number[]>
  }
}
