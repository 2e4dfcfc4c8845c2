import { invalidParameter, required } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { permitCopy } from '#copying/place.ts'
import { change, changed } from '#events/change.ts'
import { presentAsyncJob } from '../async-job/presenter.ts'
import { beginAsyncJob } from '../async-job/run.ts'
import { launchOf } from '../blueprints/launch.ts'
import type * as contract from './contract.ts'
import { launchTaskBlueprintJob } from './launch-job.ts'

/**
 * Makes a task of a blueprint in the background.
 *
 * @throws {Refused} for a blueprint or a place that is hidden, and a place where the caller may not create one.
 */
export const launchTaskBlueprint: Handler<typeof contract.launchTaskBlueprint> = async ({
  caller,
  input,
  services,
}) => {
  const source = { task: input.taskBlueprintId }
  const target = placeOf(input)
  await permitCopy(caller, { source, fromBlueprint: true, target })
  const wanted = launchOf(source, target, input, services)
  return change(caller, async (rows) => {
    const order = { type: 'LaunchTaskBlueprint', input: wanted } as const
    const { row, event } = await beginAsyncJob({ rows, caller, services }, launchTaskBlueprintJob, order)
    return changed({ data: [presentAsyncJob(caller, row)] }, event)
  })
}

/** @throws {Refused} `parameter_required` without a place, `invalid_parameter` for two. */
function placeOf({ superTaskId, parentId }: { superTaskId?: number | undefined; parentId?: number | undefined }) {
  if (superTaskId !== undefined && parentId !== undefined)
    throw invalidParameter("Send either 'superTaskId' or 'parentId'")
  if (superTaskId !== undefined) return { task: superTaskId }
  if (parentId === undefined) throw required('parentId')
  return { folder: parentId }
}
