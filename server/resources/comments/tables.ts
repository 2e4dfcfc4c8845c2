import type { Generated } from 'kysely'

export interface CommentTables {
  /** On a task or on a folder: exactly one of the two is set. */
  comment: {
    account_id: number
    comment_id: Generated<number>
    task_id: number | null
    folder_id: number | null
    author_id: number
    text: string
    created_at: Generated<Date>
    updated_at: Generated<Date>
    version: Generated<number>
  }
}
