import type { Handler } from '#contract/handler.ts'
import { visibleAttachment } from './access.ts'
import type * as contract from './contract.ts'
import { linkTo } from './presenter.ts'

/** Gives a link to the file that needs no access token: for 24 hours from now, or the link it is. */
export const getAttachmentUrl: Handler<typeof contract.getAttachmentUrl> = async ({ caller, input, services }) => {
  const row = await visibleAttachment(caller, input.attachmentId)
  return { data: [{ url: linkTo(caller, row, services.secret) }] }
}
