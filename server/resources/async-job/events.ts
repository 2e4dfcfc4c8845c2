import type { EventRecord } from '#events/change.ts'
import type { AsyncJobRow } from './tables.ts'

export const asyncJobStarted = (job: AsyncJobRow): EventRecord => asyncJobEvent('AsyncJobStarted', job)
export const asyncJobFinished = (job: AsyncJobRow, status: 'Completed' | 'Failed'): EventRecord =>
  asyncJobEvent('AsyncJobFinished', job, status)

const asyncJobEvent = (type: string, job: AsyncJobRow, status?: string): EventRecord => ({
  type,
  entityType: 'async_job',
  entityId: job.async_job_id,
  after: { type: job.type, ...(status ? { status } : {}) },
})
