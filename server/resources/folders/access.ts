import type { Caller } from '#access/caller.ts'
import { type Place, permitAll } from '#access/permit.ts'
import { visible } from '#access/visible.ts'
import { logicalFolder } from '#contract/errors.ts'
import { isLogicalFolder } from '#ids/types.ts'
import {
  accessRoles,
  attachmentCount,
  invitedTo,
  owners,
  sharedWith,
  visibleChildren,
  visibleParents,
} from './columns.ts'
import type { FolderRow } from './presenter.ts'

/** A visible folder with all its answer may need. */
export function folderRows(caller: Caller) {
  return visible(caller, 'folders')
    .selectAll('folder')
    .select([
      visibleParents(caller).as('parents'),
      visibleChildren(caller).as('children'),
      sharedWith(caller).as('shared'),
      invitedTo(caller).as('invited'),
      owners(caller).as('owners'),
      accessRoles(caller).as('access_roles'),
      attachmentCount(caller).as('attachment_count'),
    ])
}

/** Those of the folders that the caller sees, in no order. */
export async function visibleFolders(caller: Caller, folderIds: readonly number[]): Promise<FolderRow[]> {
  if (folderIds.length === 0) return []
  return (await folderRows(caller).where('folder.folder_id', 'in', folderIds).execute()) as FolderRow[]
}

/**
 * The folders with these ids, in their order.
 *
 * @throws {Refused} for the first that is logical, doesn't exist or is hidden; none is given then.
 */
export async function foldersByIds(caller: Caller, folderIds: readonly number[]): Promise<FolderRow[]> {
  const rows = await visibleFolders(caller, folderIds)
  const byId = new Map(rows.map((row) => [row.folder_id, row]))
  if (folderIds.some((id) => !byId.has(id)))
    await permitAll(
      caller,
      'read',
      folderIds.map((folder): Place => ({ folder })),
    )
  return folderIds.map((id) => byId.get(id) as FolderRow)
}

/** One folder, read again after a change. */
export const folderById = async (caller: Caller, folderId: number): Promise<FolderRow> =>
  (await foldersByIds(caller, [folderId]))[0] as FolderRow

/**
 * Permits hanging something under folders, each for itself.
 *
 * @throws {Refused} `not_allowed` for a logical folder.
 */
export async function permitParents(caller: Caller, folderIds: readonly number[]) {
  if (folderIds.some(isLogicalFolder)) throw logicalFolder()
  return permitAll(
    caller,
    'addTo',
    folderIds.map((folder): Place => ({ folder })),
  )
}
