import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { permitSpace } from '../spaces/permit-space.ts'
import type * as contract from './contract.ts'
import { requestFormCreated } from './events.ts'
import { readPages } from './pages.ts'
import { presentForms } from './presenter.ts'
import { requireTarget, whole } from './target.ts'

/**
 * Makes a request form in a space. The caller keeps it: what is sent is created where the caller may.
 *
 * @throws {Refused} `access_forbidden` without the role Full in the space, or a role that creates in the folder.
 */
export const createRequestForm: Handler<typeof contract.createRequestForm> = async ({ caller, input }) => {
  const space = await permitSpace(caller, 'manageForms', input.spaceId)
  const creates = input.creates ?? 'Task'
  const folder_id: number = input.folderId ?? space.id
  await requireTarget(caller, creates, folder_id)
  const pages = await readPages(caller, input.pages, creates)

  return change(caller, async (rows) => {
    const row = await rows.insert('request_form', space, {
      space_id: space.id,
      title: input.title,
      description: input.description ?? '',
      pages: { pages },
      creates,
      folder_id,
      item_title: input.itemTitle ?? input.title,
      keeper_id: caller.personId,
    })
    return changed({ data: await presentForms(caller, [row], { fields: whole }) }, requestFormCreated(row))
  })
}
