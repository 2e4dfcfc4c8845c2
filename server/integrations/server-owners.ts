import type { Kysely } from 'kysely'
import { runsServer } from '#console/memberships.ts'
import type { Database } from '#database/schema.ts'

/** The addresses of those who run the server. */
export async function serverOwners(database: Kysely<Database>): Promise<string[]> {
  const rows = await database.selectFrom('person').select('email').where(runsServer).orderBy('email').execute()
  return rows.map(({ email }) => email)
}
