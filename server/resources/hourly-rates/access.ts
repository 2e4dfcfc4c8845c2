import type { Caller } from '#access/caller.ts'
import { type Permit, permit, permitAccount } from '#access/permit.ts'
import { planHas } from '#contract/plans.ts'

/** Whether the caller may know what people cost and bring: account admins, on a plan with billing. */
export const seesRates = (caller: Caller): boolean =>
  (caller.role === 'owner' || caller.role === 'admin') && planHas(caller.plan, 'billing')

/**
 * Permits reading and setting the rates of a project: account admins who see it, and the role Full in it.
 *
 * @throws {Refused} as `permit` does.
 */
export async function permitProjectRates(caller: Caller, folderId: number): Promise<Permit<'share' | 'manageRates'>> {
  const seen = await permit(caller, 'read', { folder: folderId })
  if (seesRates(caller) && !seen.deleted) return permitAccount(caller, 'manageRates')
  return permit(caller, 'share', { folder: folderId })
}
