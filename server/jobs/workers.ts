import type { JobWithMetadata, PgBoss } from 'pg-boss'
import { Value } from 'typebox/value'
import { comingFrom } from '#events/origin.ts'
import type { Services } from '#http/services.ts'
import { throughKysely } from './connection.ts'
import type { Job, Run } from './job.ts'
import { givenUp } from './queue.ts'

/** Works off all jobs in this process, each with its own bounded concurrency, until the queue stops. */
export async function startWorkers(
  boss: PgBoss,
  jobs: readonly Job[],
  services: Services,
  stopping: AbortSignal,
  lookAgainSeconds: number,
): Promise<void> {
  for (const job of jobs) {
    const looking = {
      batchSize: 1,
      pollingIntervalSeconds: Math.min(2, lookAgainSeconds),
      notifyPollingIntervalSeconds: lookAgainSeconds,
    } as const
    const options = { ...looking, includeMetadata: true, localConcurrency: job.concurrency } as const
    await boss.work<unknown, void, typeof options>(job.name, options, async (fetched: JobWithMetadata<unknown>[]) => {
      for (const one of fetched) await work(boss, job, one, services, stopping)
    })
    if (job.gaveUp) {
      const { gaveUp } = job
      await boss.work<unknown>(givenUp(job), looking, async ([one]) => {
        if (one) await gaveUp({ data: one.data, services })
      })
    }
    if (job.cron) await boss.schedule(job.name, job.cron)
  }
}

async function work(
  boss: PgBoss,
  job: Job,
  fetched: JobWithMetadata<unknown>,
  services: Services,
  stopping: AbortSignal,
): Promise<void> {
  const data = fetched.data ?? {}
  try {
    if (!Value.Check(job.data, data)) throw new Error(`The data of a job '${job.name}' is not what it takes`)
    const run: Run<unknown> = {
      id: fetched.id,
      data,
      retries: fetched.retryCount,
      services,
      signal: AbortSignal.any([fetched.signal, stopping]),
      async finish(transaction) {
        const attempt = { id: fetched.id, retryCount: fetched.retryCount }
        const done = await boss.complete(job.name, attempt, undefined, { db: throughKysely(transaction) })
        // Its type leaves out the count (pg-boss 12.38).
        if ((done as { affected?: number }).affected !== 1)
          throw new Error(`The job '${job.name}' is no longer this server's`)
      },
    }
    await comingFrom({ source: 'job' }, () => job.work(run as never))
  } catch (error) {
    const stopped = stopping.aborted
    services.log[stopped ? 'debug' : 'warn']({ err: error, job: job.name, id: fetched.id }, 'a job failed')
    throw error
  }
}
