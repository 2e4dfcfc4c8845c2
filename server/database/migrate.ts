import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { installQueue } from '#jobs/queue.ts'
import { migrations } from './migrations/index.ts'
import type { Database } from './schema.ts'

/**
 * Brings the schema up to date, under an advisory lock, all or nothing; then the queue of jobs, which looks after its own.
 *
 * @returns names of the migrations that ran.
 */
export async function migrate(database: Kysely<Database>): Promise<string[]> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw error
  await installQueue(database)
  return results.map((result) => result.migrationName)
}
