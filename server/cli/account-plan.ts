import { type Plan, plans } from '#contract/plans.ts'
import type { Store } from '#database/connect.ts'
import { sql } from '#database/sql.ts'
import { recordEvents } from '#events/outbox.ts'
import { CommandFault, command } from './command.ts'
import { accountNamed } from './named.ts'

export const accountPlan = command({
  name: 'account plan',
  says: `Sets the plan of an account: ${plans.join(', ')}. Running servers know it at once.`,
  options: {
    id: { value: 'ID', says: 'Id of the account', required: true },
    plan: { value: 'PLAN', says: 'Its new plan', required: true },
  },
  run: async (given, session) => {
    const plan = plans.find((one) => one === given.plan)
    if (!plan) throw new CommandFault(`There is no plan ${given.plan}; there are ${plans.join(', ')}`)
    const store = await session.store()
    await setPlan(store, await accountNamed(store, given.id), plan)
    session.print(JSON.stringify({ id: given.id, plan }, null, 2))
  },
})

async function setPlan({ database }: Store, accountId: number, plan: Plan): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const before = await transaction
      .selectFrom('account')
      .select('plan')
      .where('account_id', '=', accountId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    await transaction.updateTable('account').set({ plan }).where('account_id', '=', accountId).execute()
    await recordEvents(transaction, { accountId, personId: null, clientId: null }, [
      { type: 'AccountPlanChanged', entityType: 'account', entityId: accountId, before, after: { plan } },
    ])
    await sql`select pg_notify('access_changed', ${String(accountId)})`.execute(transaction)
  })
}
