import type { Handler } from '#contract/handler.ts'
import { makeBlueprint } from '../blueprints/change-blueprint.ts'
import { taskBlueprint } from './access.ts'
import type * as contract from './contract.ts'
import { presentTaskBlueprint } from './presenter.ts'

/** @throws {Refused} for a task that the caller may not duplicate, and a space in which it may not create folders. */
export const createTaskBlueprint: Handler<typeof contract.createTaskBlueprint> = async ({
  caller,
  input,
  fields,
  services,
}) => {
  const { taskId, spaceId, title, copyAttachments, entryLimit } = input
  const making = { source: { task: taskId }, spaceId, title, copyAttachments, entryLimit }
  const made = await makeBlueprint(caller, making, services, async (inside, number) =>
    presentTaskBlueprint(inside, await taskBlueprint(inside, number), fields),
  )
  return { data: [made] }
}
