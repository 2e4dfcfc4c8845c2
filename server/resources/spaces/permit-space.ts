import type { Action } from '#access/actions.ts'
import type { Caller } from '#access/caller.ts'
import { type Permit, permit } from '#access/permit.ts'
import { visible } from '#access/visible.ts'
import { notFound } from '#contract/errors.ts'
import { idAsSent } from '#ids/foreign.ts'

/**
 * Permits an action on a space.
 *
 * @throws {Refused} as `permit` does for its folder, and `resource_not_found` for a folder that is no space.
 */
export async function permitSpace<A extends Action>(caller: Caller, action: A, spaceId: number): Promise<Permit<A>> {
  const permitted = await permit(caller, action, { folder: spaceId })
  const [space] = await visible(caller, 'spaces')
    .select('folder.folder_id')
    .where('folder.folder_id', '=', spaceId)
    .execute()
  if (!space) throw notFound('Space', idAsSent(caller.accountId, 'Space', spaceId))
  return permitted
}
