import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import type * as comments from '#resources/comments/contract.ts'
import type { Caller } from './caller.ts'
import { type Permit, permit } from './permit.ts'
import { visible } from './visible.ts'

/**
 * What must not compile. `tsc` fails when one of these lines is no error any longer: then a missing check has become
 * possible to write.
 */
declare const caller: Caller
declare const mayRead: Permit<'read'>
declare const mayComment: Permit<'comment'>

// @ts-expect-error a query that starts from comments cannot reach the table of tasks
visible(caller, 'comments').selectAll('task')

// @ts-expect-error a read needs a caller
visible(undefined, 'tasks')

change(caller, async (rows) => {
  // @ts-expect-error a bare id permits nothing
  await rows.insert('comment', 5, { task_id: 5, author_id: 1, text: '' })
  // @ts-expect-error a permit to read does not permit a comment
  await rows.insert('comment', mayRead, { task_id: 5, author_id: 1, text: '' })
  // @ts-expect-error a comment needs its text
  await rows.insert('comment', mayComment, { task_id: 5, author_id: 1 })
  // @ts-expect-error the account comes from the caller, never from values
  await rows.insert('comment', mayComment, { account_id: 1, task_id: 5, author_id: 1, text: '' })
  // @ts-expect-error tables that keep order for everybody are not written by operations
  await rows.insert('event', mayComment, {})
  const row = await rows.insert('comment', mayComment, { task_id: 5, author_id: 1, text: '' })
  return changed(row, { type: 'CommentAdded', entityType: 'comment', entityId: row.comment_id })
})

// @ts-expect-error a change without an event is none
change(caller, async () => 'answer')

// @ts-expect-error a permit is made by permit() alone
export const forged: Permit<'comment'> = { accountId: 1, on: 'task', id: 5, role: 4, deleted: false }

// @ts-expect-error there is no such action
permit(caller, 'fly', { task: 5 })

// @ts-expect-error an answer needs the required members of its model
export const incomplete: Handler<typeof comments.createComment> = async () => ({ data: [{ id: 'IEAAAAAQIMAAAAAB' }] })
