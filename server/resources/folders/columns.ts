import type { Caller } from '#access/caller.ts'
import type { Role } from '#access/roles.ts'
import { seesFolder } from '#access/visible.ts'
import { sql } from '#database/sql.ts'

const folderId = sql.ref('folder.folder_id')

/** Parents the caller sees that are alive, or in the bin with it. */
export const visibleParents = (caller: Caller) => sql<number[]>`array(
  select p.parent_id from folder_parent p join folder up on up.account_id = p.account_id and up.folder_id = p.parent_id
  where p.account_id = ${caller.accountId} and p.folder_id = ${folderId} and p.deleted_with is null
    and (up.deleted_at is null or folder.deleted_at is not null) and ${seesFolder(caller, sql.ref('p.parent_id'))}
  order by p.parent_id)`

/** Folders directly below that the caller sees: living ones, or for a deleted folder those deleted too. */
export const visibleChildren = (caller: Caller) => sql<number[]>`array(
  select p.folder_id from folder_parent p join folder down on down.account_id = p.account_id and down.folder_id = p.folder_id
  where p.account_id = ${caller.accountId} and p.parent_id = ${folderId} and p.deleted_with is null
    and (down.deleted_at is null) = (folder.deleted_at is null) and ${seesFolder(caller, sql.ref('p.folder_id'))}
  order by p.folder_id)`

/** People and groups who reach the folder; those still invited are named apart, by invitation. */
export const sharedWith = (caller: Caller) => sql<number[]>`array(
  select a.principal_id from folder_access a
  where a.account_id = ${caller.accountId} and a.folder_id = ${folderId}
    and (a.principal_id < 0 or exists (select from account_user u
      where u.account_id = a.account_id and u.person_id = a.principal_id and u.state in ('active', 'inactive')))
  order by a.principal_id < 0, a.principal_id)`

export const invitedTo = (caller: Caller) => sql<number[]>`array(
  select i.invitation_id from folder_access a join invitation i on i.account_id = a.account_id and i.person_id = a.principal_id
  where a.account_id = ${caller.accountId} and a.folder_id = ${folderId} and i.status = 'Pending' order by 1)`

export const owners = (caller: Caller) => sql<number[]>`array(
  select o.person_id from folder_owner o join account_user u on u.account_id = o.account_id and u.person_id = o.person_id
  where o.account_id = ${caller.accountId} and o.folder_id = ${folderId} and u.state <> 'invited' order by 1)`

/** Number of the role each contact has here, as pairs. */
export const accessRoles = (caller: Caller) => sql<[number, Role][]>`coalesce((
  select json_agg(json_build_array(a.principal_id, a.role)) from folder_access a
  where a.account_id = ${caller.accountId} and a.folder_id = ${folderId}), '[]')`

/** Files on the folder itself, not versions of them; those in comments too. */
export const attachmentCount = (caller: Caller) => sql<number>`(
  select count(*) from attachment a
  where a.account_id = ${caller.accountId} and a.folder_id = ${folderId} and a.current_id is null)`
