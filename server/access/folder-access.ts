import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

/**
 * Takes the right to change who reaches which folder in an account, until the transaction ends.
 *
 * `shared` is enough to hang a new leaf under a folder; moving, sharing and deleting take it alone, because what they
 * derive for all folders below must not miss a leaf that is being added.
 */
export async function lockAccess(
  transaction: Kysely<Database>,
  accountId: number,
  mode: 'shared' | 'alone',
): Promise<void> {
  const lock = mode === 'shared' ? sql`pg_advisory_xact_lock_shared` : sql`pg_advisory_xact_lock`
  await sql`select ${lock}(7001, ${accountId}::int)`.execute(transaction)
}

/**
 * Derives `folder_access` anew for the given folders and all below them: own shares, plus what the parents have unless
 * the folder's inheritance is off; the highest role counts. Call it in the transaction that changed shares or parents.
 *
 * A recursive walk finds the folders below; another carries roles down among them, seeded with shares and with what
 * comes from parents outside. 20,000 folders below a folder take about 0.2 s; a leaf takes well under a millisecond.
 */
export async function deriveFolderAccess(
  transaction: Kysely<Database>,
  accountId: number,
  folderIds: readonly number[],
): Promise<void> {
  if (folderIds.length === 0) return
  await sql`
    with recursive below(folder_id) as (
      select unnest(${folderIds}::bigint[])
      union
      select p.folder_id from folder_parent p join below b on b.folder_id = p.parent_id
      where p.account_id = ${accountId} and p.deleted_with is null
    ),
    reached(folder_id, principal_id, role) as (
      select seed.folder_id, seed.principal_id, seed.role from (
        select s.folder_id, s.principal_id, s.role
        from folder_share s join below b on b.folder_id = s.folder_id
        where s.account_id = ${accountId}
        union
        select p.folder_id, a.principal_id, a.role
        from below b
        join folder f on f.account_id = ${accountId} and f.folder_id = b.folder_id and f.inherits_access
        join folder_parent p on p.account_id = ${accountId} and p.folder_id = b.folder_id and p.deleted_with is null
        join folder_access a on a.account_id = ${accountId} and a.folder_id = p.parent_id
        where not exists (select from below o where o.folder_id = p.parent_id)
      ) seed
      union
      select p.folder_id, r.principal_id, r.role
      from reached r
      join folder_parent p on p.account_id = ${accountId} and p.parent_id = r.folder_id and p.deleted_with is null
      join folder f on f.account_id = ${accountId} and f.folder_id = p.folder_id and f.inherits_access
    ),
    wanted as (select folder_id, principal_id, max(role) as role from reached group by 1, 2),
    gone as (
      delete from folder_access a using below b
      where a.account_id = ${accountId} and a.folder_id = b.folder_id
        and not exists (select from wanted w where w.folder_id = a.folder_id and w.principal_id = a.principal_id)
    )
    insert into folder_access as a (account_id, principal_id, folder_id, role)
    select ${accountId}, w.principal_id, w.folder_id, w.role from wanted w
    on conflict (account_id, principal_id, folder_id) do update set role = excluded.role where a.role <> excluded.role
  `.execute(transaction)
}

/** All folders below a folder, itself included; links that wait in the recycle bin do not count. */
export async function foldersBelow(
  transaction: Kysely<Database>,
  accountId: number,
  folderIds: readonly number[],
): Promise<number[]> {
  const { rows } = await sql<{ folder_id: number }>`
    with recursive below(folder_id) as (
      select unnest(${folderIds}::bigint[])
      union
      select p.folder_id from folder_parent p join below b on b.folder_id = p.parent_id
      where p.account_id = ${accountId} and p.deleted_with is null
    ) select folder_id from below`.execute(transaction)
  return rows.map((row) => row.folder_id)
}
