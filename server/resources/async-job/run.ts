import { type Static, Type } from 'typebox'
import { type Caller, loadCaller } from '#access/caller.ts'
import { Refused } from '#contract/errors.ts'
import type { Scope } from '#contract/scopes.ts'
import { type Changed, change, changedBy, type EventRecord } from '#events/change.ts'
import { comingFrom } from '#events/origin.ts'
import type { Rows } from '#events/rows.ts'
import type { Services } from '#http/services.ts'
import { defineJob, type Job } from '#jobs/job.ts'
import type { AsyncJobType } from './contract.ts'
import { asyncJobFinished, asyncJobStarted } from './events.ts'
import { abandonAsyncJob, asyncJob, insertAsyncJob, lockAsyncJob, noteAsyncJob } from './queries.ts'
import type { AsyncJobRow } from './tables.ts'

/** What a step leaves: where the next one begins, or the result of the whole. */
export type Step<S> = { events?: readonly EventRecord[]; processed?: number; total?: number } & (
  | { state: S }
  | { result: Record<string, unknown> }
)

/** What a step is given: the rows of its own transaction and the caller reading inside it. */
export interface StepAt<I, S> {
  rows: Rows
  caller: Caller
  input: I
  /** Undefined in the first step. */
  state: S | undefined
  services: Services
  asyncJobId: number
}

/** Work in the background, step by step. */
export interface AsyncWork<I, S> {
  type: AsyncJobType
  /** Does the next step, in a transaction of its own together with the note of how far the job is. */
  step(at: StepAt<I, S>): Promise<Step<S>>
  /** Takes away what the steps of a job that failed have left, piece by piece; true while there is more. */
  undo?(at: StepAt<I, S>): Promise<boolean>
}

const Data = Type.Object({ accountId: Type.Integer(), asyncJobId: Type.Integer() })

/**
 * Declares the job that carries out work in the background. It goes on where the server was killed: a step and the note
 * of it are one transaction, begun by locking the row of the job.
 */
export const defineAsyncJob = <I extends object, S extends object>(
  name: string,
  work: AsyncWork<I, S>,
  options: { concurrency?: number } = {},
): Job<typeof Data> =>
  defineJob(name, Data, {
    ...options,
    retries: 5,
    work: async ({ data, services, signal }) =>
      asCaller(services, data, async (caller) => {
        try {
          for (;;) {
            signal.throwIfAborted()
            if (await advance(work, caller, data, services)) return
          }
        } catch (error) {
          if (!(error instanceof Refused)) throw error
          await fail(work, caller, data, services, error.message)
        }
      }),
    gaveUp: async ({ data, services }) =>
      asCaller(services, data, (caller) =>
        fail(work, caller, data, services, 'The server failed; start the job again'),
      ),
  })

/** Begins work in the background: its row, and its place in the queue, in the transaction of `rows`. */
export async function beginAsyncJob(
  { rows, caller, services }: { rows: Rows; caller: Caller; services: Services },
  job: Job<typeof Data>,
  { type, input, total }: { type: AsyncJobType; input: object; total?: number },
): Promise<{ row: AsyncJobRow; event: EventRecord }> {
  const row = await insertAsyncJob(rows, caller, type, input, total)
  await services.jobs.enqueue(rows, job, { accountId: caller.accountId, asyncJobId: row.async_job_id })
  return { row, event: asyncJobStarted(row) }
}

/** One step; true when there is none left. */
async function advance<I, S>(
  work: AsyncWork<I, S>,
  caller: Caller,
  data: Static<typeof Data>,
  services: Services,
): Promise<boolean> {
  return change(caller, async (rows, inside): Promise<Changed<boolean>> => {
    const row = await lockAsyncJob(rows, data.accountId, data.asyncJobId)
    if (isOver(row)) return changedBy(true, [])
    const made = await work.step({ ...at(row, services), rows, caller: inside })
    const counts = {
      ...(made.total === undefined ? {} : { total_count: made.total }),
      ...(made.processed === undefined ? {} : { processed_count: made.processed }),
    }
    if ('state' in made) {
      await noteAsyncJob(rows, row, { ...counts, status: 'InProgress', state: made.state as never })
      return changedBy(false, made.events ?? [])
    }
    await noteAsyncJob(rows, row, { ...counts, status: 'Completed', result: made.result })
    return changedBy(true, [...(made.events ?? []), asyncJobFinished(row, 'Completed', made.result)])
  })
}

async function fail<I, S>(
  work: AsyncWork<I, S>,
  caller: Caller,
  data: Static<typeof Data>,
  services: Services,
  message: string,
): Promise<void> {
  for (let more = true; more; )
    more = await change(caller, async (rows, inside) => {
      const row = await lockAsyncJob(rows, data.accountId, data.asyncJobId)
      if (isOver(row)) return changedBy(false, [])
      if (await work.undo?.({ ...at(row, services), rows, caller: inside })) return changedBy(true, [])
      await noteAsyncJob(rows, row, { status: 'Failed', error_message: message })
      return changedBy(false, [asyncJobFinished(row, 'Failed')])
    })
}

const isOver = (row: AsyncJobRow) => row.status === 'Completed' || row.status === 'Failed'
const at = (row: AsyncJobRow, services: Services) => ({
  input: row.input as never,
  state: (row.state ?? undefined) as never,
  asyncJobId: row.async_job_id,
  services,
})

/** Does the work as who started it, with the rights of now; for somebody who left, nothing more is done. */
async function asCaller(
  { store }: Services,
  data: Static<typeof Data>,
  work: (caller: Caller) => Promise<void>,
): Promise<void> {
  const row = await asyncJob(store.database, data.accountId, data.asyncJobId)
  if (!row || isOver(row)) return
  const caller = await loadCaller(store.database, {
    accountId: row.account_id,
    personId: row.person_id,
    scopes: row.scopes as Scope[],
    clientId: row.client_id,
  })
  if (!caller) return abandonAsyncJob(store.database, row.account_id, row.async_job_id)
  const address = row.address === null ? {} : { address: row.address }
  await comingFrom({ source: 'job', ...address }, () => work(caller))
}
