import type { Store } from '#database/connect.ts'
import { recordEvents } from '#events/outbox.ts'
import { currencies } from '#resources/custom-fields/currencies.ts'
import { CommandFault, command } from './command.ts'
import { accountNamed } from './named.ts'

export const accountCurrency = command({
  name: 'account currency',
  says: 'Sets the currency of rates, fees, costs and budgets of an account. Amounts stay as they are.',
  options: {
    id: { value: 'ID', says: 'Id of the account', required: true },
    currency: { value: 'CURRENCY', says: 'Three letters, such as EUR', required: true },
  },
  run: async (given, session) => {
    const currency = currencies.find((one) => one === given.currency)
    if (!currency) throw new CommandFault(`There is no currency ${given.currency}; there are ${currencies.join(', ')}`)
    const store = await session.store()
    await setCurrency(store, await accountNamed(store, given.id), currency)
    session.print(JSON.stringify({ id: given.id, currency }, null, 2))
  },
})

async function setCurrency({ database }: Store, accountId: number, currency: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const before = await transaction
      .selectFrom('account')
      .select('currency')
      .where('account_id', '=', accountId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    await transaction.updateTable('account').set({ currency }).where('account_id', '=', accountId).execute()
    await recordEvents(transaction, { accountId, personId: null, clientId: null }, [
      { type: 'AccountCurrencyChanged', entityType: 'account', entityId: accountId, before, after: { currency } },
    ])
  })
}
