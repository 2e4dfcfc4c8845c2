import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentVisits } from './presenter.ts'
import { noteVisit } from './queries.ts'

/** @throws {Refused} as `permit` does for reading it. */
export const createVisit: Handler<typeof contract.createVisit> = async ({ caller, input }) => {
  const { taskId, folderId } = input
  await permit(caller, 'read', taskId === undefined ? { folder: folderId as number } : { task: taskId })
  const row = await noteVisit(caller, {
    item_id: (taskId ?? folderId) as number,
    is_task: taskId !== undefined,
  })
  return { data: await presentVisits(caller, [row]) }
}
