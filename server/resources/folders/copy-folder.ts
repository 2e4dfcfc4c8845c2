import type { Handler } from '#contract/handler.ts'
import { copyAtOnce } from '#copying/copy.ts'
import { permitCopy } from '#copying/place.ts'
import { change, changedBy } from '#events/change.ts'
import { folderById } from './access.ts'
import type * as contract from './contract/copying.ts'
import { presentFolder } from './presenter.ts'
import { readCopy } from './read-copy.ts'

/**
 * Copies a folder and answers with the copy.
 *
 * @throws {Refused} for a folder that the caller may not duplicate, a parent in which it may not create folders, and for
 * more than `entryLimit` folders and tasks.
 */
export const copyFolder: Handler<typeof contract.copyFolder> = async ({ caller, input, services }) => {
  const copy = { source: { folder: input.folderId }, fromBlueprint: false, target: { folder: input.parent } }
  await permitCopy(caller, copy)
  const wanted = await readCopy(caller, input, services)
  return change(caller, async (rows, inside) => {
    const { rootId, events } = await copyAtOnce(rows, inside, wanted)
    const { plainTextCustomFields } = input
    const folder = presentFolder(inside, await folderById(inside, rootId), { byId: true, plainTextCustomFields })
    return changedBy({ data: [folder] }, events)
  })
}
