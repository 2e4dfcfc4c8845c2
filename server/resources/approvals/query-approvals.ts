import { visible } from '#access/visible.ts'
import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import type * as contract from './contract.ts'
import { approvalConditions } from './filters.ts'
import { presentApproval } from './presenter.ts'
import { withParts } from './queries.ts'

/** Lists approvals of what the caller sees, newest first: by their number, so that decisions don't move them between pages. */
export const queryApprovals: Handler<typeof contract.queryApprovals> = async ({ caller, input, pages }) => {
  const conditions = await approvalConditions(caller, input)
  const [after, size] = (pages.after ?? []) as number[]
  const pageSize = input.pageSize ?? size
  const limit = pageSize === undefined ? input.limit : pageSize + 1
  const all = visible(caller, 'approvals').where(sql<boolean>`${sql.join(conditions, sql` and `)}`)
  const rows = await all
    .selectAll('approval')
    .$if(after !== undefined, (query) => query.where('approval.approval_id', '<', after as number))
    .orderBy('approval.approval_id', 'desc')
    .$if(limit !== undefined, (query) => query.limit(limit as number))
    .execute()
  const page = pageSize === undefined ? rows : rows.slice(0, pageSize)
  const data = (await withParts(caller, page)).map((full) => presentApproval(caller, full))
  if (pageSize === undefined) return { data }
  const { count } = await all.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()
  const nextPageToken = page.length < rows.length ? pages.token([page.at(-1)?.approval_id ?? 0, pageSize]) : undefined
  return { data, responseSize: count, nextPageToken }
}
