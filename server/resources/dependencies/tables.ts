import type { Generated } from 'kysely'
import type { RelationType } from '#scheduling/relation-rules.ts'

export interface DependencyTables {
  dependency: {
    account_id: number
    predecessor_id: number
    successor_id: number
    relation_type: RelationType
    lag_minutes: Generated<number>
    version: Generated<number>
  }
}
