import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

/** How long it is known what an application used. */
export const usesKeptDays = 400

/**
 * The applications that used something in the last days, by client id.
 *
 * @param subject an operation (`v4 queryTasks`, `v3 queryTasks`), or what of it was used (`v4 queryTasks customField`)
 */
export async function usersOf(database: Kysely<Database>, subject: string, sinceDays: number): Promise<string[]> {
  const rows = await database
    .selectFrom('operation_use')
    .select('client_id')
    .distinct()
    .where('subject', '=', subject)
    .where('day', '>=', sql<string>`(now() at time zone 'utc')::date - ${sinceDays}::integer`)
    .orderBy('client_id')
    .execute()
  return rows.map((row) => row.client_id)
}

/** Lets go of what was used long ago. */
export async function forgetUses(database: Kysely<Database>): Promise<void> {
  await database
    .deleteFrom('operation_use')
    .where('day', '<', sql<string>`(now() at time zone 'utc')::date - ${usesKeptDays}::integer`)
    .execute()
}
