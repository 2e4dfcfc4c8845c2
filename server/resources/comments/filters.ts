import { sql } from '#database/sql.ts'

/** Condition: what the comment is on does not lie in the recycle bin. */
export const outsideBin = sql<boolean>`(
  not exists (select from task t
    where t.account_id = comment.account_id and t.task_id = comment.task_id and t.deleted_at is not null)
  and not exists (select from folder f
    where f.account_id = comment.account_id and f.folder_id = comment.folder_id and f.deleted_at is not null))`
