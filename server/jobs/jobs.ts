import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Static, TSchema } from 'typebox'
import { connectionOf } from '#access/connection.ts'
import type { Store } from '#database/connect.ts'
import type { Database } from '#database/schema.ts'
import type { Transaction } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import type { Services } from '#http/services.ts'
import { throughKysely, throughPool } from './connection.ts'
import type { Job } from './job.ts'
import { declareQueues, options } from './queue.ts'
import { startWorkers } from './workers.ts'

/** When a job runs and what it is counted as. */
export interface EnqueueOptions {
  /** Not before then. */
  startAfter?: Date
  /** Higher ones first; 0 by default. */
  priority?: number
}

/** The queue of jobs, shared by all servers on one database. */
export interface Jobs {
  /**
   * Puts a job into the queue, inside the transaction of the change that asks for it: it runs if and only if that commits.
   * `inside` is the rows of a change, or a transaction.
   *
   * @example await services.jobs.enqueue(rows, copyFolderJob, { asyncJobId })
   * @returns the id of the job.
   */
  enqueue<S extends TSchema>(
    inside: Rows | Transaction<Database>,
    job: Job<S>,
    data: Static<S>,
    options?: EnqueueOptions,
  ): Promise<string>
  /** Cancels a job: if it runs now, its `finish` fails, and it does not run again. */
  cancel(inside: Rows | Transaction<Database>, job: Job, id: string): Promise<void>
  /** Begins to work jobs off. Of a new one the queue tells by itself; for those to be run again it is looked at this often. */
  work(services: Services, lookAgainSeconds?: number): Promise<void>
  /** Takes no more jobs and waits for those that run: they see `signal` and stop at the next step. */
  close(): Promise<void>
}

/** Longer than any step of a job takes. */
const patienceMs = 20_000

/** Opens the queue, brings its tables up to date under a lock, and makes a queue for each job. */
export async function openJobs(store: Store, log: Logger, jobs: readonly Job[]): Promise<Jobs> {
  const boss = new PgBoss({ ...options, db: throughPool(store), useListenNotify: true })
  boss.on('error', (error) => log.warn({ err: error }, 'jobs'))
  const stopping = new AbortController()
  await boss.start()
  await declareQueues(boss, jobs)
  return {
    async enqueue(inside, job, data, { startAfter, priority } = {}) {
      const id = await boss.send(job.name, data as object, {
        db: throughKysely(connectionIn(inside)),
        ...(startAfter ? { startAfter } : {}),
        ...(priority === undefined ? {} : { priority }),
      })
      if (id === null) throw new Error(`The job '${job.name}' was not taken`)
      return id
    },
    cancel: async (inside, job, id) => {
      await boss.cancel(job.name, id, { db: throughKysely(connectionIn(inside)) })
    },
    work: (services, lookAgainSeconds = 5) => startWorkers(boss, jobs, services, stopping.signal, lookAgainSeconds),
    async close() {
      stopping.abort()
      await boss.stop({ graceful: true, timeout: patienceMs, close: false })
    },
  }
}

const connectionIn = (inside: Rows | Transaction<Database>) =>
  'executeQuery' in inside ? inside : connectionOf(inside)
