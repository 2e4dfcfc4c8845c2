// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'
import type { AsyncJob } from './async-jobs.ts'

/** What {@link createBatch} takes. */
export interface CreateBatchInput {
  operations: ({
    type: 'TaskCreation' | 'FolderCreation'
    parameters: Record<string, unknown>
  })[]
}

/** Creates up to 100 tasks and folders in the background. Each operation is independent: some may fail, each has its own outcome in `result.operations` of the job, in the order sent. `parameters` are those of createTask or createFolder, the `folderId` of their path among them. One request for the rate limit; an account may have 1,000 operations under way, and more are refused. */
export const createBatch = /* @__PURE__ */ operation<CreateBatchInput, AsyncJob>({
  id: 'createBatch',
  method: 'POST',
  paths: ['/batch'],
})
