import type { Caller } from '#access/caller.ts'
import { type Permit, permit, permitAccount } from '#access/permit.ts'
import { visible } from '#access/visible.ts'
import { forbidden, inRecycleBin, notFound } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'
import { idAsSent } from '#ids/foreign.ts'
import { type ViewRow, viewExists } from './queries.ts'

/** The views that the caller has: own ones and shared ones, of places that are not in the recycle bin. */
export const views = (caller: Caller) =>
  visible(caller, 'views').where(
    sql<boolean>`(saved_view.folder_id is null or (select f.deleted_at is null from folder f
      where f.account_id = saved_view.account_id and f.folder_id = saved_view.folder_id))`,
  )

/**
 * A view that the caller has.
 *
 * @throws {Refused} `resource_not_found`, or `access_forbidden` for somebody else's own and one of a hidden place.
 */
export async function viewById(caller: Caller, viewId: number): Promise<ViewRow> {
  const row = await visible(caller, 'views')
    .selectAll('saved_view')
    .where('saved_view.view_id', '=', viewId)
    .executeTakeFirst()
  if (row) return row
  const text = idAsSent(caller.accountId, 'View', viewId)
  if (await viewExists(caller, viewId)) throw forbidden(`View '${text}' is not shared with you`)
  throw notFound('View', text)
}

/**
 * Permits changing a view: to its owner, and where it is shared to those who may edit its place.
 *
 * @throws {Refused} as `permit` does for editing the place.
 */
export async function permitView(caller: Caller, row: ViewRow): Promise<Permit<'editFolder' | 'ownViews'>> {
  if (row.owner_id !== caller.personId) return permit(caller, 'editFolder', { folder: row.folder_id as number })
  if (row.folder_id !== null) await requireLiving(caller, row.folder_id)
  return permitAccount(caller, 'ownViews')
}

/** @throws {Refused} as `permit` does for reading it, and `not_allowed` for one in the recycle bin. */
export async function requireLiving(caller: Caller, folderId: number): Promise<void> {
  const place = await permit(caller, 'read', { folder: folderId })
  if (place.deleted) throw inRecycleBin('Folder', idAsSent(caller.accountId, 'Folder', folderId))
}
