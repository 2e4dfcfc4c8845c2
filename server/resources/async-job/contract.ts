import { idText, integer, model, oneOfText, opaque, optional, string } from '#contract/model.ts'
import { operation, readScopes } from '#contract/operation.ts'
import { id } from '#contract/parameters.ts'

export const asyncJobTypes = [
  'CopyFolder',
  'LaunchFolderBlueprint',
  'LaunchTaskBlueprint',
  'Batch',
  'ImportFromFile',
] as const
export type AsyncJobType = (typeof asyncJobTypes)[number]

export const AsyncJob = model(
  'AsyncJob',
  {
    id: idText('AsyncJob'),
    status: oneOfText(['InQueue', 'InProgress', 'Completed', 'Failed']),
    progressPercent: integer(),
    totalCount: optional(integer()),
    processedCount: optional(integer()),
    type: oneOfText(asyncJobTypes),
    result: optional(opaque()),
    errorMessage: optional(string()),
  },
  {
    description:
      'Work in the background. `result` comes with Completed: folderId of a copied folder or launched folder blueprint, taskId of a launched task blueprint, one outcome per operation of a batch, importId, folderId and attachmentId of an import.',
  },
)

export const getAsyncJob = operation({
  id: 'getAsyncJob',
  method: 'GET',
  paths: ['/async_job/{asyncJobId}'],
  summary: 'How far work in the background is',
  description: 'Only who started it sees it, until seven days after its end.',
  scopes: readScopes,
  kinds: { asyncJob: AsyncJob },
  parameters: { asyncJobId: id('AsyncJob') },
})
