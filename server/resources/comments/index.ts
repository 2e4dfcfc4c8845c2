import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createComment } from './create-comment.ts'
import { deleteComment } from './delete-comment.ts'
import { getComments } from './get-comments.ts'
import { queryComments } from './query-comments.ts'
import { queryCommentsIn } from './query-comments-in.ts'
import { updateComment } from './update-comment.ts'

export const comments = bind(contract, {
  queryComments,
  queryCommentsIn,
  getComments,
  createComment,
  updateComment,
  deleteComment,
})
