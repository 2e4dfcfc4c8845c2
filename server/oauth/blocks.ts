import type { Kysely } from 'kysely'
import { activeAccounts } from '#console/memberships.ts'
import type { Database } from '#database/schema.ts'

/** Tells whether the admins of an account have shut an application out of it. */
export async function isBlocked(
  database: Kysely<Database>,
  { accountId, clientId }: { accountId: number; clientId: string },
): Promise<boolean> {
  const block = await database
    .selectFrom('application_block')
    .select('client_id')
    .where('account_id', '=', accountId)
    .where('client_id', '=', clientId)
    .executeTakeFirst()
  return block !== undefined
}

/** The accounts of a person in which they may let an application in, and the names of those that block it. */
export async function accountsOpenTo(
  database: Kysely<Database>,
  clientId: string,
  personId: number,
): Promise<{ accounts: Awaited<ReturnType<typeof activeAccounts>>; blockedIn: string[] }> {
  const all = await activeAccounts(database, personId)
  const blocks = await database
    .selectFrom('application_block')
    .select('account_id')
    .where('client_id', '=', clientId)
    .where('account_id', 'in', [0, ...all.map(({ accountId }) => accountId)])
    .execute()
  const blocked = new Set(blocks.map((block) => block.account_id))
  return {
    accounts: all.filter(({ accountId }) => !blocked.has(accountId)),
    blockedIn: all.filter(({ accountId }) => blocked.has(accountId)).map(({ name }) => name),
  }
}
