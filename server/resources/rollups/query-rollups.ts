import { permit } from '#access/permit.ts'
import { invalidParameter } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { fieldName } from '../custom-fields/named-field.ts'
import type * as contract from './contract.ts'
import { presentRollups } from './presenter.ts'
import { type RollupRow, rollingBelow, rollupsOn } from './queries.ts'

/**
 * Reads the rollups of a folder or task, and of folders below that have any.
 *
 * @throws {Refused} `invalid_parameter` for pages and descendants of a task.
 */
export const queryRollups: Handler<typeof contract.queryRollups> = async ({ caller, input, pages }) => {
  const { filter, pageSize: asked } = input
  const fits = (row: RollupRow) =>
    (filter?.fieldId === undefined || filter.fieldId === fieldName(caller, row)) &&
    (filter?.systemField === undefined || filter.systemField === (row.system_field !== '')) &&
    (filter?.aggregation === undefined || filter.aggregation === row.aggregation)
  if (input.taskId !== undefined) {
    const { id } = await permit(caller, 'read', { task: input.taskId })
    if (asked !== undefined || pages.after || input.descendants)
      throw invalidParameter("Parameters 'descendants' and 'pageSize' are of /folders/{folderId}/rollups only")
    return { data: await presentRollups(caller, 'task', [id], fits) }
  }
  const { id } = await permit(caller, 'read', { folder: input.folderId as number })
  const [after, size] = (pages.after ?? []) as [number?, number?]
  const pageSize = asked ?? size
  const own = after === undefined ? [id] : []
  const wanted = pageSize === undefined ? undefined : pageSize - own.length + 1
  const below = input.descendants ? await rollingBelow(caller, id, { after: after ?? 0, limit: wanted }) : []
  const page = pageSize === undefined ? below : below.slice(0, pageSize - own.length)
  const matching = new Set((await rollupsOn(caller, page)).filter(fits).map((row) => row.item_id))
  const shown = [...own, ...page.filter((one) => matching.has(one))]
  return {
    data: await presentRollups(caller, 'folder', shown, fits),
    nextPageToken:
      page.length < below.length ? pages.token([page.at(-1) ?? after ?? 0, pageSize as number]) : undefined,
  }
}
