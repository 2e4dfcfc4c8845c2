import { copyWork } from '#copying/work.ts'
import { encodeId } from '#ids/encode.ts'
import { defineAsyncJob } from '../async-job/run.ts'

/** Makes a task of a blueprint step by step; the result names it. */
export const launchTaskBlueprintJob = defineAsyncJob(
  'launch-task-blueprint',
  copyWork('LaunchTaskBlueprint', (caller, number) => ({ taskId: encodeId('Task', caller.accountId, number) })),
)
