import { type Kysely, sql } from 'kysely'

/** Webhooks made with a token of no application, as the command line gives out. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table webhook alter column client_id drop not null`.execute(database)
}
