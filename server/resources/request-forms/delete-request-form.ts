import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { formById } from './access.ts'
import type * as contract from './contract.ts'
import { requestFormDeleted } from './events.ts'

/** Deletes a request form for good; the tasks and projects that came of it stay. */
export const deleteRequestForm: Handler<typeof contract.deleteRequestForm> = async ({ caller, input }) => {
  const before = await formById(caller, input.requestFormId)
  const space = await permit(caller, 'manageForms', { folder: before.space_id })
  return change(caller, async (rows) => {
    await rows.delete('request_form', space, { request_form_id: before.request_form_id })
    return changed({ data: [] }, requestFormDeleted(before))
  })
}
