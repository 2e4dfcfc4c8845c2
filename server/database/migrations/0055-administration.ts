import { type Kysely, sql } from 'kysely'

/** What the pages of an account's admins need: an order of custom fields. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table custom_field add column position integer not null default 0`.execute(database)
}
