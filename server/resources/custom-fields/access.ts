import type { Caller } from '#access/caller.ts'
import { type Permit, permitAccount } from '#access/permit.ts'
import { forbidden, notFound } from '#contract/errors.ts'
import { idAsSent } from '#ids/foreign.ts'
import { permitSpace } from '../spaces/permit-space.ts'
import { type FieldRow, fieldsById } from './queries.ts'

/**
 * The custom fields with these ids, in their order.
 *
 * @throws {Refused} for the first that does not exist (`resource_not_found`) or belongs to a hidden space
 * (`access_forbidden`); none is given then.
 */
export async function fieldsByIds(caller: Caller, fieldIds: readonly number[]): Promise<FieldRow[]> {
  const known = await fieldsById(caller, fieldIds)
  const text = (id: number) => idAsSent(caller.accountId, 'CustomField', id)
  const unknown = fieldIds.find((id) => !known.has(id))
  if (unknown !== undefined) throw notFound('Custom field', text(unknown))
  const rows = fieldIds.map((id) => known.get(id) as FieldRow)
  const hidden = rows.find((row) => !row.isVisible)
  if (hidden) throw forbidden(`The space of custom field '${text(hidden.custom_field_id)}' is not shared with you`)
  return rows
}

/**
 * Permits changing fields of the account, and of a space to those who may edit it.
 *
 * @throws {Refused} `not_allowed` for a type of user who may not, and as `permit` does for the space.
 */
export async function permitFields(
  caller: Caller,
  spaceIds: readonly (number | null | undefined)[],
): Promise<Permit<'manageCustomFields'>> {
  const account = permitAccount(caller, 'manageCustomFields')
  for (const spaceId of spaceIds) if (typeof spaceId === 'number') await permitSpace(caller, 'editFolder', spaceId)
  return account
}
