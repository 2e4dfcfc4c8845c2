import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { visible } from '#access/visible.ts'
import { encodeId } from '#ids/encode.ts'
import { RECYCLE_BIN, ROOT_FOLDER } from '#ids/types.ts'
import { owners } from './columns.ts'
import type { FolderTree } from './contract/models.ts'
import { type FolderRow, presentProject } from './presenter.ts'
import { edgesOf } from './queries.ts'

type Entry = Static<typeof FolderTree>

/**
 * The tree of what the caller sees, below a folder (itself first) or of the whole account with its logical folders: one query
 * for the folders and one for their links, whatever the size. What hangs under nothing the caller sees hangs under its root.
 */
export async function folderTree(
  caller: Caller,
  place: number | undefined,
  options: { deleted: boolean | undefined; logicalId: number | undefined },
): Promise<Entry[]> {
  const rows = (await visible(caller, 'folders')
    .select([
      'folder.folder_id',
      'folder.title',
      'folder.color',
      'folder.is_space',
      'folder.is_project',
      'folder.deleted_at',
      'folder.author_id',
    ])
    .select([
      'folder.project_author_id',
      'folder.project_status_id',
      'folder.project_start',
      'folder.project_end',
      'folder.contract_type',
      'folder.custom_item_type_id',
    ])
    .select(['folder.project_created_at', 'folder.project_completed_at', 'folder.created_at'])
    .select(owners(caller).as('owners'))
    .orderBy('folder.folder_id')
    .execute()) as FolderRow[]
  const byId = new Map(rows.map((row) => [row.folder_id, row]))
  const children = new Map<number, number[]>()
  const hasParent = new Set<number>()
  for (const { parent_id, folder_id } of await edgesOf(caller)) {
    const [parent, child] = [byId.get(parent_id), byId.get(folder_id)]
    if (!parent || !child || (parent.deleted_at === null) !== (child.deleted_at === null)) continue
    const siblings = children.get(parent_id)
    // One list for each parent: copied for each of its folders, 100,000 of them would take many seconds.
    if (siblings) siblings.push(folder_id)
    else children.set(parent_id, [folder_id])
    hasParent.add(folder_id)
  }
  const entry = (row: FolderRow): Entry => ({
    id: folderId(caller, row.folder_id),
    title: row.title,
    color: row.color,
    childIds: (children.get(row.folder_id) ?? []).map((id) => folderId(caller, id)),
    scope: row.deleted_at ? 'RbFolder' : 'WsFolder',
    ...(row.is_project ? { project: presentProject(caller, row) } : {}),
    ...(row.is_space ? { space: true } : {}),
    ...(row.custom_item_type_id
      ? { customItemTypeId: encodeId('CustomItemType', caller.accountId, row.custom_item_type_id) }
      : {}),
  })
  if (place !== undefined)
    return reachable(place, children).flatMap((id) => (byId.has(id) ? [entry(byId.get(id) as FolderRow)] : []))
  const [alive, dead] = [rows.filter((row) => !row.deleted_at), rows.filter((row) => row.deleted_at)]
  const tops = (some: FolderRow[]) =>
    some.filter((row) => !hasParent.has(row.folder_id)).map((row) => folderId(caller, row.folder_id))
  const root: Entry = { id: folderId(caller, ROOT_FOLDER), title: 'Root', childIds: tops(alive), scope: 'WsRoot' }
  const bin: Entry = { id: folderId(caller, RECYCLE_BIN), title: 'Recycle Bin', childIds: tops(dead), scope: 'RbRoot' }
  const wantsRoot = options.deleted !== true && options.logicalId !== RECYCLE_BIN
  const wantsBin = options.deleted !== false && options.logicalId !== ROOT_FOLDER
  return [...(wantsRoot ? [root, ...alive.map(entry)] : []), ...(wantsBin ? [bin, ...dead.map(entry)] : [])]
}

/** A folder and all below it, each once, nearest first. */
function reachable(start: number, children: ReadonlyMap<number, number[]>): number[] {
  const seen = new Set([start])
  for (const id of seen) for (const child of children.get(id) ?? []) seen.add(child)
  return [...seen]
}

const folderId = (caller: Caller, number: number): string => encodeId('Folder', caller.accountId, number)
