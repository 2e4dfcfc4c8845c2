import { notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { resolveContacts } from '../contacts/resolve.ts'
import { permitFields } from './access.ts'
import type * as contract from './contract.ts'
import { customFieldCreated } from './events.ts'
import { presentCustomField } from './presenter.ts'
import { settingsFor } from './settings.ts'

/**
 * Creates a custom field of the account or of a space.
 *
 * @throws {Refused} `resource_not_found` or `access_forbidden` for the space, `not_allowed` for a type that the API cannot
 * make, `invalid_parameter` for settings that its type does not have.
 */
export const createCustomField: Handler<typeof contract.createCustomField> = async ({ caller, input }) => {
  const account = await permitFields(caller, [input.spaceId])
  const sharedIds = await resolveContacts(caller, input.shareds)
  const contacts = input.settings?.contacts && (await resolveContacts(caller, input.settings.contacts))
  refuseClosedType(input.type)
  const settings = settingsFor(input.type, { ...input.settings, contacts })

  return change(caller, async (rows) => {
    const field = await rows.insert('custom_field', account, {
      title: input.title,
      type: input.type,
      space_id: input.spaceId ?? null,
      settings: { ...settings, ...(input.sharing ? { sharing: input.sharing } : {}) },
      shared_ids: sharedIds,
      description: input.description ?? '',
    })
    return changed({ data: [presentCustomField(caller, field)] }, customFieldCreated(field))
  })
}

/** No operation of the API takes a formula or names a database. */
export function refuseClosedType(type: contract.FieldType): void {
  if (type.startsWith('Calculated'))
    throw notAllowed(`A custom field of type ${type} needs a formula, which the API does not take`)
  if (type === 'LinkToDatabase')
    throw notAllowed('A custom field of type LinkToDatabase needs a database, which the API does not name')
}
