import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { fieldsByIds } from '../custom-fields/access.ts'
import { requireWorkflows } from '../spaces/queries.ts'
import { itemTypesByIds, permitItemTypes } from './access.ts'
import type * as contract from './contract.ts'
import { itemTypeEvent } from './events.ts'
import { presentItemType } from './presenter.ts'
import type { ItemTypeRow } from './queries.ts'

/** Changes a custom item type: what is sent, nothing else; what was made from it stays as it is. */
export const updateCustomItemType: Handler<typeof contract.updateCustomItemType> = async ({ caller, input }) => {
  const [before] = (await itemTypesByIds(caller, [input.customItemTypeId])) as [ItemTypeRow]
  const may = await permitItemTypes(caller, before.space_id)
  await fieldsByIds(caller, input.customFieldIds ?? [])
  await requireWorkflows(caller, [input.defaultWorkflowId ?? undefined])
  return change(caller, async (rows) => {
    const [row] = await rows.update(
      'custom_item_type',
      may,
      { custom_item_type_id: before.custom_item_type_id },
      {
        title: input.title ?? before.title,
        description: input.description ?? before.description,
        icon: input.icon ?? before.icon,
        custom_field_ids: input.customFieldIds ?? before.custom_field_ids,
        default_workflow_id:
          input.defaultWorkflowId === undefined ? before.default_workflow_id : input.defaultWorkflowId,
        ...(input.archived === undefined ? {} : archive(before, input.archived, caller.personId)),
      },
    )
    const after = row as typeof before
    return changed({ data: [presentItemType(caller, after)] }, itemTypeEvent('CustomItemTypeChanged', after, before))
  })
}

const archive = (before: ItemTypeRow, archived: boolean, personId: number) =>
  archived
    ? { archived_at: before.archived_at ?? new Date(), archived_by: before.archived_by ?? personId }
    : { archived_at: null, archived_by: null }
