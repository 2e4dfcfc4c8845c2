import type { Handler } from '#contract/handler.ts'
import { attachmentsOfComments } from '../attachments/access.ts'
import { visibleComments } from './access.ts'
import type * as contract from './contract.ts'
import { presentComment } from './presenter.ts'

/** Reads comments by id, in the order of the request. */
export const getComments: Handler<typeof contract.getComments> = async ({ caller, input, fields }) => {
  const rows = await visibleComments(caller, input.commentIds)
  const wanted = input.types && !input.types.includes('Regular') ? [] : rows
  const attachments = await attachmentsOfComments(caller, input.commentIds)
  return {
    data: wanted.map((row) =>
      presentComment(caller, row, {
        plainText: input.plainText,
        fields,
        attachmentIds: attachments.get(row.comment_id),
      }),
    ),
  }
}
