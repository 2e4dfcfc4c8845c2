// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface Attachment {
  id: string
  authorId: string
  name: string
  createdDate: string
  version: number
  type:
    | 'Wrike'
    | 'Google'
    | 'DropBox'
    | 'Box'
    | 'OneDrive'
    | 'SharePoint'
    | 'External'
    | 'DAM'
    | 'Whiteboard'
  contentType: string
  size: number
  taskId?: string
  folderId?: string
  commentId?: string
  currentAttachmentId?: string
  originVersionId?: string
  previewUrl?: string
  url?: string
  playlistUrl?: string
  reviewIds?: string[]
  width?: number
  height?: number
  whiteboardId?: string
}

export interface AttachmentUrl {
  url: string
  playlistUrl?: string
}

/** What {@link queryAttachments} takes. */
export interface QueryAttachmentsInput {
  folderId?: string
  taskId?: string
  /** true: earlier versions too */
  versions?: boolean
  createdDate?: {
    start?: string
    end?: string
  }
  /** true: with links, those to stored files valid for 24 hours */
  withUrls?: boolean
}

/** Attachments of the account, a folder or a task. Newest first. For the whole account `createdDate` is required, with a span of less than 31 days. */
export const queryAttachments = /* @__PURE__ */ operation<QueryAttachmentsInput, Attachment>({
  id: 'queryAttachments',
  method: 'GET',
  paths: ['/attachments', '/folders/{folderId}/attachments', '/tasks/{taskId}/attachments'],
})

/** What {@link getAttachments} takes. */
export interface GetAttachmentsInput {
  attachmentIds: string[]
  /** true: earlier versions too */
  versions?: boolean
  /** true: with links, those to stored files valid for 24 hours */
  withUrls?: boolean
}

/** Attachments by id */
export const getAttachments = /* @__PURE__ */ operation<GetAttachmentsInput, Attachment>({
  id: 'getAttachments',
  method: 'GET',
  paths: ['/attachments/{attachmentIds}'],
})

/** What {@link downloadAttachment} takes. */
export interface DownloadAttachmentInput {
  attachmentId: string
  /** Name under which the file is given */
  fileName?: string
}

/** The file. Ranges and conditional requests are served. Files that are links are not the server’s to give. */
export const downloadAttachment = /* @__PURE__ */ operation<DownloadAttachmentInput, never>({
  id: 'downloadAttachment',
  method: 'GET',
  paths: ['/attachments/{attachmentId}/download', '/attachments/{attachmentId}/download/{fileName}'],
  answer: 'binary',
})

/** What {@link previewAttachment} takes. */
export interface PreviewAttachmentInput {
  attachmentId: string
  /** Name under which the file is given */
  fileName?: string
  size?: 'w44' | 'w100' | 'w200' | 'w300' | 'w400' | 'h400'
}

/** A small picture of an image, as PNG. wN: N pixels wide, h400: 400 pixels high; an image that is smaller stays as it is. */
export const previewAttachment = /* @__PURE__ */ operation<PreviewAttachmentInput, never>({
  id: 'previewAttachment',
  method: 'GET',
  paths: ['/attachments/{attachmentId}/preview', '/attachments/{attachmentId}/preview/{fileName}'],
  answer: 'binary',
})

/** What {@link getAttachmentUrl} takes. */
export interface GetAttachmentUrlInput {
  attachmentId: string
}

/** A link to the file that needs no access token. Valid for 24 hours for a stored file; for a link it is the link. */
export const getAttachmentUrl = /* @__PURE__ */ operation<GetAttachmentUrlInput, AttachmentUrl>({
  id: 'getAttachmentUrl',
  method: 'GET',
  paths: ['/attachments/{attachmentId}/url'],
})

/** What {@link createAttachment} takes. */
export interface CreateAttachmentInput {
  folderId?: string
  taskId?: string
  /** The server fetches the content from this address, in place of a body */
  url?: string
}

/** Attaches a file. The body is the file, the header X-File-Name its name. */
export const createAttachment = /* @__PURE__ */ operation<CreateAttachmentInput, Attachment>({
  id: 'createAttachment',
  method: 'POST',
  paths: ['/folders/{folderId}/attachments', '/tasks/{taskId}/attachments'],
  body: 'binary',
})

/** What {@link updateAttachment} takes. */
export interface UpdateAttachmentInput {
  attachmentId: string
  /** The server fetches the content from this address, in place of a body */
  url?: string
}

/** Makes a new version of a file. It has an id of its own; the earlier versions stay. The body is the file, the header X-File-Name its name. */
export const updateAttachment = /* @__PURE__ */ operation<UpdateAttachmentInput, Attachment>({
  id: 'updateAttachment',
  method: 'PUT',
  paths: ['/attachments/{attachmentId}'],
  body: 'binary',
})

/** What {@link deleteAttachment} takes. */
export interface DeleteAttachmentInput {
  attachmentId: string
}

/** Deletes an attachment for good. The current version goes with all earlier ones, an earlier version goes alone. */
export const deleteAttachment = /* @__PURE__ */ operation<DeleteAttachmentInput, Attachment>({
  id: 'deleteAttachment',
  method: 'DELETE',
  paths: ['/attachments/{attachmentId}'],
})

/** What {@link createCommentAttachment} takes. */
export interface CreateCommentAttachmentInput {
  commentId: string
  /** The server fetches the content from this address, in place of a body */
  url?: string
}

/** Attaches a file to an own comment. It shows at the task or folder too, with `commentId`. The body is the file, the header X-File-Name its name. */
export const createCommentAttachment = /* @__PURE__ */ operation<CreateCommentAttachmentInput, Attachment>({
  id: 'createCommentAttachment',
  method: 'POST',
  paths: ['/comments/{commentId}/attachments'],
  body: 'binary',
})

/** What {@link createAttachmentLink} takes. */
export interface CreateAttachmentLinkInput {
  folderId?: string
  taskId?: string
  /** http or https */
  url: string
  name: string
  type?: 'Google' | 'DropBox' | 'Box' | 'OneDrive' | 'SharePoint' | 'External' | 'DAM'
  contentType?: string
  /** Picture of the file; http or https */
  previewUrl?: string
}

/** Attaches a link to a file that lives elsewhere. Nothing is fetched. */
export const createAttachmentLink = /* @__PURE__ */ operation<CreateAttachmentLinkInput, Attachment>({
  id: 'createAttachmentLink',
  method: 'POST',
  paths: ['/folders/{folderId}/attachments/links', '/tasks/{taskId}/attachments/links'],
})
