import type { Caller } from '#access/caller.ts'
import { notAllowed } from '#contract/errors.ts'
import { features, planHas } from '#contract/plans.ts'

/**
 * The billing type of a request.
 *
 * @throws {Refused} `not_allowed` on a plan without billing.
 */
export function readBilling(
  caller: Caller,
  billingType: 'Billable' | 'NonBillable' | undefined,
): 'Billable' | 'NonBillable' | undefined {
  if (billingType !== undefined && !planHas(caller.plan, 'billing'))
    throw notAllowed(`${features.billing.says}: not part of the plan ${caller.plan}`)
  return billingType
}
