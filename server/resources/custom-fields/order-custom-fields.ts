import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { fieldsByIds } from './access.ts'
import type * as contract from './contract.ts'
import { presentCustomField } from './presenter.ts'
import { placeFirst, visibleFields } from './queries.ts'

/** Puts custom fields at the head of all lists, in the order of the request, and answers with the whole list. */
export const orderCustomFields: Handler<typeof contract.orderCustomFields> = async ({ caller, input }) => {
  permitAccount(caller, 'manageAccount')
  const named = [...new Set(input.customFields)]
  await fieldsByIds(caller, named)
  return change(caller, async (rows, inside) => {
    await placeFirst(rows, caller.accountId, named)
    const fields = await visibleFields(inside)
    return changed(
      { data: fields.map((field) => presentCustomField(inside, field)) },
      { type: 'CustomFieldsOrdered', entityType: 'account', entityId: caller.accountId, after: { order: named } },
    )
  })
}
