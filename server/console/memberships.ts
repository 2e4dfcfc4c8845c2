import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'

/** The accounts in which a person is an active user, by name. */
export function activeAccounts(database: Kysely<Database>, personId: number) {
  return database
    .selectFrom('account_user as user')
    .innerJoin('account', 'account.account_id', 'user.account_id')
    .select(['account.account_id as accountId', 'account.name', 'user.role'])
    .where('user.person_id', '=', personId)
    .where('user.state', '=', 'active')
    .orderBy('account.name')
    .orderBy('account.account_id')
    .execute()
}

/** Tells whether a person runs the server: owner or admin of its first account. */
export async function isServerOwner(database: Kysely<Database>, personId: number): Promise<boolean> {
  const owner = await database
    .selectFrom('account_user')
    .select('role')
    .where('account_id', '=', (first) => first.selectFrom('account').select((of) => of.fn.min('account_id').as('id')))
    .where('person_id', '=', personId)
    .where('state', '=', 'active')
    .where('role', 'in', ['owner', 'admin'])
    .executeTakeFirst()
  return owner !== undefined
}
