import { permit } from '#access/permit.ts'
import { notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { folderById } from './access.ts'
import type * as contract from './contract/index.ts'
import { folderDeleted } from './events.ts'
import { presentFolder } from './presenter.ts'
import { moveToBin } from './recycle-bin/queries.ts'

/**
 * Moves a folder or project with everything below to the recycle bin. Deleting what is there already changes nothing.
 *
 * @throws {Refused} `not_allowed` for a space, which is deleted as one.
 */
export const deleteFolder: Handler<typeof contract.deleteFolder> = async ({ caller, input }) => {
  const may = await permit(caller, 'deleteFolder', { folder: input.folderId })
  return change(
    caller,
    async (rows, inside) => {
      const before = await folderById(inside, may.id)
      if (before.is_space) throw notAllowed('A space is deleted with DELETE /spaces/{spaceId}')
      if (!before.deleted_at) await moveToBin(rows, caller, may.id)
      const after = await folderById(inside, may.id)
      return changedBy(
        { data: [presentFolder(inside, after, { byId: true })] },
        before.deleted_at ? [] : [folderDeleted(before)],
      )
    },
    { locks: 'access' },
  )
}
