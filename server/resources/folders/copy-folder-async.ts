import type { Handler } from '#contract/handler.ts'
import { permitCopy } from '#copying/place.ts'
import { change, changed } from '#events/change.ts'
import { presentAsyncJob } from '../async-job/presenter.ts'
import { beginAsyncJob } from '../async-job/run.ts'
import type * as contract from './contract/copying.ts'
import { copyFolderJob } from './copy-folder-job.ts'
import { readCopy } from './read-copy.ts'

/**
 * Copies a folder in the background. What can be judged at once is refused at once; a folder of too many entries makes the
 * job fail.
 */
export const copyFolderAsync: Handler<typeof contract.copyFolderAsync> = async ({ caller, input, services }) => {
  const copy = { source: { folder: input.folderId }, fromBlueprint: false, target: { folder: input.parent } }
  await permitCopy(caller, copy)
  const wanted = await readCopy(caller, input, services)
  return change(caller, async (rows) => {
    const order = { type: 'CopyFolder', input: wanted } as const
    const { row, event } = await beginAsyncJob({ rows, caller, services }, copyFolderJob, order)
    return changed({ data: [presentAsyncJob(caller, row)] }, event)
  })
}
