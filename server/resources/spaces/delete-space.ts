import { permit } from '#access/permit.ts'
import { notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { folderEvent } from '../folders/events.ts'
import { moveToBin } from '../folders/recycle-bin/queries.ts'
import { permitManaging } from './access.ts'
import type * as contract from './contract.ts'
import { eraseDeleted } from './queries.ts'

/**
 * Deletes a space. Its content goes to the recycle bin; that of a locked one is gone for good. The answer holds no space.
 *
 * @throws {Refused} `access_forbidden` unless the caller manages it, `not_allowed` for a personal space.
 */
export const deleteSpace: Handler<typeof contract.deleteSpace> = async ({ caller, input }) => {
  const { space } = await permitManaging(caller, input.spaceId)
  if (space.access_type === 'Personal') throw notAllowed('A personal space belongs to its user and cannot be deleted')
  await permit(caller, 'deleteFolder', { folder: space.folder_id })
  return change(
    caller,
    async (rows) => {
      await moveToBin(rows, caller, space.folder_id)
      if (space.access_type === 'Locked') await eraseDeleted(rows, caller, space.folder_id)
      // Once a locked one is erased, only its event knows who saw it.
      const before = { title: space.title, members: space.members.map(({ id }) => ({ id })) }
      return changed({ data: [] }, folderEvent('SpaceDeleted', space.folder_id, { before }))
    },
    { locks: 'access' },
  )
}
