import type { Caller } from '#access/caller.ts'
import { visible } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import { spaceOfBlueprint } from '../blueprints/access.ts'

/** A blueprint with what its answer needs. */
export interface FolderBlueprintRow {
  folder_id: number
  title: string
  custom_fields: Record<string, string>
  children: number[]
}

/** The folder blueprints that the caller sees: those of the spaces shared with it. */
export const shownFolderBlueprints = (caller: Caller) =>
  visible(caller, 'folderBlueprints')
    .innerJoin('folder', (join) =>
      join
        .onRef('folder.account_id', '=', 'folder_blueprint.account_id')
        .onRef('folder.folder_id', '=', 'folder_blueprint.folder_id'),
    )
    .select(['folder.folder_id', 'folder.title', 'folder.custom_fields'])
    .select(
      sql<
        number[]
      >`array(select p.folder_id from folder_parent p where p.account_id = folder_blueprint.account_id and p.parent_id = folder_blueprint.folder_id order by 1)`.as(
        'children',
      ),
    )
    .orderBy('folder_blueprint.folder_id')

/** One blueprint that is there. @throws {Refused} as `spaceOfBlueprint` does. */
export async function folderBlueprint(caller: Caller, number: number): Promise<FolderBlueprintRow> {
  await spaceOfBlueprint(caller, 'folder', number)
  const [row] = await shownFolderBlueprints(caller).where('folder_blueprint.folder_id', '=', number).execute()
  return row as FolderBlueprintRow
}
