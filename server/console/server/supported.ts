import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { type Application, findApplication } from '#oauth/applications.ts'

/** An application as whoever runs the server sees it: no secrets, and nothing of what accounts hold. */
export interface SupportedApplication extends Application {
  lastUsedAt: Date | null
  suspendedAt: Date | null
  consents: number
  permanentTokens: number
  webhooks: { active: number; suspended: number }
}

/** Finds an application by its client id, whoever it belongs to. */
export async function findSupported(
  database: Kysely<Database>,
  clientId: string,
): Promise<SupportedApplication | undefined> {
  const application = await findApplication(database, clientId)
  if (!application) return undefined
  const { rows } = await sql<{
    last_used_at: Date | null
    suspended_at: Date | null
    consents: number
    permanent_tokens: number
    active: number
    suspended: number
  }>`
    select a.last_used_at, a.suspended_at,
      (select count(*) from oauth_grant g where g.client_id = a.client_id and g.revoked_at is null) as consents,
      (select count(*) from access_token t where t.client_id = a.client_id and t.kind = 'permanent') as permanent_tokens,
      (select count(*) from webhook w where w.client_id = a.client_id and w.status = 'Active') as active,
      (select count(*) from webhook w where w.client_id = a.client_id and w.status = 'Suspended') as suspended
    from application a where a.client_id = ${clientId}`.execute(database)
  const [row] = rows
  if (!row) return undefined
  return {
    ...application,
    lastUsedAt: row.last_used_at,
    suspendedAt: row.suspended_at,
    consents: row.consents,
    permanentTokens: row.permanent_tokens,
    webhooks: { active: row.active, suspended: row.suspended },
  }
}

/** The accounts in which people let the application in, most consents first. */
export function accountsOf(database: Kysely<Database>, clientId: string, limit: number) {
  return database
    .selectFrom('oauth_grant as grant')
    .innerJoin('account', 'account.account_id', 'grant.account_id')
    .select((row) => ['account.account_id', 'account.name', row.fn.countAll<number>().as('consents')])
    .where('grant.client_id', '=', clientId)
    .where('grant.revoked_at', 'is', null)
    .groupBy(['account.account_id', 'account.name'])
    .orderBy('consents', 'desc')
    .orderBy('account.account_id')
    .limit(limit)
    .execute()
}
