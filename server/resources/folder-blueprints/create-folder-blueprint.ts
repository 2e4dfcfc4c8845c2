import type { Handler } from '#contract/handler.ts'
import { makeBlueprint } from '../blueprints/change-blueprint.ts'
import { folderBlueprint } from './access.ts'
import type * as contract from './contract.ts'
import { presentFolderBlueprint } from './presenter.ts'

/** @throws {Refused} for a folder that the caller may not duplicate, and a space in which it may not create folders. */
export const createFolderBlueprint: Handler<typeof contract.createFolderBlueprint> = async ({
  caller,
  input,
  fields,
  services,
}) => {
  const { folderId, spaceId, title, copyAttachments, entryLimit } = input
  const making = { source: { folder: folderId }, spaceId, title, copyAttachments, entryLimit }
  const made = await makeBlueprint(caller, making, services, async (inside, number) =>
    presentFolderBlueprint(inside, await folderBlueprint(inside, number), fields),
  )
  return { data: [made] }
}
