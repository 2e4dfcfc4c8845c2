import { visible } from '#access/visible.ts'
import { invalidValue } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { outsideBin } from './filters.ts'
import { presentComment } from './presenter.ts'

const week = 7 * 24 * 60 * 60 * 1000

/**
 * Lists the newest comments the caller may see, on tasks and folders that are not in the recycle bin.
 *
 * @throws {Refused} `invalid_parameter` for a span of more than seven days.
 */
export const queryComments: Handler<typeof contract.queryComments> = async ({ caller, input, fields }) => {
  // `updatedDate` is deprecated and has always filtered by creation.
  const name = input.createdDate ? 'createdDate' : 'updatedDate'
  const { start, end } = input.createdDate ?? input.updatedDate ?? {}
  if (start && end && (end < start || end.getTime() - start.getTime() > week))
    throw invalidValue(name, 'a span of at most 7 days')
  if (input.types && !input.types.includes('Regular')) return { data: [] }

  const rows = await visible(caller, 'comments')
    .selectAll('comment')
    .where(outsideBin)
    .$if(start !== undefined, (query) => query.where('comment.created_at', '>=', start as Date))
    .$if(end !== undefined, (query) => query.where('comment.created_at', '<', end as Date))
    .orderBy('comment.created_at', 'desc')
    .orderBy('comment.comment_id', 'desc')
    .limit(input.limit ?? 1000)
    .execute()
  return { data: rows.map((row) => presentComment(caller, row, { plainText: input.plainText, fields })) }
}
