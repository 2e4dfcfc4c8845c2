import type { Caller } from '#access/caller.ts'
import { type Permit, permitAccount } from '#access/permit.ts'
import { forbidden, invalidParameter, notAllowed, notFound } from '#contract/errors.ts'
import { features, planHas } from '#contract/plans.ts'
import { idAsSent } from '#ids/foreign.ts'
import { permitSpace } from '../spaces/permit-space.ts'
import { type ItemTypeRow, itemTypesById } from './queries.ts'

/**
 * The custom item types with these ids, in their order.
 *
 * @throws {Refused} for the first that does not exist, or is deleted unless wanted (`resource_not_found`), or belongs to a
 * hidden space (`access_forbidden`); none is given then.
 */
export async function itemTypesByIds(
  caller: Caller,
  typeIds: readonly number[],
  options: { withDeleted?: boolean | undefined } = {},
): Promise<ItemTypeRow[]> {
  const known = await itemTypesById(caller, typeIds)
  const text = (id: number) => idAsSent(caller.accountId, 'CustomItemType', id)
  const rows = typeIds.map((id) => {
    const row = known.get(id)
    if (!row || (row.deleted_at && !options.withDeleted)) throw notFound('Custom item type', text(id))
    return row
  })
  const hidden = rows.find((row) => !row.isVisible)
  if (hidden)
    throw forbidden(`The space of custom item type '${text(hidden.custom_item_type_id)}' is not shared with you`)
  return rows
}

/**
 * The type that a request gives a task or project, if it names one.
 *
 * @throws {Refused} `not_allowed` on a plan without and for an archived one, `invalid_parameter` for one of the other kind.
 */
export async function requireItemType(
  caller: Caller,
  typeId: number | undefined,
  relatedType: ItemTypeRow['related_type'],
): Promise<ItemTypeRow | undefined> {
  if (typeId === undefined) return undefined
  if (!planHas(caller.plan, 'customItemTypes'))
    throw notAllowed(`${features.customItemTypes.says}: not part of the plan ${caller.plan}`)
  const [row] = (await itemTypesByIds(caller, [typeId])) as [ItemTypeRow]
  if (row.archived_at) throw notAllowed(`The custom item type '${row.title}' is archived`)
  if (row.related_type !== relatedType)
    throw invalidParameter(
      `The custom item type '${row.title}' is one of a ${row.related_type}, not of a ${relatedType}`,
    )
  return row
}

/** Permits managing types: of a space by those who may share it, of the account by its admins. */
export const permitItemTypes = (
  caller: Caller,
  spaceId: number | null | undefined,
): Promise<Permit<'share' | 'manageItemTypes'>> =>
  typeof spaceId === 'number'
    ? permitSpace(caller, 'share', spaceId)
    : Promise.resolve(permitAccount(caller, 'manageItemTypes'))

/**
 * Numbers of the types that a filter names: living ones of the right kind.
 *
 * @throws {Refused} as `itemTypesByIds` does, and `invalid_parameter` for one of the other kind.
 */
export async function itemTypeIds(
  caller: Caller,
  typeIds: readonly number[],
  relatedType: ItemTypeRow['related_type'],
): Promise<number[]> {
  const rows = await itemTypesByIds(caller, typeIds)
  if (rows.some((row) => row.related_type !== relatedType))
    throw invalidParameter(`Parameter 'customItemTypes' value is invalid: it takes types of a ${relatedType}`)
  return rows.map((row) => row.custom_item_type_id)
}
