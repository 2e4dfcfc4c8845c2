import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

/** What one person allows an application in one account, however often they said so. */
export interface Consent {
  personId: number
  accountId: number
  firstName: string
  lastName: string
  email: string
  accountName: string
  scopes: string[]
  since: Date
  /** To ten minutes. */
  lastUsedAt: Date | null
  /** A refresh token works, so that it goes on when the access token of the hour has run out. */
  canRefresh: boolean
}

/** What people allow an application, the latest first. */
export async function consentsTo(
  database: Kysely<Database>,
  clientId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<Consent[]> {
  const { rows } = await sql<Consent>`
    select g.person_id as "personId", g.account_id as "accountId", p.first_name as "firstName", p.last_name as "lastName",
      p.email, a.name as "accountName", g.scopes, g.since, g.last_used_at as "lastUsedAt", g.can_refresh as "canRefresh"
    from (
      select person_id, account_id, min(created_at) as since, max(created_at) as latest, max(last_used_at) as last_used_at,
        array_remove(array_agg(distinct scope), null) as scopes,
        bool_or(exists (select from oauth_payload r where r.grant_id = oauth_grant.grant_id and r.model = 'RefreshToken'
          and r.consumed_at is null and (r.expires_at is null or r.expires_at > now()))) as can_refresh
      from oauth_grant left join lateral unnest(scopes) as scope on true
      where client_id = ${clientId} and revoked_at is null
      group by person_id, account_id
    ) as g join person p using (person_id) join account a using (account_id)
    order by g.latest desc, g.person_id, g.account_id limit ${limit} offset ${offset}`.execute(database)
  return rows
}
