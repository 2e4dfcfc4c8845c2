import { permitAccount } from '#access/permit.ts'
import { forbidden, notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { features, planHas } from '#contract/plans.ts'
import { sql } from '#database/sql.ts'
import { change, changed } from '#events/change.ts'
import { applyMetadata } from '../account/metadata.ts'
import { applyCustomFields } from '../custom-fields/values.ts'
import { requireJobRole } from '../job-roles/access.ts'
import { contactsByIds } from './access.ts'
import type * as contract from './contract.ts'
import { groupRows, personRows } from './queries.ts'

/**
 * Changes the caller's own contact; admins may name a group, whose metadata they change.
 *
 * @throws {Refused} `access_forbidden` for anybody else, `resource_not_found` for an unknown job role,
 * `not_allowed` for rates on a plan without billing.
 */
export const modifyContact: Handler<typeof contract.modifyContact> = async ({ caller, input, fields }) => {
  const { contactId } = input
  await contactsByIds(caller, [contactId], new Set())
  if (contactId > 0 && contactId !== caller.personId)
    throw forbidden('Only the own contact can be changed; others are changed as users')
  await requireJobRole(caller, input.jobRoleId)
  const hasRates = input.currentBillRate !== undefined || input.currentCostRate !== undefined
  if (hasRates && !planHas(caller.plan, 'billing'))
    throw notAllowed(`${features.billing.says}: not part of the plan ${caller.plan}`)
  const wishes = new Set([...fields, 'metadata'])

  return change(caller, async (rows, inside) => {
    if (contactId < 0) {
      const may = permitAccount(caller, 'manageGroups')
      const [before] = await groupRows(inside, [sql<boolean>`g.group_id = ${contactId}`])
      await rows.update(
        'user_group',
        may,
        { group_id: contactId },
        { metadata: applyMetadata(caller, before?.metadata ?? {}, input.metadata) },
      )
    } else {
      const may = permitAccount(caller, 'editSelf')
      const [before] = await personRows(inside, [sql<boolean>`u.person_id = ${contactId}`])
      await rows.update(
        'account_user',
        may,
        { person_id: contactId },
        {
          metadata: applyMetadata(caller, before?.metadata ?? {}, input.metadata),
          custom_fields: await applyCustomFields(caller, before?.custom_fields ?? {}, input.customFields),
          ...(input.jobRoleId === undefined ? {} : { job_role_id: input.jobRoleId }),
          ...(input.currentBillRate ? { bill_rate: input.currentBillRate } : {}),
          ...(input.currentCostRate ? { cost_rate: input.currentCostRate } : {}),
        },
      )
    }
    const answer = await contactsByIds(inside, [contactId], wishes)
    const parts = { metadata: input.metadata, customFields: input.customFields, rates: hasRates || undefined }
    const changedParts = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [name]))
    return changed(
      { data: answer },
      { type: 'ContactChanged', entityType: 'contact', entityId: contactId, after: { changed: changedParts } },
    )
  })
}
