import { type Kysely, sql } from 'kysely'

/** What all processes of a server share: the secret that signs page tokens and cookies. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`create table server_secret (only_one boolean primary key default true check (only_one), secret bytea not null)`.execute(
    database,
  )
}
