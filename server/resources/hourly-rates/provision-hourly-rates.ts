import { permitAccount } from '#access/permit.ts'
import { invalidValue } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { encodeId } from '#ids/encode.ts'
import { usersByIds } from '../users/access.ts'
import type * as contract from './contract.ts'
import { setRates } from './set-rates.ts'
import { rateSourceOf, rateTypeOf } from './subject.ts'

/**
 * Sets rates of users in the account, the older way: each entry names one of the contacts of the path.
 *
 * @throws {Refused} `invalid_parameter` for an entry of somebody else.
 */
export const provisionHourlyRates: Handler<typeof contract.provisionHourlyRates> = async ({ caller, input }) => {
  await usersByIds(caller, input.contactIds)
  const may = permitAccount(caller, 'manageRates')
  if (input.userRates.some(({ contact }) => !input.contactIds.includes(contact)))
    throw invalidValue('userRates', 'rates of the contacts in the path')
  const rates = input.userRates.map((entry) => {
    const subject = { type: 'User' as const, id: entry.contact }
    return {
      subject,
      rateType: rateTypeOf(entry.rateType),
      source: rateSourceOf(subject, entry.rateSource),
      value: entry.rateValue,
    }
  })
  return change(caller, async (rows, inside) => {
    const events = await setRates(rows, inside, may, rates, { folderId: null })
    const data = rates.map(({ subject, rateType, source, value }) => ({
      contact: encodeId('Contact', caller.accountId, subject.id),
      rateType,
      ...(source === 'JobRole' || value === undefined ? {} : { rateValue: value }),
      rateSource: source,
    }))
    return changedBy({ data }, events)
  })
}
