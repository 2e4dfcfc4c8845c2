import type { Caller } from '#access/caller.ts'
import { invalidValue, notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import type { Input } from '#contract/operation.ts'
import { change, changedBy } from '#events/change.ts'
import { resolveContacts } from '../contacts/resolve.ts'
import { fieldsByIds, permitFields } from './access.ts'
import type * as contract from './contract.ts'
import { refuseClosedType } from './create-custom-field.ts'
import { customFieldUpdated } from './events.ts'
import { presentCustomField } from './presenter.ts'
import type { FieldRow } from './queries.ts'
import { settingsFor } from './settings.ts'

/**
 * Changes a custom field. Values that items have stay as they are, also under a new type.
 *
 * @throws {Refused} `resource_not_found` or `access_forbidden` for the field or a space, `not_allowed` for a type that the
 * API cannot make and for mirrors, `invalid_parameter` for settings that its type does not have and a scope without its space.
 */
export const modifyCustomField: Handler<typeof contract.modifyCustomField> = async ({ caller, input }) => {
  const [before] = (await fieldsByIds(caller, [input.customfieldId])) as [FieldRow]
  const account = await permitFields(caller, [before.space_id, input.spaceId])
  const added = await resolveContacts(caller, input.addShareds)
  const removed = await resolveContacts(caller, input.removeShareds)
  const contacts = input.settings?.contacts && (await resolveContacts(caller, input.settings.contacts))
  if (input.addMirrors || input.removeMirrors)
    throw notAllowed('Mirrors belong to fields of type LinkToDatabase, and this is none')
  const type = input.type ?? (before.type as contract.FieldType)
  if (type !== before.type) refuseClosedType(type)
  if (added.some((id) => removed.includes(id)))
    throw invalidValue('removeShareds', 'nobody who is in addShareds of the same call')
  const { sharing, ...current } = before.settings
  const wished = input.sharing ?? sharing
  const changes = {
    title: input.title ?? before.title,
    type,
    space_id: spaceAfter(before, input),
    settings: {
      ...settingsFor(type, { ...input.settings, contacts }, current),
      ...(wished ? { sharing: wished } : {}),
    },
    shared_ids: [...new Set([...before.shared_ids, ...added])].filter((id) => !removed.includes(id)),
    description: input.description ?? before.description,
    ...archiving(caller, before, input.archived),
  }

  return change(caller, async (rows) => {
    const [after] = (await rows.update(
      'custom_field',
      account,
      { custom_field_id: before.custom_field_id },
      changes,
    )) as [FieldRow]
    const event = customFieldUpdated(before, after)
    const isChanged = JSON.stringify(event.before) !== JSON.stringify(event.after)
    return changedBy({ data: [presentCustomField(caller, after)] }, isChanged ? [event] : [])
  })
}

function archiving(caller: Caller, before: FieldRow, archived: boolean | undefined) {
  if (archived === undefined || archived === (before.archived_at !== null)) return {}
  return archived ? { archived_at: new Date(), archived_by: caller.personId } : { archived_at: null, archived_by: null }
}

/** A field changes its scope only when `changeScope` says so; naming the space it has changes nothing. */
function spaceAfter(before: FieldRow, input: Input<typeof contract.modifyCustomField>): number | null {
  const { changeScope, spaceId } = input
  if (changeScope === 'Space' && typeof spaceId !== 'number')
    throw invalidValue('spaceId', 'the space to move the field to')
  if (changeScope === 'Account' && typeof spaceId === 'number')
    throw invalidValue('spaceId', 'null, for a field of the whole account')
  if (changeScope === undefined && spaceId !== undefined && spaceId !== before.space_id)
    throw invalidValue('spaceId', 'changeScope beside it')
  if (changeScope === undefined) return before.space_id
  return changeScope === 'Space' ? (spaceId as number) : null
}
