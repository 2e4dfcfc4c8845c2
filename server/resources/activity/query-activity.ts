import { permit } from '#access/permit.ts'
import { role } from '#access/roles.ts'
import type { Handler } from '#contract/handler.ts'
import { seesRates } from '../hourly-rates/access.ts'
import type * as contract from './contract.ts'
import { namesFor } from './names.ts'
import { presentActivity } from './presenter.ts'
import { type ActivityRow, activityRows } from './queries.ts'
import { readEvent, typesOf } from './readings.ts'

/**
 * Lists what happened to a task, folder, project or space and to what hangs on it, newest first.
 *
 * A page may have fewer entries than it is large, since what is hidden from the caller is left out of it.
 *
 * @throws {Refused} if the place doesn't exist, is hidden or is a logical folder.
 */
export const queryActivity: Handler<typeof contract.queryActivity> = async ({ caller, input, pages }) => {
  const place = await permit(
    caller,
    'read',
    input.taskId === undefined ? { folder: input.folderId as number } : { task: input.taskId },
  )
  const size = input.pageSize ?? 50
  const [before] = (pages.after ?? []) as [number?]
  const rows = await activityRows(caller, place, typesOf(input.acts), before, size + 1)
  const page = rows.slice(0, size)
  const knowsBudget = place.role === role.full || seesRates(caller)
  const told = page.flatMap((row) => {
    const read = readEvent(row)
    if (!read || (read.needsFull && !knowsBudget) || (input.acts && !input.acts.includes(read.act))) return []
    return [{ row, read }]
  })
  const names = await namesFor(
    caller,
    told.map(({ read }) => read),
    told.map(({ row }) => row.actor_id),
  )
  return {
    data: told.flatMap(({ row, read }) => presentActivity(caller, row, read, names) ?? []),
    nextPageToken: rows.length > size ? pages.token([(page.at(-1) as ActivityRow).event_id]) : undefined,
  }
}
