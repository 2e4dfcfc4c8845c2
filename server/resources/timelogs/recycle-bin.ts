import type { Caller } from '#access/caller.ts'
import { sql } from '#database/sql.ts'

/**
 * Condition: the record's task does not lie in the recycle bin, unless the task itself is named, or a folder that lies
 * there too.
 */
export const outsideBin = (caller: Caller, place: { taskId?: number | undefined; folderId?: number | undefined }) =>
  sql<boolean>`(timelog.task_id = ${place.taskId ?? null}::bigint
    or exists (select from folder f where f.account_id = ${caller.accountId}
      and f.folder_id = ${place.folderId ?? null}::bigint and f.deleted_at is not null)
    or not exists (select from task t where t.account_id = timelog.account_id
      and t.task_id = timelog.task_id and t.deleted_at is not null))`
