import type { Generated } from 'kysely'

export interface VisitTables {
  /** What a person opened last. Folders and tasks share one sequence of numbers. */
  visit: {
    account_id: number
    person_id: number
    item_id: number
    is_task: boolean
    visited_at: Generated<Date>
  }
}
