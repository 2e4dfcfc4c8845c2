import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

/**
 * Tells every process that what these people's credentials may do has changed, so that nothing remembered is used any
 * longer. It is heard when the transaction commits.
 *
 * All accounts of the people are named, since a token of v3 reaches all of them.
 */
export async function announceAccessChange(database: Kysely<Database>, personIds: number[]): Promise<void> {
  if (personIds.length === 0) return
  await sql`
    select pg_notify('access_changed', account_id::text)
    from (select distinct account_id from account_user where person_id = any(${personIds}::bigint[])) as affected
  `.execute(database)
}

/** Tells every process that an application was suspended or resumed, or has another limit, for all who use it. */
export async function announceApplicationChange(database: Kysely<Database>, clientId: string): Promise<void> {
  await sql`select pg_notify('application_changed', ${clientId})`.execute(database)
}
