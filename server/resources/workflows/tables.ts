import type { Generated } from 'kysely'

export type StatusGroup = 'Active' | 'Completed' | 'Deferred' | 'Cancelled'

export interface WorkflowTables {
  workflow: {
    account_id: number
    workflow_id: Generated<number>
    name: string
    description: string | null
    standard: Generated<boolean>
    hidden: Generated<boolean>
    space_id: number | null
    created_at: Generated<Date>
  }
  custom_status: {
    account_id: number
    custom_status_id: Generated<number>
    workflow_id: number
    name: string
    standard_name: Generated<boolean>
    color: string | null
    standard: Generated<boolean>
    status_group: StatusGroup
    hidden: Generated<boolean>
    position: number
  }
}
