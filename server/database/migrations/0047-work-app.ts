import { type Kysely, sql } from 'kysely'

/**
 * The work app is an application like any other, but part of the server: no person and no account own it, and its tokens
 * belong to the browser session that got them. People act faster in it than a program has to, so its limit is its own.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`insert into application (client_id, name, requests_per_minute) values ('work-app', 'Work app', 1200)`.execute(
    database,
  )
}
