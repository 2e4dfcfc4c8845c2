import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.ts'

/** The secret of this server, made at the first start and shared by all processes on the database. */
export async function serverSecret(database: Kysely<Database>): Promise<Buffer> {
  await sql`insert into server_secret (secret) values (${randomBytes(32)}) on conflict do nothing`.execute(database)
  const { rows } = await sql<{ secret: Buffer }>`select secret from server_secret`.execute(database)
  return (rows[0] as { secret: Buffer }).secret
}
