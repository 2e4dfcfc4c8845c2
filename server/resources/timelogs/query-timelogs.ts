import { visible } from '#access/visible.ts'
import { invalidValue } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { timelogMoney } from '../finance/timelog-queries.ts'
import type * as contract from './contract.ts'
import { timelogConditions } from './filters.ts'
import { presentTimelog } from './presenter.ts'
import { outsideBin } from './recycle-bin.ts'
import { statesOf } from './state.ts'

/** Lists records of time on tasks the caller sees, oldest first; those of the recycle bin where it is asked for. */
export const queryTimelogs: Handler<typeof contract.queryTimelogs> = async ({ caller, input, fields, pages }) => {
  const hasPlace = [input.contactId, input.folderId, input.taskId, input.timelogCategoryId].some(
    (id) => id !== undefined,
  )
  if (fields.has('finance') && !hasPlace)
    throw invalidValue('fields', 'finance on the timelogs of a contact, folder, task or category only')
  const conditions = [outsideBin(caller, input), ...(await timelogConditions(caller, input))]
  const [afterId, size] = pages.after ?? []
  const pageSize = input.pageSize ?? (size as number | undefined)
  const limit = pageSize === undefined ? input.limit : pageSize + 1
  const all = visible(caller, 'timelogs').where(sql<boolean>`${sql.join([sql`true`, ...conditions], sql` and `)}`)
  const rows = await all
    .selectAll('timelog')
    .$if(afterId !== undefined, (query) => query.where('timelog.timelog_id', '>', afterId as number))
    .orderBy('timelog.timelog_id')
    .$if(limit !== undefined, (query) => query.limit(limit as number))
    .execute()
  const page = pageSize === undefined ? rows : rows.slice(0, pageSize)
  const states = await statesOf(caller, page, fields)
  const finance = await timelogMoney(caller, fields, page)
  const wishes = { fields, plainText: input.plainText, states, finance }
  const data = page.map((row) => presentTimelog(caller, row, wishes))
  if (pageSize === undefined) return { data }
  const { count } = await all.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()
  const nextPageToken = page.length < rows.length ? pages.token([page.at(-1)?.timelog_id ?? 0, pageSize]) : undefined
  return { data, responseSize: count, nextPageToken }
}
