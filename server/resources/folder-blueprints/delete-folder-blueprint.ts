import type { Handler } from '#contract/handler.ts'
import { deleteBlueprint } from '../blueprints/change-blueprint.ts'
import type * as contract from './contract.ts'

/** @throws {Refused} for one whose space is hidden, or in which the caller may not delete. */
export const deleteFolderBlueprint: Handler<typeof contract.deleteFolderBlueprint> = async ({ caller, input }) => {
  await deleteBlueprint(caller, 'folder', input.folderBlueprintId)
  return { data: [] }
}
