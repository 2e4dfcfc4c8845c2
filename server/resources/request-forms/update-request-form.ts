import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { type FormRow, formById } from './access.ts'
import type * as contract from './contract.ts'
import { requestFormModified } from './events.ts'
import { readPages } from './pages.ts'
import { presentForms } from './presenter.ts'
import { requireTarget, whole } from './target.ts'

/**
 * Changes a request form: what is sent, nothing else. The caller keeps it from then on.
 *
 * @throws {Refused} as on creation.
 */
export const updateRequestForm: Handler<typeof contract.updateRequestForm> = async ({ caller, input }) => {
  const before = await formById(caller, input.requestFormId)
  const space = await permit(caller, 'manageForms', { folder: before.space_id })
  const creates = input.creates ?? before.creates
  const folder_id: number = input.folderId ?? before.folder_id
  await requireTarget(caller, creates, folder_id)
  // Another target may not take what the questions are about: those that stay are checked too.
  const pages = await readPages(caller, input.pages ?? (before.pages.pages as never), creates)

  return change(caller, async (rows) => {
    const [row] = (await rows.update(
      'request_form',
      space,
      { request_form_id: before.request_form_id },
      {
        ...(input.title === undefined ? {} : { title: input.title }),
        ...(input.description === undefined ? {} : { description: input.description }),
        ...(input.itemTitle === undefined ? {} : { item_title: input.itemTitle }),
        ...(input.enabled === undefined ? {} : { enabled: input.enabled }),
        pages: { pages },
        creates,
        folder_id,
        keeper_id: caller.personId,
        updated_at: new Date(),
        version: before.version + 1,
      },
    )) as [FormRow]
    return changed({ data: await presentForms(caller, [row], { fields: whole }) }, requestFormModified(before, row))
  })
}
