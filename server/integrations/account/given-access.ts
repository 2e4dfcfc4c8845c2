import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

/** What one person lets an application do in an account, by all consents together or by one permanent token. */
export interface Given {
  clientId: string | null
  personId: number
  firstName: string
  lastName: string
  email: string
  kind: 'consent' | 'permanent'
  /** Of a permanent token. */
  tokenName: string
  scopes: string[]
  since: Date
  lastUsedAt: Date | null
  expiresAt: Date | null
  /** Given in another account, for all accounts of the person: it reaches into this one by API v3. */
  isElsewhere: boolean
}

/** All access that programs have in an account, of one application or of all; `null` are tokens of no application. */
export async function givenAccess(
  database: Kysely<Database>,
  accountId: number,
  clientId?: string | null,
): Promise<Given[]> {
  const only = clientId === undefined ? sql`true` : sql`given.client_id is not distinct from ${clientId}`
  const { rows } = await sql<Given>`
    with people as (
      select person_id from account_user where account_id = ${accountId} and state = 'active'
    ), given as (
      select g.client_id, g.person_id, 'consent' as kind, '' as name, s.scope, g.created_at, g.last_used_at,
        null::timestamptz as expires_at, g.account_id <> ${accountId} as elsewhere, '' as token
      from oauth_grant g cross join unnest(g.scopes) as s (scope)
      where g.revoked_at is null and (g.account_id = ${accountId}
        or (g.all_accounts and g.person_id in (select person_id from people)))
      union all
      select t.client_id, t.person_id, 'permanent', t.name, s.scope, t.created_at, t.last_used_at, t.expires_at,
        t.account_id <> ${accountId}, t.token_hash::text
      from access_token t cross join unnest(t.scopes) as s (scope)
      where t.kind = 'permanent' and (t.expires_at is null or t.expires_at > now()) and (t.account_id = ${accountId}
        or (t.all_accounts and t.person_id in (select person_id from people)))
    )
    select given.client_id as "clientId", given.person_id as "personId", person.first_name as "firstName",
      person.last_name as "lastName", person.email, given.kind, given.name as "tokenName",
      array_agg(distinct given.scope) as scopes, max(given.created_at) as since, max(given.last_used_at) as "lastUsedAt",
      max(given.expires_at) as "expiresAt", given.elsewhere as "isElsewhere"
    from given join people using (person_id) join person on person.person_id = given.person_id
    where ${only}
      and not exists (select from application_block b where b.account_id = ${accountId} and b.client_id = given.client_id)
    group by given.client_id, given.person_id, person.person_id, given.kind, given.name, given.elsewhere, given.token
    order by person.first_name, person.last_name, person.person_id, given.kind, since`.execute(database)
  return rows
}

/** Names of applications, with their address in the directory if they are listed. */
export async function namesOf(database: Kysely<Database>, clientIds: readonly string[]) {
  const rows = await database
    .selectFrom('application')
    .leftJoin('application_listing_text as text', (join) =>
      join.onRef('text.client_id', '=', 'application.client_id').on('text.edition', '=', 'listed'),
    )
    .leftJoin('application_listing as listing', 'listing.client_id', 'text.client_id')
    .select(['application.client_id', 'application.name', 'listing.slug'])
    .where('application.client_id', 'in', ['', ...clientIds])
    .execute()
  return new Map(rows.map((row) => [row.client_id, { name: row.name, slug: row.slug }]))
}

/** How many webhooks applications have in an account, and how many of those are active. */
export async function webhooksIn(database: Kysely<Database>, accountId: number) {
  const rows = await database
    .selectFrom('webhook')
    .select((row) => [
      'client_id',
      row.fn.countAll<number>().as('all'),
      row.fn.countAll<number>().filterWhere('status', '=', 'Active').as('active'),
    ])
    .where('account_id', '=', accountId)
    .groupBy('client_id')
    .execute()
  return new Map(rows.map((row) => [row.client_id, { all: Number(row.all), active: Number(row.active) }]))
}

/** What an account blocks, by name. */
export function blockedBy(database: Kysely<Database>, accountId: number) {
  return database
    .selectFrom('application_block as block')
    .innerJoin('application', 'application.client_id', 'block.client_id')
    .innerJoin('person', 'person.person_id', 'block.blocked_by')
    .select(['block.client_id as clientId', 'application.name', 'block.blocked_at as blockedAt'])
    .select(['person.first_name as firstName', 'person.last_name as lastName'])
    .where('block.account_id', '=', accountId)
    .orderBy('application.name')
    .orderBy('block.client_id')
    .execute()
}
