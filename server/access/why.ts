import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { type Role, role } from './roles.ts'

/** One way by which somebody reaches a place: the share that was made, and the group it names. */
export interface Way {
  /** Where the share was made: on the place itself, on a folder above it, or on a task above it. */
  on: 'task' | 'folder'
  id: number
  /** 'guest' is what a public space gives all regular users. */
  kind: 'share' | 'guest'
  /** The group that the share names; null where it names the person. */
  group: number | null
  /** Null for a share of a task: it gives Full, but only to who has no role through a folder. */
  role: Role | null
}

/** Somebody who reaches a place. */
export interface Reaching {
  /** Number of a person, or (negative) of a group that a share names. */
  principal: number
  role: Role
  ways: Way[]
}

/**
 * Who reaches a place and why: the definition of access walked upwards from it, where `folder_access` keeps its result.
 * Groups stand for themselves and, through subgroups, for each of their members. Asked for `only`, it tells of those.
 *
 * Plan: the folders and tasks above (primary keys), their shares, the members of groups that these name; tens of rows for a
 * place, whatever the size of the account, and as many as a group has members. `access.property.test.ts` holds it against the
 * definition.
 */
export async function whyReached(
  database: Kysely<Database>,
  accountId: number,
  place: { on: 'task' | 'folder'; id: number },
  only?: readonly number[],
): Promise<Reaching[]> {
  const { rows } = await sql<Reaching>`
    with recursive ${waysTo(accountId, place)}
    select principal, coalesce(max(role), ${role.full})::smallint as role,
      json_agg(json_build_object('on', "on", 'id', id, 'kind', kind, 'group', named, 'role', role)
        order by "on" <> ${place.on} or id <> ${place.id}, "on", id, named nulls first) as ways
    from ways ${only ? sql`where principal = any(${only}::bigint[])` : sql``} group by principal`.execute(database)
  return rows
}

/** For `with recursive`: the table `ways(principal, named, "on", id, kind, role)`. */
export function waysTo(accountId: number, { on, id }: { on: 'task' | 'folder'; id: number }): RawBuilder<unknown> {
  const tasks =
    on === 'folder'
      ? sql`above_task(task_id) as (select null::bigint where false)`
      : sql`above_task(task_id) as (
          select ${id}::bigint
          union
          select s.super_task_id from above_task a join super_task s on s.account_id = ${accountId} and s.task_id = a.task_id
        )`
  const start =
    on === 'folder'
      ? sql`select ${id}::bigint`
      : sql`select p.folder_id from task_placement p
          where p.account_id = ${accountId} and p.task_id = ${id} and p.deleted_with is null`
  return sql`${tasks},
    above_folder(folder_id) as (
      ${start}
      union
      select p.parent_id from above_folder a
      join folder f on f.account_id = ${accountId} and f.folder_id = a.folder_id and f.inherits_access
      join folder_parent p on p.account_id = ${accountId} and p.folder_id = a.folder_id and p.deleted_with is null
    ),
    shares(principal, "on", id, kind, role) as (
      select s.principal_id, 'folder', s.folder_id, s.kind, s.role
      from above_folder a join folder_share s on s.account_id = ${accountId} and s.folder_id = a.folder_id
      union all
      select s.principal_id, 'task', s.task_id, 'share', null::smallint
      from above_task a join task_share s on s.account_id = ${accountId} and s.task_id = a.task_id
    ),
    within(named, group_id) as (
      select distinct principal, principal from shares where principal < 0
      union
      select w.named, p.group_id from within w
      join group_parent p on p.account_id = ${accountId} and p.parent_group_id = w.group_id
    ),
    meant(named, principal) as (
      select distinct principal, principal from shares
      union
      select w.named, m.person_id from within w
      join group_member m on m.account_id = ${accountId} and m.group_id = w.group_id
    ),
    ways as (
      select m.principal, case when m.named < 0 and m.principal > 0 then m.named end as named, s."on", s.id, s.kind, s.role
      from shares s join meant m on m.named = s.principal
    )`
}
