import { copyWork } from '#copying/work.ts'
import { encodeId } from '#ids/encode.ts'
import { defineAsyncJob } from '../async-job/run.ts'

/** Makes a folder of a blueprint step by step; the result names it. */
export const launchFolderBlueprintJob = defineAsyncJob(
  'launch-folder-blueprint',
  copyWork('LaunchFolderBlueprint', (caller, number) => ({ folderId: encodeId('Folder', caller.accountId, number) })),
)
