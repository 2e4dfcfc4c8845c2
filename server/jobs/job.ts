import type { Static, TSchema } from 'typebox'
import type { Database } from '#database/schema.ts'
import type { Transaction } from '#database/sql.ts'
import type { Services } from '#http/services.ts'

/** One run of a job: the first, or a later one after a failure or the death of a server. */
export interface Run<D> {
  readonly id: string
  readonly data: D
  /** 0 for the first run. */
  readonly retries: number
  readonly services: Services
  /** Aborted when the server stops, when the job has run too long, and when another server took it over. */
  readonly signal: AbortSignal
  /**
   * Ends the job in a transaction: what it did and that it is done are written together, so that it happens once.
   *
   * @throws {Error} if this run no longer has the job (it was cancelled, or another server has it): roll back then.
   */
  finish(transaction: Transaction<Database>): Promise<void>
}

/** Work that is done apart from the request that asks for it. */
export interface Job<S extends TSchema = TSchema> {
  readonly name: string
  /** What the work is told: JSON. It may have been written by an older version of the server. */
  readonly data: S
  /** Does the work. A job that throws runs again, later and later; one whose server dies runs again within seconds. */
  readonly work: (run: Run<Static<S>>) => Promise<void>
  /** Told once when all runs have failed. */
  readonly gaveUp?: (last: { data: Static<S>; services: Services }) => Promise<void>
  /** So many run at once in each server process. */
  readonly concurrency: number
  /** So often it runs again after a failure. */
  readonly retries: number
  /** Seconds until the second run; doubled each time, up to an hour. */
  readonly retryDelaySeconds: number
  /** A run that takes longer is given up and starts again. */
  readonly longestSeconds: number
  /** Runs by itself at these times (UTC), once for all servers. */
  readonly cron?: string
}

type Given<S extends TSchema> = Pick<Job<S>, 'work'> &
  Partial<Pick<Job<S>, 'gaveUp' | 'concurrency' | 'retries' | 'retryDelaySeconds' | 'longestSeconds' | 'cron'>>

/**
 * Declares a job; `jobs/index.ts` lists all.
 *
 * It runs at least once: what it changes in the database is written together with the note that it is done
 * (`run.finish`, or a row of its own that is locked first), so that a second run finds it done or goes on.
 *
 * @example defineJob('send-mail', Type.Object({ mailId: Type.Integer() }), { work: sendMail })
 */
export const defineJob = <S extends TSchema>(name: string, data: S, given: Given<S>): Job<S> => ({
  name,
  data,
  concurrency: 1,
  retries: 10,
  retryDelaySeconds: 1,
  longestSeconds: 3600,
  ...given,
})
