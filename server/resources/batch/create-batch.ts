import { notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { presentAsyncJob } from '../async-job/presenter.ts'
import { operationsUnderWay } from '../async-job/queries.ts'
import { beginAsyncJob } from '../async-job/run.ts'
import { batchJob } from './batch-job.ts'
import type * as contract from './contract.ts'

/** Operations of one account that may wait or run at a time. */
const quota = 1000

/** @throws {Refused} `not_allowed` while too many operations of the account are under way. */
export const createBatch: Handler<typeof contract.createBatch> = async ({ caller, input, services }) =>
  change(caller, async (rows) => {
    const { operations } = input
    if ((await operationsUnderWay(rows, caller.accountId)) + operations.length > quota)
      throw notAllowed(
        `The account has ${quota} operations of batches under way at most: try again when some have ended`,
      )
    const order = { type: 'Batch', input: { operations }, total: operations.length } as const
    const { row, event } = await beginAsyncJob({ rows, caller, services }, batchJob, order)
    return changed({ data: [presentAsyncJob(caller, row)] }, event)
  })
