import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { fieldsByIds } from '../custom-fields/access.ts'
import { requireWorkflows } from '../spaces/queries.ts'
import { permitItemTypes } from './access.ts'
import type * as contract from './contract.ts'
import { itemTypeEvent } from './events.ts'
import { presentItemType } from './presenter.ts'

/**
 * Creates a custom item type of the account or of a space.
 *
 * @throws {Refused} `not_allowed` for the account's unless one is an admin, `access_forbidden` without the role in the space,
 * `resource_not_found` for fields and workflows that aren't there.
 */
export const createCustomItemType: Handler<typeof contract.createCustomItemType> = async ({ caller, input }) => {
  const may = await permitItemTypes(caller, input.spaceId)
  await fieldsByIds(caller, input.customFieldIds ?? [])
  await requireWorkflows(caller, [input.defaultWorkflowId])
  return change(caller, async (rows) => {
    const row = await rows.insert('custom_item_type', may, {
      title: input.title,
      related_type: input.relatedType,
      space_id: input.spaceId ?? null,
      description: input.description ?? '',
      icon: input.icon ?? {},
      custom_field_ids: input.customFieldIds ?? [],
      default_workflow_id: input.defaultWorkflowId ?? null,
    })
    return changed({ data: [presentItemType(caller, row)] }, itemTypeEvent('CustomItemTypeCreated', row))
  })
}
