// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface Comment {
  id: string
  authorId: string
  text: string
  updatedDate: string
  createdDate: string
  taskId?: string
  folderId?: string
  attachmentIds?: string[]
  type?: 'Email' | 'Regular'
  emailSubject?: string
  direction?: string
  externalRequester?: CommentExternalRequester
}

export interface CommentExternalRequester {
  id: string
  firstName: string
  lastName: string
  email: string
}

/** What {@link queryComments} takes. */
export interface QueryCommentsInput {
  /** true: text without markup; otherwise HTML */
  plainText?: boolean
  /** Regular comments alone unless Email is named */
  types?: ('Email' | 'Regular')[]
  createdDate?: {
    start?: string
    end?: string
  }
  /** @deprecated Deprecated since 2026-11-25. It has always filtered by creation. Instead: the parameter createdDate. */
  updatedDate?: {
    start?: string
    end?: string
  }
  limit?: number
  /** Members that come only when they are asked for. */
  fields?: 'type'[]
}

/** Comments on everything the caller sees. Newest first. Email comments only when `types` asks for them. */
export const queryComments = /* @__PURE__ */ operation<QueryCommentsInput, Comment>({
  id: 'queryComments',
  method: 'GET',
  paths: ['/comments'],
})

/** What {@link queryCommentsIn} takes. */
export interface QueryCommentsInInput {
  folderId?: string
  taskId?: string
  /** true: text without markup; otherwise HTML */
  plainText?: boolean
  /** Regular comments alone unless Email is named */
  types?: ('Email' | 'Regular')[]
  /** Members that come only when they are asked for. */
  fields?: 'type'[]
}

/** Comments on one folder or task. Newest first. */
export const queryCommentsIn = /* @__PURE__ */ operation<QueryCommentsInInput, Comment>({
  id: 'queryCommentsIn',
  method: 'GET',
  paths: ['/folders/{folderId}/comments', '/tasks/{taskId}/comments'],
})

/** What {@link getComments} takes. */
export interface GetCommentsInput {
  commentIds: string[]
  /** true: text without markup; otherwise HTML */
  plainText?: boolean
  /** Regular comments alone unless Email is named */
  types?: ('Email' | 'Regular')[]
  /** Members that come only when they are asked for. */
  fields?: 'type'[]
}

/** Comments by id */
export const getComments = /* @__PURE__ */ operation<GetCommentsInput, Comment>({
  id: 'getComments',
  method: 'GET',
  paths: ['/comments/{commentIds}'],
})

/** What {@link createComment} takes. */
export interface CreateCommentInput {
  folderId?: string
  taskId?: string
  text: string
  /** true: text without markup; otherwise HTML */
  plainText?: boolean
}

/** Adds a comment */
export const createComment = /* @__PURE__ */ operation<CreateCommentInput, Comment>({
  id: 'createComment',
  method: 'POST',
  paths: ['/folders/{folderId}/comments', '/tasks/{taskId}/comments'],
})

/** What {@link updateComment} takes. */
export interface UpdateCommentInput {
  commentId: string
  text: string
  /** true: text without markup; otherwise HTML */
  plainText?: boolean
}

/** Changes the text of an own comment. In the first five minutes after it was written. */
export const updateComment = /* @__PURE__ */ operation<UpdateCommentInput, Comment>({
  id: 'updateComment',
  method: 'PUT',
  paths: ['/comments/{commentId}'],
})

/** What {@link deleteComment} takes. */
export interface DeleteCommentInput {
  commentId: string
}

/** Deletes a comment for good */
export const deleteComment = /* @__PURE__ */ operation<DeleteCommentInput, Comment>({
  id: 'deleteComment',
  method: 'DELETE',
  paths: ['/comments/{commentId}'],
})
