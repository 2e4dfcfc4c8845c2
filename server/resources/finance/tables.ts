import type { Generated } from 'kysely'

export type Metric = 'actualFees' | 'actualCost' | 'plannedFees' | 'plannedCost' | 'budget'

export interface FinanceTables {
  /** What tasks and projects cost and bring: the row without an end holds now, the others are history. */
  finance_metric: {
    account_id: number
    /** Task or project. */
    item_id: number
    metric: Metric
    value: number
    start_at: Generated<Date>
    end_at: Date | null
  }
}
