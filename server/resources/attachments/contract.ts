import { idText, idTexts, instantText, integer, model, oneOfText, optional, string } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { flag, id, ids, instantRange, optional as maybe, oneOf, text } from '#contract/parameters.ts'

/** Where a file lives: 'Wrike' in the server's own store, all others are links. */
export const attachmentTypes = [
  'Wrike',
  'Google',
  'DropBox',
  'Box',
  'OneDrive',
  'SharePoint',
  'External',
  'DAM',
] as const
const linkTypes = ['Google', 'DropBox', 'Box', 'OneDrive', 'SharePoint', 'External', 'DAM'] as const

export const previewSizes = ['w44', 'w100', 'w200', 'w300', 'w400', 'h400'] as const

export const Attachment = model('Attachment', {
  id: idText('Attachment'),
  authorId: idText('Contact'),
  name: string(),
  createdDate: instantText(),
  version: integer(),
  type: oneOfText([...attachmentTypes, 'Whiteboard'] as const),
  contentType: string(),
  size: integer(),
  taskId: optional(idText('Task')),
  folderId: optional(idText('Folder')),
  commentId: optional(idText('Comment')),
  currentAttachmentId: optional(idText('Attachment')),
  originVersionId: optional(idText('Attachment')),
  previewUrl: optional(string()),
  url: optional(string()),
  playlistUrl: optional(string()),
  reviewIds: optional(idTexts('Review')),
  width: optional(integer()),
  height: optional(integer()),
  whiteboardId: optional(string()),
})

export const AttachmentUrl = model('AttachmentUrl', { url: string(), playlistUrl: optional(string()) })

const place = { folderId: maybe(id('Folder')), taskId: maybe(id('Task')) }
const versions = () => maybe(flag({ description: 'true: earlier versions too' }))
const withUrls = () => maybe(flag({ description: 'true: with links, those to stored files valid for 24 hours' }))
const sourceUrl = () =>
  maybe(
    text({
      minLength: 1,
      maxLength: 2000,
      description: 'The server fetches the content from this address, in place of a body',
    }),
  )
const fileName = () => maybe(text({ minLength: 1, description: 'Name under which the file is given' }))

export const queryAttachments = operation({
  id: 'queryAttachments',
  method: 'GET',
  paths: ['/attachments', '/folders/{folderId}/attachments', '/tasks/{taskId}/attachments'],
  summary: 'Attachments of the account, a folder or a task',
  description: 'Newest first. For the whole account `createdDate` is required, with a span of less than 31 days.',
  scopes: readScopes,
  kinds: { attachments: Attachment },
  parameters: { ...place, versions: versions(), createdDate: maybe(instantRange()), withUrls: withUrls() },
})

export const getAttachments = operation({
  id: 'getAttachments',
  method: 'GET',
  paths: ['/attachments/{attachmentIds}'],
  summary: 'Attachments by id',
  scopes: readScopes,
  kinds: { attachments: Attachment },
  parameters: { attachmentIds: ids('Attachment', { maxItems: 1000 }), versions: versions(), withUrls: withUrls() },
})

export const downloadAttachment = operation({
  id: 'downloadAttachment',
  method: 'GET',
  paths: ['/attachments/{attachmentId}/download', '/attachments/{attachmentId}/download/{fileName}'],
  summary: 'The file',
  description: 'Ranges and conditional requests are served. Files that are links are not the server’s to give.',
  scopes: readScopes,
  answer: 'binary',
  kinds: {},
  parameters: { attachmentId: id('Attachment'), fileName: fileName() },
})

export const previewAttachment = operation({
  id: 'previewAttachment',
  method: 'GET',
  paths: ['/attachments/{attachmentId}/preview', '/attachments/{attachmentId}/preview/{fileName}'],
  summary: 'A small picture of an image, as PNG',
  description: 'wN: N pixels wide, h400: 400 pixels high; an image that is smaller stays as it is.',
  scopes: readScopes,
  answer: 'binary',
  kinds: {},
  parameters: {
    attachmentId: id('Attachment'),
    fileName: fileName(),
    size: maybe(oneOf(previewSizes, { default: 'w100' })),
  },
})

export const getAttachmentUrl = operation({
  id: 'getAttachmentUrl',
  method: 'GET',
  paths: ['/attachments/{attachmentId}/url'],
  summary: 'A link to the file that needs no access token',
  description: 'Valid for 24 hours for a stored file; for a link it is the link.',
  scopes: readScopes,
  kinds: { url: AttachmentUrl },
  parameters: { attachmentId: id('Attachment') },
})

export const createAttachment = operation({
  id: 'createAttachment',
  method: 'POST',
  paths: ['/folders/{folderId}/attachments', '/tasks/{taskId}/attachments'],
  summary: 'Attaches a file',
  description: 'The body is the file, the header X-File-Name its name.',
  scopes: writeScopes,
  body: 'binary',
  kinds: { attachments: Attachment },
  parameters: { ...place, url: sourceUrl() },
})

export const updateAttachment = operation({
  id: 'updateAttachment',
  method: 'PUT',
  paths: ['/attachments/{attachmentId}'],
  summary: 'Makes a new version of a file',
  description:
    'It has an id of its own; the earlier versions stay. The body is the file, the header X-File-Name its name.',
  scopes: writeScopes,
  body: 'binary',
  kinds: { attachments: Attachment },
  parameters: { attachmentId: id('Attachment'), url: sourceUrl() },
})

export const deleteAttachment = operation({
  id: 'deleteAttachment',
  method: 'DELETE',
  paths: ['/attachments/{attachmentId}'],
  summary: 'Deletes an attachment for good',
  description: 'The current version goes with all earlier ones, an earlier version goes alone.',
  scopes: writeScopes,
  kinds: { attachments: Attachment },
  parameters: { attachmentId: id('Attachment') },
})

export const createCommentAttachment = operation({
  id: 'createCommentAttachment',
  method: 'POST',
  paths: ['/comments/{commentId}/attachments'],
  summary: 'Attaches a file to an own comment',
  description:
    'It shows at the task or folder too, with `commentId`. The body is the file, the header X-File-Name its name.',
  scopes: writeScopes,
  body: 'binary',
  addition: true,
  kinds: { attachments: Attachment },
  parameters: { commentId: id('Comment'), url: sourceUrl() },
})

export const createAttachmentLink = operation({
  id: 'createAttachmentLink',
  method: 'POST',
  paths: ['/folders/{folderId}/attachments/links', '/tasks/{taskId}/attachments/links'],
  summary: 'Attaches a link to a file that lives elsewhere',
  description: 'Nothing is fetched.',
  scopes: writeScopes,
  addition: true,
  kinds: { attachments: Attachment },
  parameters: {
    ...place,
    url: text({ minLength: 1, maxLength: 2000, description: 'http or https' }),
    name: text({ minLength: 1, maxLength: 1000 }),
    type: maybe(oneOf(linkTypes, { default: 'External' })),
    contentType: maybe(text({ minLength: 1, maxLength: 255 })),
    previewUrl: maybe(text({ minLength: 1, maxLength: 2000, description: 'Picture of the file; http or https' })),
  },
})
