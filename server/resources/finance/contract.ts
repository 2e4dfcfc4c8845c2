import { instantText, model, number, optional, string } from '#contract/model.ts'

/** A value of money, and when it held; the last one has no end. */
export const BudgetMetricHistoryItem = model('BudgetMetricHistoryItem', {
  value: number(),
  startDate: instantText(),
  endDate: optional(instantText()),
})

/** A rate, and when it held; the last one has no end. */
export const BudgetRateHistoryItem = model('BudgetRateHistoryItem', {
  rateSource: string(),
  rateValue: number(),
  startDate: instantText(),
  endDate: optional(instantText()),
})
