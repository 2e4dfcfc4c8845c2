import type { Handler } from '#contract/handler.ts'
import { permitCopy } from '#copying/place.ts'
import { change, changed } from '#events/change.ts'
import { presentAsyncJob } from '../async-job/presenter.ts'
import { beginAsyncJob } from '../async-job/run.ts'
import { launchOf } from '../blueprints/launch.ts'
import type * as contract from './contract.ts'
import { launchFolderBlueprintJob } from './launch-job.ts'

/**
 * Makes a folder of a blueprint in the background.
 *
 * @throws {Refused} for a blueprint or a place that is hidden, and a place where the caller may not create one.
 */
export const launchFolderBlueprint: Handler<typeof contract.launchFolderBlueprint> = async ({
  caller,
  input,
  services,
}) => {
  const source = { folder: input.folderBlueprintId }
  const target = { folder: input.parent }
  await permitCopy(caller, { source, fromBlueprint: true, target })
  const wanted = launchOf(source, target, input, services)
  return change(caller, async (rows) => {
    const order = { type: 'LaunchFolderBlueprint', input: wanted } as const
    const { row, event } = await beginAsyncJob({ rows, caller, services }, launchFolderBlueprintJob, order)
    return changed({ data: [presentAsyncJob(caller, row)] }, event)
  })
}
