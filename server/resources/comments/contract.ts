import { deprecated } from '#contract/deprecation.ts'
import { idText, idTexts, instantText, model, oneOfText, optional, string } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import {
  filledText,
  flag,
  id,
  ids,
  instantRange,
  integer,
  listOf,
  optional as maybe,
  oneOf,
} from '#contract/parameters.ts'

const types = ['Email', 'Regular'] as const

const ExternalRequester = model('CommentExternalRequester', {
  id: string(),
  firstName: string(),
  lastName: string(),
  email: string(),
})

export const Comment = model('Comment', {
  id: idText('Comment'),
  authorId: idText('Contact'),
  text: string(),
  updatedDate: instantText(),
  createdDate: instantText(),
  taskId: optional(idText('Task')),
  folderId: optional(idText('Folder')),
  attachmentIds: optional(idTexts('Attachment')),
  type: optional(oneOfText(types)),
  emailSubject: optional(string()),
  direction: optional(string()),
  externalRequester: optional(ExternalRequester),
})

/** Text as HTML unless `plainText` is set. */
const plainText = () => maybe(flag({ description: 'true: text without markup; otherwise HTML' }))
const typeFilter = () => maybe(listOf(oneOf(types), { description: 'Regular comments alone unless Email is named' }))
const fields = ['type'] as const

export const queryComments = operation({
  id: 'queryComments',
  method: 'GET',
  paths: ['/comments'],
  summary: 'Comments on everything the caller sees',
  description: 'Newest first. Email comments only when `types` asks for them.',
  scopes: readScopes,
  feature: 'accountComments',
  kinds: { comments: Comment },
  fields,
  parameters: {
    plainText: plainText(),
    types: typeFilter(),
    createdDate: maybe(instantRange()),
    updatedDate: deprecated(maybe(instantRange()), {
      since: '2026-11-25',
      why: 'It has always filtered by creation',
      instead: 'the parameter createdDate',
    }),
    limit: maybe(integer({ minimum: 1, maximum: 1000 })),
  },
})

export const queryCommentsIn = operation({
  id: 'queryCommentsIn',
  method: 'GET',
  paths: ['/folders/{folderId}/comments', '/tasks/{taskId}/comments'],
  summary: 'Comments on one folder or task',
  description: 'Newest first.',
  scopes: readScopes,
  kinds: { comments: Comment },
  fields,
  parameters: { folderId: maybe(id('Folder')), taskId: maybe(id('Task')), plainText: plainText(), types: typeFilter() },
})

export const getComments = operation({
  id: 'getComments',
  method: 'GET',
  paths: ['/comments/{commentIds}'],
  summary: 'Comments by id',
  scopes: readScopes,
  kinds: { comments: Comment },
  fields,
  parameters: { commentIds: ids('Comment', { maxItems: 1000 }), plainText: plainText(), types: typeFilter() },
})

export const createComment = operation({
  id: 'createComment',
  method: 'POST',
  paths: ['/folders/{folderId}/comments', '/tasks/{taskId}/comments'],
  summary: 'Adds a comment',
  scopes: writeScopes,
  kinds: { comments: Comment },
  parameters: { folderId: maybe(id('Folder')), taskId: maybe(id('Task')), text: filledText(), plainText: plainText() },
})

export const updateComment = operation({
  id: 'updateComment',
  method: 'PUT',
  paths: ['/comments/{commentId}'],
  summary: 'Changes the text of an own comment',
  description: 'In the first five minutes after it was written.',
  scopes: writeScopes,
  conditional: true,
  kinds: { comments: Comment },
  parameters: { commentId: id('Comment'), text: filledText(), plainText: plainText() },
})

export const deleteComment = operation({
  id: 'deleteComment',
  method: 'DELETE',
  paths: ['/comments/{commentId}'],
  summary: 'Deletes a comment for good',
  scopes: writeScopes,
  kinds: { comments: Comment },
  parameters: { commentId: id('Comment') },
})
