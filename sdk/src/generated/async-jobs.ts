// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

/** Work in the background. `result` comes with Completed: folderId of a copied folder or launched folder blueprint, taskId of a launched task blueprint, one outcome per operation of a batch, importId, folderId and attachmentId of an import. */
export interface AsyncJob {
  id: string
  status: 'InQueue' | 'InProgress' | 'Completed' | 'Failed'
  progressPercent: number
  totalCount?: number
  processedCount?: number
  type:
    | 'CopyFolder'
    | 'LaunchFolderBlueprint'
    | 'LaunchTaskBlueprint'
    | 'Batch'
    | 'ImportFromFile'
  result?: Record<string, unknown>
  errorMessage?: string
}

/** What {@link getAsyncJob} takes. */
export interface GetAsyncJobInput {
  asyncJobId: string
}

/** How far work in the background is. Only who started it sees it, until seven days after its end. */
export const getAsyncJob = /* @__PURE__ */ operation<GetAsyncJobInput, AsyncJob>({
  id: 'getAsyncJob',
  method: 'GET',
  paths: ['/async_job/{asyncJobId}'],
})
