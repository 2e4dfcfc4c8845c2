import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { encodeId } from '#ids/encode.ts'
import type { AsyncJob, AsyncJobType } from './contract.ts'
import type { AsyncJobRow } from './tables.ts'

/** Row → AsyncJob. Its counts come when they are known. */
export function presentAsyncJob(caller: Caller, row: AsyncJobRow): Static<typeof AsyncJob> {
  return {
    id: encodeId('AsyncJob', caller.accountId, row.async_job_id),
    status: row.status,
    progressPercent: percentOf(row),
    ...(row.total_count === null ? {} : { totalCount: row.total_count }),
    ...(row.processed_count === null ? {} : { processedCount: row.processed_count }),
    type: row.type as AsyncJobType,
    ...(row.result ? { result: row.result } : {}),
    ...(row.error_message === null ? {} : { errorMessage: row.error_message }),
  }
}

/** 100 only at the end: the last step makes the work visible. */
function percentOf({ status, total_count, processed_count }: AsyncJobRow): number {
  if (status === 'Completed') return 100
  if (status === 'InQueue' || !total_count) return 0
  return Math.min(99, Math.floor(((processed_count ?? 0) / total_count) * 100))
}
