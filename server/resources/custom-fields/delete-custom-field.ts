import type { Caller } from '#access/caller.ts'
import { permitAccount } from '#access/permit.ts'
import { notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { folderEvent } from '../folders/events.ts'
import { permitSpace } from '../spaces/permit-space.ts'
import { fieldsByIds, permitFields } from './access.ts'
import * as contract from './contract.ts'
import { writeFolderValue, writeTaskValue } from './derived-queries.ts'
import { customFieldDeleted } from './events.ts'
import { presentCustomField } from './presenter.ts'
import type { FieldRow } from './queries.ts'
import { clearElsewhere, clearRules, detachFromFolders, itemsWithValue } from './removal-queries.ts'

/**
 * Deletes a custom field and all its values. With `test` it only counts them.
 *
 * @throws {Refused} as for changing the field; `not_allowed` for a field of the account unless one is an admin, and with too
 * many values; `access_forbidden` for that of a space where one has not the role Full.
 */
export const deleteCustomField: Handler<typeof contract.deleteCustomField> = async ({ caller, input }) => {
  const [field] = (await fieldsByIds(caller, [input.customfieldId])) as [FieldRow]
  const may = await permitFields(caller, [field.space_id])
  await permitRemoval(caller, field)
  const id = field.custom_field_id
  const { tasks, folders } = await itemsWithValue(caller, id)
  const items = tasks.length + folders.length
  const answer = { data: [presentCustomField(caller, field, new Map([[id, items]]))] }
  if (input.test) return answer
  if (items > contract.mostCleared)
    throw notAllowed(
      `More than ${contract.mostCleared} tasks, folders and projects have a value: archive the field instead`,
    )

  return change(caller, async (rows, inside) => {
    // Rules first: a value that is taken away must not be brought back by what flows or adds up.
    await clearRules(rows, caller.accountId, id)
    const detached = await detachFromFolders(rows, caller.accountId, id)
    const cleared = [
      ...(await writeTaskValue(inside, id, null, tasks)),
      ...(await writeFolderValue(inside, id, null, folders)),
    ]
    await clearElsewhere(rows, caller.accountId, id)
    await rows.delete('custom_field', may, { custom_field_id: id })
    const columns = detached.map(({ folder_id, before, after }) =>
      folderEvent('FolderColumnsChanged', folder_id, {
        before: { custom_columns: before },
        after: { custom_columns: after },
      }),
    )
    return changed(answer, customFieldDeleted(field), ...columns, ...cleared)
  })
}

async function permitRemoval(caller: Caller, { space_id }: FieldRow): Promise<void> {
  if (space_id === null) permitAccount(caller, 'manageAccount')
  else await permitSpace(caller, 'share', space_id)
}
