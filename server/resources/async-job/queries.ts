import { type Kysely, sql } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { Database } from '#database/schema.ts'
import { originOfWork } from '#events/origin.ts'
import type { Rows } from '#events/rows.ts'
import type { AsyncJobType } from './contract.ts'
import type { AsyncJobRow } from './tables.ts'

/** A job of the account, whoever started it. */
export const asyncJob = (
  database: Kysely<Database>,
  accountId: number,
  asyncJobId: number,
): Promise<AsyncJobRow | undefined> =>
  database
    .selectFrom('async_job')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('async_job_id', '=', asyncJobId)
    .executeTakeFirst()

export const asyncJobOf = (caller: Caller, asyncJobId: number) =>
  asyncJob(connectionOf(caller), caller.accountId, asyncJobId)

/** The caller's new job. */
export const insertAsyncJob = (
  rows: Rows,
  caller: Caller,
  type: AsyncJobType,
  input: object,
  total: number | undefined,
): Promise<AsyncJobRow> =>
  connectionOf(rows)
    .insertInto('async_job')
    .values({
      account_id: caller.accountId,
      type,
      person_id: caller.personId,
      client_id: caller.clientId,
      scopes: [...caller.scopes],
      address: originOfWork()?.address ?? null,
      input: JSON.stringify(input) as never,
      total_count: total ?? null,
      processed_count: total === undefined ? null : 0,
    })
    .returningAll()
    .executeTakeFirstOrThrow()

/** The job, locked until the step ends: of two servers that think they run it one waits and then sees how far it is. */
export const lockAsyncJob = (rows: Rows, accountId: number, asyncJobId: number): Promise<AsyncJobRow> =>
  connectionOf(rows)
    .selectFrom('async_job')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('async_job_id', '=', asyncJobId)
    .forUpdate()
    .executeTakeFirstOrThrow()

/** Notes how far a job is. */
export async function noteAsyncJob(
  rows: Rows,
  { account_id, async_job_id }: AsyncJobRow,
  changes: Partial<
    Pick<AsyncJobRow, 'status' | 'state' | 'result' | 'error_message' | 'total_count' | 'processed_count'>
  >,
): Promise<void> {
  const { state, result, ...plain } = changes
  const isOver = changes.status === 'Completed' || changes.status === 'Failed'
  await connectionOf(rows)
    .updateTable('async_job')
    .set({
      ...plain,
      ...(state === undefined ? {} : { state: JSON.stringify(state) as never }),
      ...(result === undefined ? {} : { result: JSON.stringify(result) as never }),
      ...(isOver ? { finished_at: sql<Date>`now()`, state: null } : {}),
    })
    .where('account_id', '=', account_id)
    .where('async_job_id', '=', async_job_id)
    .execute()
}

/** Operations of the account's batches that wait or run. */
export async function operationsUnderWay(rows: Rows, accountId: number): Promise<number> {
  // Two that are counted at the same time would both fit.
  await sql`select pg_advisory_xact_lock(7016, ${accountId}::int)`.execute(connectionOf(rows))
  const found = await connectionOf(rows)
    .selectFrom('async_job')
    .select(sql<number>`coalesce(sum(total_count - processed_count), 0)`.as('operations'))
    .where('account_id', '=', accountId)
    .where('type', '=', 'Batch')
    .where('status', 'in', ['InQueue', 'InProgress'])
    .executeTakeFirstOrThrow()
  return found.operations
}

/** Ends a job of somebody who is no user any longer. */
export async function abandonAsyncJob(
  database: Kysely<Database>,
  accountId: number,
  asyncJobId: number,
): Promise<void> {
  await database
    .updateTable('async_job')
    .set({
      status: 'Failed',
      error_message: 'Who started it is no user of the account any longer',
      finished_at: sql<Date>`now()`,
    })
    .where('account_id', '=', accountId)
    .where('async_job_id', '=', asyncJobId)
    .execute()
}

/** Forgets jobs that ended seven days ago. */
export async function forgetAsyncJobs(database: Kysely<Database>): Promise<void> {
  await sql`delete from async_job where finished_at < now() - interval '7 days'`.execute(database)
}
