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

/** Something that an application used: how often, and on which day the last time. */
export interface Use {
  subject: string
  calls: number
  lastDay: string
}

/** What an application used in the last days, most first; and how many operations it called on each of them. */
export async function usesOf(
  database: Kysely<Database>,
  clientId: string,
  days: number,
): Promise<{ uses: Use[]; perDay: { day: string; calls: number }[] }> {
  const since = sql<string>`(now() at time zone 'utc')::date - ${days - 1}::integer`
  const recent = database.selectFrom('operation_use').where('client_id', '=', clientId).where('day', '>=', since)
  const [uses, called] = await Promise.all([
    recent
      .select(({ fn }) => ['subject', fn.sum<number>('calls').as('calls'), fn.max('day').as('lastDay')])
      .groupBy('subject')
      .orderBy('calls', 'desc')
      .orderBy('subject')
      .execute(),
    // What is told of a part of an operation belongs to a call that is counted already.
    recent
      .select(({ fn }) => ['day', fn.sum<number>('calls').as('calls')])
      .where('subject', 'not like', '% % %')
      .groupBy('day')
      .execute(),
  ])
  const calls = new Map(called.map((row) => [row.day, row.calls]))
  const perDay = Array.from({ length: days }, (_, ago) => {
    const day = new Date(Date.now() - (days - 1 - ago) * 86_400_000).toISOString().slice(0, 10)
    return { day, calls: calls.get(day) ?? 0 }
  })
  return { uses, perDay }
}

/** Lets go of what was used long ago. */
export async function forgetUses(database: Kysely<Database>): Promise<void> {
  await database
    .deleteFrom('operation_use')
    .where('day', '<', sql<string>`(now() at time zone 'utc')::date - ${usesKeptDays}::integer`)
    .execute()
}
