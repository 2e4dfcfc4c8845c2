import { copyWork } from '#copying/work.ts'
import { encodeId } from '#ids/encode.ts'
import { defineAsyncJob } from '../async-job/run.ts'

/** Copies a folder step by step; the result names the copy. */
export const copyFolderJob = defineAsyncJob(
  'copy-folder',
  copyWork('CopyFolder', (caller, number) => ({ folderId: encodeId('Folder', caller.accountId, number) })),
)
