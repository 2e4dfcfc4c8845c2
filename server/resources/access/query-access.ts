import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { placeOf } from './place.ts'
import { presentEntry } from './presenter.ts'
import { type AccessPosition, accessRows } from './queries.ts'

/**
 * Lists who reaches a task, folder, project or space, and by which ways.
 *
 * @throws {Refused} if the place doesn't exist, is hidden or is a logical folder.
 */
export const queryAccess: Handler<typeof contract.queryAccess> = async ({ caller, input, pages }) => {
  const place = await permit(caller, 'read', placeOf(input))
  const size = input.pageSize ?? 100
  const rows = await accessRows(caller, place, pages.after as AccessPosition | undefined, size + 1)
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return {
    data: page.map((row) => presentEntry(caller, row, place)),
    nextPageToken: last && rows.length > size ? pages.token([last.part, last.sort_name, last.principal]) : undefined,
  }
}
