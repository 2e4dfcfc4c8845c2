import type { Caller } from '#access/caller.ts'
import { visible } from '#access/visible.ts'
import { notAllowed } from '#contract/errors.ts'
import { permitManaging } from './access.ts'

/**
 * A space is a folder too: whoever shares it as one changes its members, and needs to be a manager.
 *
 * @throws {Refused} `access_forbidden` for those who are none, `not_allowed` for a personal space.
 */
export async function permitSharingAsFolder(caller: Caller, folderId: number): Promise<void> {
  const isSpace = await visible(caller, 'spaces')
    .select('folder.folder_id')
    .where('folder.folder_id', '=', folderId)
    .executeTakeFirst()
  if (!isSpace) return
  const { space } = await permitManaging(caller, folderId)
  if (space.access_type === 'Personal') throw notAllowed('A personal space belongs to its user and cannot be shared')
}
