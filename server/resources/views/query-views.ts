import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { views } from './access.ts'
import type * as contract from './contract/index.ts'
import { presentViews } from './presenter.ts'

/** Lists views in the order that people gave them. Plan: the index of the order (of all, or of the place), a probe each. */
export const queryViews: Handler<typeof contract.queryViews> = async ({ caller, input, pages }) => {
  const { folderId } = input
  if (folderId !== undefined) await permit(caller, 'read', { folder: folderId })
  const [position, viewId, size] = pages.after ?? []
  const pageSize = Number(size ?? input.pageSize ?? 1000)
  const rows = await views(caller)
    .selectAll('saved_view')
    .$if(folderId !== undefined, (query) => query.where('saved_view.folder_id', '=', folderId as number))
    .$if(position !== undefined, (query) =>
      query.where(sql<boolean>`(saved_view.position, saved_view.view_id) > (${position}, ${viewId})`),
    )
    .orderBy('saved_view.position')
    .orderBy('saved_view.view_id')
    .limit(pageSize + 1)
    .execute()
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    data: await presentViews(caller, page),
    nextPageToken: last && rows.length > pageSize ? pages.token([last.position, last.view_id, pageSize]) : undefined,
  }
}
