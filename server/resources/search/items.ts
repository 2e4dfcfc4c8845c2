import { type Caller, withReach } from '#access/caller.ts'
import { visible } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import type { Item, ItemKind } from './item.ts'

/** What a row of `folder` is. */
export const folderKind = sql<ItemKind>`case when folder.is_space then 'Space' when folder.is_project then 'Project' else 'Folder' end`

/** Those of these tasks and folders that the caller sees and that are not in the recycle bin, by number: two queries. */
export async function livingItems(
  caller: Caller,
  { tasks, folders }: { tasks: readonly number[]; folders: readonly number[] },
): Promise<Map<number, Item>> {
  const foundTasks =
    tasks.length === 0
      ? []
      : await visible(withReach(caller, 'wide'), 'tasks')
          .select(['task.task_id as number', 'task.title as title', 'task.custom_status_id as statusId'])
          .where('task.task_id', 'in', tasks)
          .where('task.deleted_at', 'is', null)
          .execute()
  const foundFolders =
    folders.length === 0
      ? []
      : await visible(caller, 'folders')
          .select(['folder.folder_id as number', 'folder.title as title', 'folder.project_status_id as statusId'])
          .select(folderKind.as('kind'))
          .where('folder.folder_id', 'in', folders)
          .where('folder.deleted_at', 'is', null)
          .execute()
  return new Map<number, Item>([
    ...foundTasks.map((row): [number, Item] => [row.number, { ...row, kind: 'Task' }]),
    ...foundFolders.map((row): [number, Item] => [row.number, row]),
  ])
}
