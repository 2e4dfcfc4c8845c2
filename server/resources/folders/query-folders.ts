import type { Caller } from '#access/caller.ts'
import { permit } from '#access/permit.ts'
import { invalidParameter, invalidValue } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { isLogicalFolder, RECYCLE_BIN } from '#ids/types.ts'
import { spaceById } from '../spaces/access.ts'
import { permitSpace } from '../spaces/permit-space.ts'
import { folderRows } from './access.ts'
import type * as contract from './contract/index.ts'
import { folderConditions, hasFilter } from './filters.ts'
import { financeOf } from './finance.ts'
import { presentFolder } from './presenter.ts'
import { folderTree } from './tree.ts'

/**
 * The tree of folders below a place, or folders by filter: `descendants=false` or any filter makes a list of full folders.
 *
 * @throws {Refused} `invalid_parameter` for `pageSize` or `fields` in the form of the tree.
 */
export const queryFolders: Handler<typeof contract.queryFolders> = async ({ caller, input, fields, pages }) => {
  const place = await placeOf(caller, input)
  const deleted = input.folderId === RECYCLE_BIN || input.deleted === true
  if (input.deleted !== undefined && input.folderId !== undefined)
    throw invalidParameter("Parameter 'deleted' is unknown for GET /folders/{folderId}/folders")
  if (input.descendants !== false && !hasFilter(input)) {
    if (input.pageSize !== undefined || pages.after)
      throw invalidValue('pageSize', 'descendants=false or a filter: the tree comes whole')
    if (fields.size > 0) throw invalidValue('fields', 'descendants=false or a filter: fields belong to the list')
    return {
      kind: 'folderTree',
      data: await folderTree(caller, place, { deleted: input.deleted, logicalId: input.folderId }),
    }
  }
  if (fields.has('finance') && input.folderId === undefined)
    throw invalidValue('fields', 'finance on /folders/{folderId}/folders only')

  const conditions = await folderConditions(caller, input)
  const scope = below(caller, place, { descendants: input.descendants !== false })
  const [afterId] = pages.after ?? []
  const rows = await folderRows(caller)
    .where('folder.deleted_at', deleted ? 'is not' : 'is', null)
    .where(sql<boolean>`${sql.join([sql`true`, scope, ...conditions], sql` and `)}`)
    .$if(afterId !== undefined, (query) => query.where('folder.folder_id', '>', afterId as number))
    .orderBy('folder.folder_id')
    .$if(input.pageSize !== undefined, (query) => query.limit((input.pageSize as number) + 1))
    .execute()
  const page = input.pageSize === undefined ? rows : rows.slice(0, input.pageSize)
  const finance = fields.has('finance') ? await financeOf(caller, page) : undefined
  return {
    kind: 'folders',
    data: page.map((row) => presentFolder(caller, row, { ...input, fields, finance })),
    nextPageToken:
      page.length < rows.length ? pages.token([(page.at(-1) as { folder_id: number }).folder_id]) : undefined,
  }
}

/** The folder a query starts from: one that the caller sees, or undefined for the whole account. */
async function placeOf(
  caller: Caller,
  input: { spaceId?: number | undefined; folderId?: number | undefined },
): Promise<number | undefined> {
  if (input.spaceId !== undefined)
    return (await spaceById(caller, (await permitSpace(caller, 'read', input.spaceId)).id)).folder_id
  if (input.folderId === undefined || isLogicalFolder(input.folderId)) return undefined
  return (await permit(caller, 'read', { folder: input.folderId })).id
}

/** Condition: the folder lies below the place; directly so without descendants. Below the root means: under nothing seen. */
function below(caller: Caller, place: number | undefined, { descendants }: { descendants: boolean }) {
  if (place === undefined && descendants) return sql`true`
  const seenParent = sql`select from folder_parent p
    join folder up on up.account_id = p.account_id and up.folder_id = p.parent_id and (up.deleted_at is null) = (folder.deleted_at is null)
    join folder_access a on a.account_id = p.account_id and a.folder_id = p.parent_id and a.principal_id = any(${caller.principals}::bigint[])
    where p.account_id = ${caller.accountId} and p.folder_id = folder.folder_id and p.deleted_with is null`
  if (place === undefined) return sql`not exists (${seenParent})`
  if (!descendants) {
    return sql`exists (select from folder_parent p where p.account_id = ${caller.accountId} and p.folder_id = folder.folder_id
      and p.parent_id = ${place} and p.deleted_with is null)`
  }
  return sql`folder.folder_id in (
    with recursive below(folder_id) as (
      select p.folder_id from folder_parent p where p.account_id = ${caller.accountId} and p.parent_id = ${place} and p.deleted_with is null
      union
      select p.folder_id from folder_parent p join below b on b.folder_id = p.parent_id
      where p.account_id = ${caller.accountId} and p.deleted_with is null
    ) select folder_id from below)`
}
