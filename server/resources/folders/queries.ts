import type { Kysely } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { deriveFolderAccess, foldersBelow } from '#access/folder-access.ts'
import type { Database } from '#database/schema.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'

/** Derives who reaches these folders, and all below, from shares and parents as the change has left them. */
export async function deriveAccess(rows: Rows, caller: Caller, folderIds: readonly number[]): Promise<void> {
  await deriveFolderAccess(connectionOf(rows), caller.accountId, folderIds)
}

/** Locks the row of a folder until the change ends: two writers of one folder follow each other. */
export async function lockFolder(rows: Rows, caller: Caller, folderId: number): Promise<void> {
  await sql`select from folder where account_id = ${caller.accountId} and folder_id = ${folderId} for no key update`.execute(
    connectionOf(rows),
  )
}

/** Whether `folderId` is `above` itself or lies somewhere below it: then `above` cannot go under it. */
export async function liesBelow(
  rows: Rows,
  caller: Caller,
  above: number,
  folderIds: readonly number[],
): Promise<number | undefined> {
  const below = new Set(await foldersBelow(connectionOf(rows), caller.accountId, [above]))
  return folderIds.find((id) => below.has(id))
}

/** Workflow of new items below these folders: that of the first, or the account's default. */
export async function workflowBelow(caller: Caller, folderId: number | undefined): Promise<number> {
  const { rows } = await sql<{ workflow_id: number }>`
    select coalesce(
      (select coalesce(s.default_project_workflow_id, f.workflow_id) from folder f
        left join space s on s.account_id = f.account_id and s.folder_id = f.folder_id
        where f.account_id = ${caller.accountId} and f.folder_id = ${folderId ?? null}::bigint),
      (select workflow_id from workflow where account_id = ${caller.accountId} and standard)) as workflow_id`.execute(
    connectionOf(caller),
  )
  return (rows[0] as { workflow_id: number }).workflow_id
}

/** Status group of a custom status of the account, or undefined. */
export async function groupOfStatus(caller: Caller, customStatusId: number): Promise<string | undefined> {
  const row = await statusRow(connectionOf(caller), caller.accountId, customStatusId)
  return row?.status_group
}

const statusRow = (database: Kysely<Database>, accountId: number, customStatusId: number) =>
  database
    .selectFrom('custom_status')
    .select('status_group')
    .where('account_id', '=', accountId)
    .where('custom_status_id', '=', customStatusId)
    .executeTakeFirst()

/** Whether anybody is left who may share the folder. */
export async function canStillBeShared(rows: Rows, caller: Caller, folderId: number): Promise<boolean> {
  const full = await connectionOf(rows)
    .selectFrom('folder_access')
    .select('principal_id')
    .where('account_id', '=', caller.accountId)
    .where('folder_id', '=', folderId)
    .where('role', '=', 4)
    .executeTakeFirst()
  return full !== undefined
}

/** All links between folders of the account that are not waiting in the recycle bin. */
export const edgesOf = (caller: Caller): Promise<{ parent_id: number; folder_id: number }[]> =>
  connectionOf(caller)
    .selectFrom('folder_parent')
    .select(['parent_id', 'folder_id'])
    .where('account_id', '=', caller.accountId)
    .where('deleted_with', 'is', null)
    .orderBy('folder_id')
    .execute()
