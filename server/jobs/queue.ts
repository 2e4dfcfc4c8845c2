import { type Kysely, sql } from 'kysely'
import { type ConstructorOptions, getConstructionPlans, type PgBoss } from 'pg-boss'
import type { Database } from '#database/schema.ts'
import type { Job } from './job.ts'

/** A server that died is noticed when its jobs were not heard of for so long, and they run again elsewhere. */
export const heardOfWithinSeconds = 10

/** The tables of the queue are in a schema of their own. */
export const options = {
  schema: 'pgboss',
  registerInstance: false,
  reindex: false,
  superviseIntervalSeconds: heardOfWithinSeconds / 2,
  monitorIntervalSeconds: heardOfWithinSeconds / 2,
  maintenanceIntervalSeconds: 3600,
} satisfies ConstructorOptions

/** Queue of the jobs that are given up. */
export const givenUp = (job: Job): string => `${job.name}.given-up`

/**
 * Makes the tables of the queue where there are none: part of the migration, so that copies of a database have them.
 * Later versions of them are made by `openJobs`, which can run statements that no transaction takes.
 */
export async function installQueue(database: Kysely<Database>): Promise<void> {
  const isThere = sql<{ name: string | null }>`select to_regclass(${`${options.schema}.version`}) as name`
  const installed = async () => (await isThere.execute(database)).rows[0]?.name != null
  if (await installed()) return
  try {
    // One script with its own transaction and lock.
    await sql.raw(getConstructionPlans(options.schema)).execute(database)
  } catch (error) {
    // Another server that started at the same moment was faster.
    if (!(await installed())) throw error
  }
}

/** Makes a queue for each job, with the settings that its declaration has now. */
export async function declareQueues(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue as object]))
  const declare = async (name: string, settings: Record<string, unknown>) => {
    const queue = known.get(name) as Record<string, unknown> | undefined
    if (!queue) await boss.createQueue(name, settings)
    else if (Object.entries(settings).some(([key, value]) => queue[key] !== value))
      await boss.updateQueue(name, settings)
  }
  for (const job of jobs) {
    if (job.gaveUp) await declare(givenUp(job), { notify: true })
    await declare(job.name, {
      retryLimit: job.retries,
      retryDelay: job.retryDelaySeconds,
      retryBackoff: true,
      retryDelayMax: 3600,
      expireInSeconds: job.longestSeconds,
      heartbeatSeconds: heardOfWithinSeconds,
      deleteAfterSeconds: 24 * 3600,
      notify: true,
      ...(job.gaveUp ? { deadLetter: givenUp(job) } : {}),
    })
  }
}
