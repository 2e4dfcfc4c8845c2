import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

/** How an integration is used around a person: by themselves, or by somebody of one of their accounts. */
export type Use = 'yours' | 'account'

/** The applications in use in the accounts of a person. */
export async function inUse(database: Kysely<Database>, personId: number): Promise<Map<string, Use>> {
  const { rows } = await sql<{ client_id: string; is_own: boolean }>`
    with given as (
      select client_id, person_id, account_id from oauth_grant where revoked_at is null
      union all
      select client_id, person_id, account_id from access_token
        where kind = 'permanent' and client_id is not null and (expires_at is null or expires_at > now())
    )
    select given.client_id, bool_or(given.person_id = ${personId}) as is_own
    from given join account_user mine on mine.account_id = given.account_id
    where mine.person_id = ${personId} and mine.state = 'active'
    group by given.client_id`.execute(database)
  return new Map(rows.map((row) => [row.client_id, row.is_own ? 'yours' : 'account']))
}
