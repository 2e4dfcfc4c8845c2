import type { Caller } from '#access/caller.ts'
import { permit } from '#access/permit.ts'
import { sql } from '#database/sql.ts'
import { RECYCLE_BIN, ROOT_FOLDER } from '#ids/types.ts'
import { permitSpace } from '../spaces/permit-space.ts'
import type { TaskQuery } from './filters.ts'

/** Which tasks a query is about, before its filters. */
export interface Scope {
  condition: ReturnType<typeof sql<boolean>>
  /** The recycle bin holds deleted tasks, everywhere else there are living ones. */
  deleted: boolean
}

/**
 * The tasks of the account, of a folder, or of a folder and all below it, root and bin alike. Tasks only inside others need
 * `subTasks`.
 *
 * @throws {Refused} for a folder or space that doesn't exist or is hidden.
 */
export async function readScope(caller: Caller, input: TaskQuery): Promise<Scope> {
  const deleted = input.folderId === RECYCLE_BIN
  const place = await readPlace(caller, input)
  const subTasks = input.subTasks || deleted ? sql<boolean>`true` : sql<boolean>`not task.only_subtask`
  if (place !== undefined)
    return { deleted: place.deleted, condition: sql<boolean>`${subTasks} and ${inFolder(caller, place.id, input)}` }
  if (input.descendants || input.folderId === undefined) return { deleted, condition: subTasks }
  // The root without what is below: tasks that hang under nothing the caller sees. The bin: what did not go with another.
  const alone = deleted ? sql<boolean>`task.deleted_with = task.task_id` : sql<boolean>`not ${inAnyFolder(caller)}`
  return { deleted, condition: sql<boolean>`${subTasks} and ${alone}` }
}

async function readPlace(caller: Caller, input: TaskQuery): Promise<{ id: number; deleted: boolean } | undefined> {
  if (input.spaceId !== undefined) return permitSpace(caller, 'read', input.spaceId)
  if (input.folderId === undefined || input.folderId === ROOT_FOLDER || input.folderId === RECYCLE_BIN) return undefined
  return permit(caller, 'read', { folder: input.folderId })
}

/** Subtasks belong to the folders of the tasks they are in. */
function inFolder(caller: Caller, folderId: number, input: TaskQuery) {
  const own = input.subTasks ? sql`` : sql`and p.direct`
  if (!input.descendants) {
    return sql<boolean>`task.task_id in (select p.task_id from task_placement p
      where p.account_id = ${caller.accountId} and p.folder_id = ${folderId} and p.deleted_with is null ${own})`
  }
  return sql<boolean>`task.task_id in (
    with recursive below(folder_id) as (
      select ${folderId}::bigint
      union
      select l.folder_id from folder_parent l join below b on b.folder_id = l.parent_id
      where l.account_id = ${caller.accountId} and l.deleted_with is null
    )
    select p.task_id from below b join task_placement p on p.account_id = ${caller.accountId} and p.folder_id = b.folder_id and p.deleted_with is null ${own})`
}

const inAnyFolder = (caller: Caller) => sql<boolean>`exists (select from task_placement p
  join folder_access a on a.account_id = p.account_id and a.folder_id = p.folder_id and a.principal_id = any(${caller.principals}::bigint[])
  where p.account_id = ${caller.accountId} and p.task_id = task.task_id and p.deleted_with is null)`
