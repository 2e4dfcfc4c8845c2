import type { Handler } from '#contract/handler.ts'
import { changeBlueprint } from '../blueprints/change-blueprint.ts'
import { folderBlueprint } from './access.ts'
import type * as contract from './contract.ts'
import { presentFolderBlueprint } from './presenter.ts'

/** @throws {Refused} for one whose space is hidden, or in which the caller may not edit. */
export const updateFolderBlueprint: Handler<typeof contract.updateFolderBlueprint> = async ({
  caller,
  input,
  fields,
}) => {
  const number = input.folderBlueprintId
  const answer = await changeBlueprint(caller, 'folder', number, input, folderBlueprint, async (inside) =>
    presentFolderBlueprint(inside, await folderBlueprint(inside, number), fields),
  )
  return { data: [answer] }
}
