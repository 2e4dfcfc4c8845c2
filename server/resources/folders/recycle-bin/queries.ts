import type { Kysely } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { deriveFolderAccess } from '#access/folder-access.ts'
import type { Database } from '#database/schema.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'

/**
 * Moves a folder to the recycle bin with everything below that lives nowhere else: folders all of whose parents go, tasks
 * all of whose folders and super tasks go. Links from what goes to what stays wait until it is restored.
 */
export async function moveToBin(rows: Rows, caller: Caller, folderId: number): Promise<void> {
  const database = connectionOf(rows)
  const account = caller.accountId
  await sql`
    with recursive below(folder_id) as (
      select ${folderId}::bigint
      union
      select p.folder_id from folder_parent p join below b on b.folder_id = p.parent_id
      join folder f on f.account_id = p.account_id and f.folder_id = p.folder_id and f.deleted_at is null
      where p.account_id = ${account} and p.deleted_with is null
    ),
    -- What is reached from a parent outside stays, with all below it.
    stays(folder_id) as (
      select p.folder_id from folder_parent p join below b on b.folder_id = p.folder_id
      join folder up on up.account_id = p.account_id and up.folder_id = p.parent_id and up.deleted_at is null
      where p.account_id = ${account} and p.deleted_with is null and b.folder_id <> ${folderId}
        and not exists (select from below o where o.folder_id = p.parent_id)
      union
      select p.folder_id from stays s join folder_parent p on p.account_id = ${account} and p.parent_id = s.folder_id and p.deleted_with is null
      where p.folder_id <> ${folderId}
    )
    update folder set deleted_at = now(), deleted_with = ${folderId}, updated_at = now(), version = version + 1
    where account_id = ${account} and folder_id in (select folder_id from below except select folder_id from stays)`.execute(
    database,
  )
  const gone = sql`select folder_id from folder where account_id = ${account} and deleted_with = ${folderId}`
  await sql`
    with recursive gone as (${gone}),
    touched(task_id) as (
      select p.task_id from task_placement p join gone g on g.folder_id = p.folder_id
      join task t on t.account_id = p.account_id and t.task_id = p.task_id and t.deleted_at is null
      where p.account_id = ${account} and p.deleted_with is null
      union
      select s.task_id from super_task s join touched u on u.task_id = s.super_task_id
      join task t on t.account_id = s.account_id and t.task_id = s.task_id and t.deleted_at is null
      where s.account_id = ${account}
    ),
    stays(task_id) as (
      select u.task_id from touched u where exists (
        select from task_placement p where p.account_id = ${account} and p.task_id = u.task_id and p.direct and p.deleted_with is null
          and not exists (select from gone g where g.folder_id = p.folder_id))
      union
      select u.task_id from touched u join super_task s on s.account_id = ${account} and s.task_id = u.task_id
      join task up on up.account_id = ${account} and up.task_id = s.super_task_id and up.deleted_at is null
      where not exists (select from touched o where o.task_id = s.super_task_id)
      union
      select s.task_id from stays y join super_task s on s.account_id = ${account} and s.super_task_id = y.task_id
    )
    update task set deleted_at = now(), deleted_with = ${folderId}, updated_at = now(), version = version + 1
    where account_id = ${account} and task_id in (select task_id from touched except select task_id from stays)`.execute(
    database,
  )
  await sql`
    update folder_parent p set deleted_with = ${folderId} from folder up, folder down
    where p.account_id = ${account} and p.deleted_with is null
      and up.account_id = p.account_id and up.folder_id = p.parent_id and up.deleted_with = ${folderId}
      and down.account_id = p.account_id and down.folder_id = p.folder_id and down.deleted_at is null`.execute(database)
  await sql`
    update task_placement p set deleted_with = ${folderId} from folder up, task down
    where p.account_id = ${account} and p.deleted_with is null
      and up.account_id = p.account_id and up.folder_id = p.folder_id and up.deleted_with = ${folderId}
      and down.account_id = p.account_id and down.task_id = p.task_id and down.deleted_at is null`.execute(database)
  await deriveFolderAccess(database, account, await waitingChildren(database, account, folderId))
}

/**
 * Makes a folder that went to the bin with another the root of its own deletion, with what is below it, so that it can be
 * restored alone.
 */
async function detach(database: Kysely<Database>, accountId: number, folderId: number): Promise<void> {
  const below = sql`
    with recursive below(folder_id) as (
      select ${folderId}::bigint
      union
      select p.folder_id from folder_parent p join below b on b.folder_id = p.parent_id
      join folder f on f.account_id = p.account_id and f.folder_id = p.folder_id and f.deleted_at is not null
      where p.account_id = ${accountId} and p.deleted_with is null
    )`
  await sql`${below} update task t set deleted_with = ${folderId} from task_placement p, below b
    where t.account_id = ${accountId} and t.deleted_at is not null and p.account_id = t.account_id and p.task_id = t.task_id and p.folder_id = b.folder_id`.execute(
    database,
  )
  await sql`${below} update task_placement p set deleted_with = ${folderId} from below b
    where p.account_id = ${accountId} and p.folder_id = b.folder_id and p.deleted_with is not null`.execute(database)
  await sql`${below} update folder_parent p set deleted_with = ${folderId} from below b
    where p.account_id = ${accountId} and p.parent_id = b.folder_id and p.deleted_with is not null`.execute(database)
  await sql`${below} update folder f set deleted_with = ${folderId} from below b where f.account_id = ${accountId} and f.folder_id = b.folder_id`.execute(
    database,
  )
}

/** Brings back a folder and all that went with it, to its former parents; under the root if none of them is left. */
export async function restoreFromBin(rows: Rows, caller: Caller, folderId: number): Promise<void> {
  const database = connectionOf(rows)
  const account = caller.accountId
  await detach(database, account, folderId)
  const waiting = await waitingChildren(database, account, folderId)
  await sql`update folder_parent set deleted_with = null where account_id = ${account} and deleted_with = ${folderId}`.execute(
    database,
  )
  await sql`update task_placement set deleted_with = null where account_id = ${account} and deleted_with = ${folderId}`.execute(
    database,
  )
  await sql`update task set deleted_at = null, deleted_with = null, updated_at = now(), version = version + 1
    where account_id = ${account} and deleted_with = ${folderId}`.execute(database)
  const { rows: back } = await sql<{ folder_id: number }>`
    update folder set deleted_at = null, deleted_with = null, updated_at = now(), version = version + 1
    where account_id = ${account} and deleted_with = ${folderId} returning folder_id`.execute(database)
  // Who was the only one to reach it through a parent that is gone must not lose it: it becomes theirs, under the root.
  await sql`insert into folder_share (account_id, folder_id, principal_id, role)
    select ${account}, ${folderId}, ${caller.personId}, 4
    where not exists (select from folder_parent p join folder up on up.account_id = p.account_id and up.folder_id = p.parent_id and up.deleted_at is null
      where p.account_id = ${account} and p.folder_id = ${folderId})
    on conflict do nothing`.execute(database)
  await sql`delete from folder_parent p using folder up
    where p.account_id = ${account} and p.folder_id = ${folderId} and up.account_id = p.account_id and up.folder_id = p.parent_id and up.deleted_at is not null`.execute(
    database,
  )
  await deriveFolderAccess(database, account, [...back.map((row) => row.folder_id), ...waiting])
}

/** Living folders whose link to a deleted parent waits. */
async function waitingChildren(database: Kysely<Database>, accountId: number, folderId: number): Promise<number[]> {
  const found = await database
    .selectFrom('folder_parent')
    .select('folder_id')
    .where('account_id', '=', accountId)
    .where('deleted_with', '=', folderId)
    .execute()
  return found.map((row) => row.folder_id)
}
