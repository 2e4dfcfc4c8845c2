import { type SelectQueryBuilder, sql } from 'kysely'
import type { AccountDatabase } from '#database/schema.ts'
import type { ApprovalTables } from '#resources/approvals/tables.ts'
import type { AttachmentTables } from '#resources/attachments/tables.ts'
import type { BlueprintTables } from '#resources/blueprints/tables.ts'
import type { BookingTables } from '#resources/bookings/tables.ts'
import type { CommentTables } from '#resources/comments/tables.ts'
import type { DependencyTables } from '#resources/dependencies/tables.ts'
import type { FolderTables } from '#resources/folders/tables.ts'
import type { RequestFormTables } from '#resources/request-forms/tables.ts'
import type { SpaceTables } from '#resources/spaces/tables.ts'
import type { TaskTables } from '#resources/tasks/tables.ts'
import type { TimelogTables } from '#resources/timelogs/tables.ts'
import type { ViewTables } from '#resources/views/tables.ts'
import type { Caller } from './caller.ts'
import { connectionOf } from './connection.ts'

/** Each thing that is shared or not: the table it starts from, and the tables its queries may use. */
interface Things {
  tasks: { from: 'task'; tables: TaskTables }
  folders: { from: 'folder'; tables: FolderTables }
  spaces: { from: 'folder'; tables: FolderTables & SpaceTables }
  comments: { from: 'comment'; tables: CommentTables }
  attachments: { from: 'attachment'; tables: AttachmentTables }
  approvals: { from: 'approval'; tables: ApprovalTables }
  requestForms: { from: 'request_form'; tables: RequestFormTables }
  dependencies: { from: 'dependency'; tables: DependencyTables }
  folderBlueprints: { from: 'folder_blueprint'; tables: BlueprintTables & FolderTables }
  taskBlueprints: { from: 'task_blueprint'; tables: BlueprintTables & TaskTables }
  bookings: { from: 'booking'; tables: BookingTables & Pick<FolderTables, 'folder'> }
  timelogs: { from: 'timelog'; tables: TimelogTables }
  views: { from: 'saved_view'; tables: ViewTables }
}
export type Thing = keyof Things
export type Visible<T extends Thing> = SelectQueryBuilder<
  Things[T]['tables'],
  Things[T]['from'] & keyof Things[T]['tables'],
  object
>

/**
 * The query of all rows of a kind that the caller may see: of its account, and shared with it. Every read starts here.
 * Things in the recycle bin are among them; a list says `.where('task.deleted_at', 'is', null)`.
 *
 * @example visible(caller, 'tasks').select(['task_id', 'title']).where('task.deleted_at', 'is', null)
 */
export function visible<T extends Thing>(caller: Caller, thing: T): Visible<T> {
  return starts[thing](caller) as unknown as Visible<T>
}

const starts = {
  tasks: (caller: Caller) => ofAccount(caller, 'task').where(seesTask(caller, sql.ref('task.task_id'))),
  folders: (caller: Caller) => ofAccount(caller, 'folder').where(seesFolder(caller, sql.ref('folder.folder_id'))),
  spaces: (caller: Caller) =>
    ofAccount(caller, 'folder')
      .where('folder.is_space', '=', true)
      .where(seesFolder(caller, sql.ref('folder.folder_id'))),
  comments: (caller: Caller) =>
    ofAccount(caller, 'comment').where(sql<boolean>`(
      (comment.task_id is not null and ${probeTask(caller, sql.ref('comment.task_id'))})
      or (comment.folder_id is not null and ${seesFolder(caller, sql.ref('comment.folder_id'))}))`),
  attachments: (caller: Caller) =>
    ofAccount(caller, 'attachment').where(sql<boolean>`(
      (attachment.task_id is not null and ${probeTask(caller, sql.ref('attachment.task_id'))})
      or (attachment.folder_id is not null and ${seesFolder(caller, sql.ref('attachment.folder_id'))}))`),
  approvals: (caller: Caller) =>
    ofAccount(caller, 'approval').where(sql<boolean>`(
      (approval.task_id is not null and ${probeTask(caller, sql.ref('approval.task_id'))})
      or (approval.folder_id is not null and ${seesFolder(caller, sql.ref('approval.folder_id'))}))`),
  requestForms: (caller: Caller) =>
    ofAccount(caller, 'request_form').where(seesFolder(caller, sql.ref('request_form.space_id'))),
  dependencies: (caller: Caller) =>
    ofAccount(caller, 'dependency')
      .where(probeTask(caller, sql.ref('dependency.predecessor_id')))
      .where(probeTask(caller, sql.ref('dependency.successor_id'))),
  folderBlueprints: (caller: Caller) =>
    ofAccount(caller, 'folder_blueprint').where(seesBlueprints(caller, sql.ref('folder_blueprint.space_id'))),
  taskBlueprints: (caller: Caller) =>
    ofAccount(caller, 'task_blueprint').where(seesBlueprints(caller, sql.ref('task_blueprint.space_id'))),
  bookings: (caller: Caller) => ofAccount(caller, 'booking').where(seesFolder(caller, sql.ref('booking.folder_id'))),
  timelogs: (caller: Caller) => ofAccount(caller, 'timelog').where(probeTask(caller, sql.ref('timelog.task_id'))),
  views: (caller: Caller) =>
    ofAccount(caller, 'saved_view').where(sql<boolean>`(
      (saved_view.shared or saved_view.owner_id = ${caller.personId})
      and (saved_view.folder_id is null or ${seesFolder(caller, sql.ref('saved_view.folder_id'))}))`),
} satisfies Record<Thing, (caller: Caller) => unknown>

function ofAccount<T extends keyof AccountDatabase & string>(caller: Caller, table: T) {
  const database = connectionOf(caller) as unknown as {
    selectFrom(table: string): SelectQueryBuilder<AccountDatabase, T, object>
  }
  return database.selectFrom(table).where(sql.ref(`${table}.account_id`), '=', caller.accountId)
}

/** Condition: the space is shared with the caller, and not in the recycle bin. */
const seesBlueprints = (caller: Caller, spaceId: ReturnType<typeof sql.ref>) => sql<boolean>`(
  ${seesFolder(caller, spaceId)}
  and (select f.deleted_at is null from folder f where f.account_id = ${caller.accountId} and f.folder_id = ${spaceId}))`

/** Condition: the folder is shared with the caller, by itself or from above. */
export function seesFolder(caller: Caller, folderId: ReturnType<typeof sql.ref>) {
  return sql<boolean>`exists (
    select from folder_access a
    where a.account_id = ${caller.accountId} and a.folder_id = ${folderId} and a.principal_id = any(${caller.principals}::bigint[]))`
}

/**
 * Condition: the task is in a folder the caller sees, or shared with it by itself or through a task above.
 * Walking an order, a probe for each task is best; a caller who sees little is better served by collecting it first.
 */
export function seesTask(caller: Caller, taskId: ReturnType<typeof sql.ref>) {
  return caller.reach === 'wide' ? probeTask(caller, taskId) : collectTask(caller, taskId)
}

/** The same for a task that is at hand. Scalar subqueries, not `exists`: PostgreSQL would build a table of all that is visible for one page of it. */
export function probeTask(caller: Caller, taskId: ReturnType<typeof sql.ref>) {
  return sql<boolean>`((
    select true from task_placement p
    join folder_access a on a.account_id = p.account_id and a.folder_id = p.folder_id
    where p.account_id = ${caller.accountId} and p.task_id = ${taskId} and p.deleted_with is null
      and a.principal_id = any(${caller.principals}::bigint[]) limit 1)
  or (
    select true from task_access t
    where t.account_id = ${caller.accountId} and t.task_id = ${taskId}
      and t.principal_id = any(${caller.principals}::bigint[]) limit 1))`
}

function collectTask(caller: Caller, taskId: ReturnType<typeof sql.ref>) {
  return sql<boolean>`${taskId} in (
    select p.task_id from folder_access a
    join task_placement p on p.account_id = a.account_id and p.folder_id = a.folder_id and p.deleted_with is null
    where a.account_id = ${caller.accountId} and a.principal_id = any(${caller.principals}::bigint[])
    union
    select t.task_id from task_access t
    where t.account_id = ${caller.accountId} and t.principal_id = any(${caller.principals}::bigint[]))`
}
