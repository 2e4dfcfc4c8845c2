import { invalidParameter, invalidValue } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import type { Input } from '#contract/operation.ts'
import type * as contract from './contract/index.ts'
import { countTasks } from './count-queries.ts'
import { addEffortOfDays } from './effort-of-days.ts'
import { taskConditions } from './filters.ts'
import { financeOf } from './finance.ts'
import { readOrder } from './order.ts'
import { readPage } from './page.ts'
import { presentTask } from './presenter.ts'
import { readScope } from './scope.ts'

/** Without pages a list is cut here, unless it is what lies directly in one folder. */
const longestList = 1000
const whole = 2 ** 31

const isOneFolder = (input: Input<typeof contract.queryTasks>) =>
  (input.folderId !== undefined || input.spaceId !== undefined) && !input.descendants

/**
 * Lists tasks. With `pageSize` there are pages: tokens, and the number of all hits, which is counted with the first page.
 *
 * @throws {Refused} for a folder or space that is hidden, and for filters that contradict themselves.
 */
export const queryTasks: Handler<typeof contract.queryTasks> = async ({ caller, input, fields, pages }) => {
  if (input.descendants !== undefined && input.folderId === undefined && input.spaceId === undefined)
    throw invalidParameter("Parameter 'descendants' is unknown for GET /tasks")
  if (fields.has('finance') && input.folderId === undefined)
    throw invalidValue('fields', 'finance on /folders/{folderId}/tasks only')
  const [key, taskId, snapshot, size, counted] = pages.after ?? []
  const pageSize = input.pageSize ?? (pages.after ? (size as number) : undefined)
  const limit = pageSize ?? Math.min(input.limit ?? whole, isOneFolder(input) ? whole : longestList)
  const scope = await readScope(caller, input)
  const conditions = await taskConditions(caller, input)
  const wishes = { ...input, fields }
  const after = pages.after ? { key: key as string, taskId: taskId as number, snapshot: snapshot as string } : undefined
  const order = await readOrder(caller, input)
  const rows = await readPage(caller, { scope, conditions, order, wishes, limit: limit + 1, after })
  const page = rows.slice(0, limit)
  if (fields.has('effortAllocation')) await addEffortOfDays(caller, page)
  const shown = { ...wishes, finance: await financeOf(caller, fields, page) }
  const data = page.map((row) => presentTask(caller, row, shown))
  if (pageSize === undefined) return { data }

  const isWhole = !after && rows.length <= limit
  const responseSize = isWhole
    ? rows.length
    : ((counted as number | undefined) ?? (await countTasks(caller, scope, conditions)))
  const last = page.at(-1)
  const nextPageToken =
    rows.length > limit && last
      ? pages.token([last.sort_key, last.task_id, last.snapshot, pageSize, responseSize])
      : undefined
  return { data, responseSize, nextPageToken }
}
