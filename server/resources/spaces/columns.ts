import type { Caller } from '#access/caller.ts'
import type { Role } from '#access/roles.ts'
import { sql } from '#database/sql.ts'
import type { MemberRow } from './access.ts'

const spaceId = sql.ref('folder.folder_id')

const member = sql`json_build_object('id', s.principal_id, 'role', s.role, 'manager', s.is_manager)`

/** People and groups who are members; those still invited are apart, by their invitation. */
export const membersOf = (caller: Caller) => sql<MemberRow[]>`coalesce((
  select json_agg(${member} order by s.principal_id < 0, s.principal_id)
  from folder_share s
  left join account_user u on u.account_id = s.account_id and u.person_id = s.principal_id
  where s.account_id = ${caller.accountId} and s.folder_id = ${spaceId} and s.kind = 'share'
    and (s.principal_id < 0 or u.state in ('active', 'inactive'))), '[]')`

export const invitedMembers = (caller: Caller) => sql<MemberRow[]>`coalesce((
  select json_agg(json_build_object('id', i.invitation_id, 'role', s.role, 'manager', s.is_manager) order by i.invitation_id)
  from folder_share s
  join invitation i on i.account_id = s.account_id and i.person_id = s.principal_id and i.status = 'Pending'
  where s.account_id = ${caller.accountId} and s.folder_id = ${spaceId} and s.kind = 'share'), '[]')`

/** What a public space gives all regular users. */
export const guestRole = (caller: Caller) => sql<Role | null>`(
  select g.role from folder_share g
  where g.account_id = ${caller.accountId} and g.folder_id = ${spaceId} and g.kind = 'guest' limit 1)`

/** Condition: the caller is a member, by itself or through a group. */
export const isMember = (caller: Caller) => sql<boolean>`exists (
  select from folder_share s
  where s.account_id = ${caller.accountId} and s.folder_id = ${spaceId} and s.kind = 'share'
    and s.principal_id = any(${caller.principals}::bigint[]))`
