import type { Handler } from '#contract/handler.ts'
import { changeBlueprint } from '../blueprints/change-blueprint.ts'
import { taskBlueprint } from './access.ts'
import type * as contract from './contract.ts'
import { presentTaskBlueprint } from './presenter.ts'

/** @throws {Refused} for one whose space is hidden, or in which the caller may not edit. */
export const updateTaskBlueprint: Handler<typeof contract.updateTaskBlueprint> = async ({ caller, input, fields }) => {
  const number = input.taskBlueprintId
  const answer = await changeBlueprint(caller, 'task', number, input, taskBlueprint, async (inside) =>
    presentTaskBlueprint(inside, await taskBlueprint(inside, number), fields),
  )
  return { data: [answer] }
}
