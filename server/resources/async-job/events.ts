import type { EventRecord } from '#events/change.ts'
import type { AsyncJobRow } from './tables.ts'

export const asyncJobStarted = (job: AsyncJobRow): EventRecord => asyncJobEvent('AsyncJobStarted', job)
/** `result` names what was made, as the job itself tells it. */
export const asyncJobFinished = (
  job: AsyncJobRow,
  status: 'Completed' | 'Failed',
  result?: Record<string, unknown>,
): EventRecord => asyncJobEvent('AsyncJobFinished', job, { status, ...(result ? { result } : {}) })

const asyncJobEvent = (type: string, job: AsyncJobRow, said: Record<string, unknown> = {}): EventRecord => ({
  type,
  entityType: 'async_job',
  entityId: job.async_job_id,
  after: { type: job.type, ...said },
})
