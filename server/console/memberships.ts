import { type Kysely, sql } from 'kysely'
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

/** Tells whether people of this role look after an account. */
export function isAdminRole(role: string): boolean {
  return role === 'owner' || role === 'admin'
}

/**
 * Whether a person runs the server, as an expression: owner or admin of its first account, whose address is confirmed
 * (docs/decisions/0024-support-desk.md).
 */
export const runsServer = sql<boolean>`(person.email_confirmed_at is not null and exists (
  select from account_user u where u.account_id = (select min(account_id) from account)
    and u.person_id = person.person_id and u.state = 'active' and u.role in ('owner', 'admin')))`
