import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createAttachment } from './create-attachment.ts'
import { createAttachmentLink } from './create-attachment-link.ts'
import { createCommentAttachment } from './create-comment-attachment.ts'
import { deleteAttachment } from './delete-attachment.ts'
import { downloadAttachment } from './download-attachment.ts'
import { getAttachmentUrl } from './get-attachment-url.ts'
import { getAttachments } from './get-attachments.ts'
import { previewAttachment } from './preview-attachment.ts'
import { queryAttachments } from './query-attachments.ts'
import { updateAttachment } from './update-attachment.ts'

export const attachments = bind(contract, {
  queryAttachments,
  getAttachments,
  downloadAttachment,
  previewAttachment,
  getAttachmentUrl,
  createAttachment,
  updateAttachment,
  deleteAttachment,
  createCommentAttachment,
  createAttachmentLink,
})
