import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy, type EventRecord } from '#events/change.ts'
import type * as contract from './contract.ts'
import { applyMetadata } from './metadata.ts'
import { type AccountRow, presentAccount } from './presenter.ts'
import { accountRow } from './queries.ts'

/** Changes the settings of the account, and the part of its metadata that belongs to the caller's application. */
export const modifyAccount: Handler<typeof contract.modifyAccount> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageAccount')
  return change(caller, async (rows, inside) => {
    const before = await accountRow(inside)
    const after: AccountRow = {
      ...before,
      metadata: applyMetadata(caller, before.metadata, input.metadata),
      name: input.name ?? before.name,
      date_format: input.dateFormat ?? before.date_format,
      first_day_of_week: input.firstDayOfWeek ?? before.first_day_of_week,
    }
    const { metadata, name, date_format, first_day_of_week } = after
    const written = { metadata, name, date_format, first_day_of_week }
    await rows.update('account', may, { account_id: caller.accountId }, written)
    const answer = presentAccount(caller, after, { fields: new Set(['subscription', 'metadata']) })
    return changedBy({ data: [answer] }, [
      ...(input.metadata ? [accountEvent(caller.accountId, 'AccountMetadataChanged')] : []),
      ...settingsChanged(caller.accountId, before, after),
    ])
  })
}

const accountEvent = (
  accountId: number,
  type: string,
  said: Pick<EventRecord, 'before' | 'after'> = {},
): EventRecord => ({ type, entityType: 'account', entityId: accountId, ...said })

const settings = { name: 'name', date_format: 'dateFormat', first_day_of_week: 'firstDayOfWeek' } as const

function settingsChanged(accountId: number, before: AccountRow, after: AccountRow): EventRecord[] {
  const columns = Object.keys(settings) as (keyof typeof settings)[]
  const changed = columns.filter((column) => before[column] !== after[column])
  if (changed.length === 0) return []
  const said = (row: AccountRow) => Object.fromEntries(changed.map((column) => [settings[column], row[column]]))
  return [accountEvent(accountId, 'AccountChanged', { before: said(before), after: said(after) })]
}
