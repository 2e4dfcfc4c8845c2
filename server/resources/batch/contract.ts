import { operation, writeScopes } from '#contract/operation.ts'
import { anyObject, listOf, object, oneOf } from '#contract/parameters.ts'
import { AsyncJob } from '../async-job/contract.ts'

export const batchTypes = ['TaskCreation', 'FolderCreation'] as const

export const createBatch = operation({
  id: 'createBatch',
  method: 'POST',
  paths: ['/batch'],
  summary: 'Creates up to 100 tasks and folders in the background',
  description:
    'Each operation is independent: some may fail, each has its own outcome in `result.operations` of the job, in the order sent. `parameters` are those of createTask or createFolder, the `folderId` of their path among them. One request for the rate limit; an account may have 1,000 operations under way, and more are refused.',
  scopes: writeScopes,
  kinds: { asyncJob: AsyncJob },
  parameters: {
    operations: listOf(object({ type: oneOf(batchTypes), parameters: anyObject() }), { minItems: 1, maxItems: 100 }),
  },
})
