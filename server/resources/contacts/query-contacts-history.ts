import { permitAccount } from '#access/permit.ts'
import { formatInstant } from '#contract/dates.ts'
import type { Handler } from '#contract/handler.ts'
import { encodeId } from '#ids/encode.ts'
import { requireWindow } from '../finance/history.ts'
import { type RateHistoryRow, rateHistory } from '../hourly-rates/queries.ts'
import { usersByIds } from '../users/access.ts'
import type * as contract from './contract-history.ts'

/**
 * Reads how the rates of users have changed, in the order of the request.
 *
 * @throws {Refused} `not_allowed` unless one is an account admin.
 */
export const queryContactsHistory: Handler<typeof contract.queryContactsHistory> = async ({
  caller,
  input,
  fields,
}) => {
  await usersByIds(caller, input.contactIds)
  permitAccount(caller, 'manageRates')
  requireWindow(input.updatedDate)
  const rows = await rateHistory(caller, input.contactIds, input.updatedDate)
  const items = (personId: number, type: 'Bill' | 'Cost') =>
    rows.filter((row) => row.subject_id === personId && row.rate_type === type).map(present)
  return {
    data: input.contactIds.map((id) => ({
      id: encodeId('Contact', caller.accountId, id),
      ...(fields.has('billRate') ? { billRateHistory: items(id, 'Bill') } : {}),
      ...(fields.has('costRate') ? { costRateHistory: items(id, 'Cost') } : {}),
    })),
  }
}

const present = (row: RateHistoryRow) => ({
  rateSource: row.source,
  rateValue: row.value,
  startDate: formatInstant(row.start_at),
  ...(row.end_at ? { endDate: formatInstant(row.end_at) } : {}),
})
