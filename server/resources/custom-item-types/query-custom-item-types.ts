import type { Handler } from '#contract/handler.ts'
import { permitSpace } from '../spaces/permit-space.ts'
import type * as contract from './contract.ts'
import { presentItemType } from './presenter.ts'
import { itemsByType, visibleItemTypes } from './queries.ts'

/**
 * Lists the custom item types of the account and of the spaces that the caller sees, or those that belong to one space.
 *
 * @throws {Refused} `resource_not_found` or `access_forbidden` for the space.
 */
export const queryCustomItemTypes: Handler<typeof contract.queryCustomItemTypes> = async ({
  caller,
  input,
  fields,
}) => {
  if (input.spaceId !== undefined) await permitSpace(caller, 'read', input.spaceId)
  const rows = (await visibleItemTypes(caller, input.spaceId)).filter(
    (row) =>
      (input.withDeleted || row.deleted_at === null) &&
      (input.type === undefined || row.related_type === input.type) &&
      (input.title === undefined || row.title.toLowerCase().includes(input.title.toLowerCase())),
  )
  const usage = fields.has('dataUsageStatistics') ? await itemsByType(caller) : undefined
  return { data: rows.slice(0, input.limit ?? 10_000).map((row) => presentItemType(caller, row, usage)) }
}
