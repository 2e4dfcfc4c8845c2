import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { metadataCondition } from '../account/metadata.ts'
import type * as contract from './contract.ts'
import { presentGroup } from './presenter.ts'
import { groupRows } from './queries.ts'

/** Lists the groups of the account, oldest first. */
export const queryGroups: Handler<typeof contract.queryGroups> = async ({ caller, input, fields, pages }) => {
  const [after] = pages.after ?? []
  const rows = await groupRows(
    caller,
    [
      ...(input.metadata ? [metadataCondition(caller, input.metadata, 'g')] : []),
      ...(after === undefined ? [] : [sql<boolean>`g.group_id < ${after}`]),
    ],
    input.pageSize === undefined ? undefined : input.pageSize + 1,
  )
  const page = rows.slice(0, input.pageSize ?? rows.length)
  return {
    data: page.map((row) => presentGroup(caller, row, fields)),
    nextPageToken: page.length < rows.length ? pages.token([page.at(-1)?.group_id ?? 0]) : undefined,
  }
}
