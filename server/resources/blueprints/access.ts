import type { Action } from '#access/actions.ts'
import type { Caller } from '#access/caller.ts'
import { type Permit, permit } from '#access/permit.ts'
import { visible } from '#access/visible.ts'
import { forbidden, notFound } from '#contract/errors.ts'
import { idAsSent } from '#ids/foreign.ts'
import { blueprintExists } from './queries.ts'

export type BlueprintKind = 'folder' | 'task'

const named = { folder: ['Folder blueprint', 'FolderBlueprint'], task: ['Task blueprint', 'TaskBlueprint'] } as const

/**
 * The space of a blueprint that the caller sees.
 *
 * @throws {Refused} `resource_not_found` if there is none, `access_forbidden` if its space is hidden.
 */
export async function spaceOfBlueprint(caller: Caller, kind: BlueprintKind, number: number): Promise<number> {
  const [row] =
    kind === 'folder'
      ? await visible(caller, 'folderBlueprints')
          .select('folder_blueprint.space_id')
          .where('folder_blueprint.folder_id', '=', number)
          .execute()
      : await visible(caller, 'taskBlueprints')
          .select('task_blueprint.space_id')
          .where('task_blueprint.task_id', '=', number)
          .execute()
  if (row) return row.space_id
  const [what, type] = named[kind]
  const id = idAsSent(caller.accountId, type, number)
  if (await blueprintExists(caller, kind, number)) throw forbidden(`${what} '${id}' is in a space not shared with you`)
  throw notFound(what, id)
}

/** Permits changing a blueprint to who may do so in its space. */
export async function permitBlueprint<A extends Action>(
  caller: Caller,
  action: A,
  kind: BlueprintKind,
  number: number,
): Promise<Permit<A>> {
  return permit(caller, action, { folder: await spaceOfBlueprint(caller, kind, number) })
}
