import { userRoles, userTypeNumber } from '#access/roles.ts'
import type { Handler } from '#contract/handler.ts'
import { type Feature, features, planHas } from '#contract/plans.ts'
import { encodeId } from '#ids/encode.ts'
import type * as contract from './contract.ts'
import { accountRow, fileUse, seatUse } from './queries.ts'

/** Tells an admin what the account has, what it uses, and what another plan would add. */
export const getAccountPlan: Handler<typeof contract.getAccountPlan> = async ({ caller, services }) => {
  const { plan, suspended } = await accountRow(caller)
  const seats = await seatUse(caller)
  const { files, bytes } = await fileUse(caller)
  const answer = {
    plan,
    suspended,
    seats: userRoles.map((role) => ({
      userTypeId: encodeId('UserType', caller.accountId, userTypeNumber(role)),
      active: seats.get(role)?.active ?? 0,
      inactive: seats.get(role)?.inactive ?? 0,
      invited: seats.get(role)?.invited ?? 0,
    })),
    files,
    fileBytes: bytes,
    largestFileBytes: services.settings.maxUpload,
    requestsPerMinute: services.settings.rateLimitPerMinute,
    features: (Object.keys(features) as Feature[]).map((name) => ({
      name,
      title: features[name].says,
      fromPlan: features[name].from,
      included: planHas(plan, name),
    })),
  }
  return { data: [answer] }
}
