import type { Handler } from '#contract/handler.ts'
import { permitSpace } from '../spaces/permit-space.ts'
import type * as contract from './contract.ts'
import { presentCustomField } from './presenter.ts'
import { itemsByField, visibleFields } from './queries.ts'
import { appliesTo } from './query-custom-fields.ts'

/**
 * Lists the custom fields that belong to a space.
 *
 * @throws {Refused} `resource_not_found` or `access_forbidden` for the space.
 */
export const querySpaceCustomFields: Handler<typeof contract.querySpaceCustomFields> = async ({
  caller,
  input,
  fields,
}) => {
  await permitSpace(caller, 'read', input.spaceId)
  const rows = await visibleFields(caller, input.spaceId)
  const usage = fields.has('dataUsageStatistics') ? await itemsByField(caller) : undefined
  return {
    data: rows
      .filter((row) => appliesTo(row, input.applicableEntityTypes ?? ['WorkItem']))
      .map((row) => presentCustomField(caller, row, usage)),
  }
}
