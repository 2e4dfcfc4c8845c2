import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { Permit } from '#access/permit.ts'
import type { Role } from '#access/roles.ts'
import { probeTask, seesFolder } from '#access/visible.ts'
import { waysTo } from '#access/why.ts'
import { sql } from '#database/sql.ts'
import { seesPerson } from '../contacts/queries.ts'
import type { relations } from './contract.ts'

/** One way of an entry, with what the caller may know of where it leads from. */
export interface WayRow {
  on: 'task' | 'folder'
  id: number
  kind: 'share' | 'guest'
  role: Role | null
  named: number | null
  group_name: string | null
  group_known: boolean
  known: boolean
  title: string
  is_space: boolean
  is_project: boolean
}

/** Somebody on the list, before the presenter. */
export interface AccessRow {
  principal: number
  part: number
  name: string
  sort_name: string
  /** Null: does not reach the place, and has to do with it. */
  role: Role | null
  invitation_id: number | null
  active: boolean
  manager: boolean
  relations: (typeof relations)[number][]
  ways: WayRow[]
}

/** Place of an entry in the order of the list: part, name, number. */
export type AccessPosition = readonly [part: number, name: string, principal: number]

/**
 * One page of who reaches a place, and of those who should and don't.
 *
 * Plan: as `whyReached`; of the people that this finds one page is joined with its names and ways.
 */
export async function accessRows(
  caller: Caller,
  place: Permit<'read'>,
  after: AccessPosition | undefined,
  limit: number,
): Promise<AccessRow[]> {
  const { accountId } = caller
  const limited = caller.role === 'external' || caller.role === 'collaborator'
  const knowsGroup = limited ? sql`g.group_id = any(${caller.principals}::bigint[])` : sql`true`
  const on = place.on as 'task' | 'folder'
  const { rows } = await sql<AccessRow>`
    with recursive ${waysTo(accountId, { on, id: place.id })},
    related(principal, relation) as (${related(accountId, on, place.id)}),
    known as (
      select principal, coalesce(max(role), 4)::smallint as role from ways group by principal
      union all
      select distinct r.principal, null::smallint from related r
      where r.relation <> 'Author' and not exists (select from ways w where w.principal = r.principal)
    ),
    listed as (
      select k.principal, k.role, i.invitation_id, coalesce(u.state <> 'inactive', true) as active,
        case when k.role is null then 3 when k.principal < 0 then 0 when u.state = 'invited' then 2 else 1 end as part,
        coalesce(g.title, nullif(trim(p.first_name || ' ' || p.last_name), ''), p.email) as name
      from known k
      left join user_group g on g.account_id = ${accountId} and g.group_id = k.principal and ${knowsGroup}
      left join account_user u on u.account_id = ${accountId} and u.person_id = k.principal and ${seesPerson(caller, 'u')}
      left join person p on p.person_id = u.person_id
      left join lateral (
        select max(i.invitation_id) as invitation_id from invitation i
        where i.account_id = ${accountId} and i.person_id = u.person_id and u.state = 'invited' and i.status = 'Pending'
      ) i on true
      where g.group_id is not null or u.state = 'active' or (u.state = 'inactive' and k.role is not null)
        or i.invitation_id is not null
    ),
    page as (
      select *, lower(name) as sort_name from listed
      where ${after ? sql`(part, lower(name), principal) > (${after[0]}::int, ${after[1]}::text, ${after[2]}::bigint)` : sql`true`}
      order by part, lower(name), principal limit ${limit}
    ),
    places as (
      select s."on", s.id, coalesce(t.title, f.title) as title, coalesce(f.is_space, false) as is_space,
        coalesce(f.is_project, false) as is_project,
        case when s."on" = 'folder' then ${seesFolder(caller, sql.ref('s.id'))} else ${probeTask(caller, sql.ref('s.id'))} end as known
      from (select distinct "on", id from shares) s
      left join task t on s."on" = 'task' and t.account_id = ${accountId} and t.task_id = s.id
      left join folder f on s."on" = 'folder' and f.account_id = ${accountId} and f.folder_id = s.id
    ),
    told as (
      select w.principal, json_agg(json_build_object('on', w."on", 'id', w.id, 'kind', w.kind, 'role', w.role, 'named', w.named,
          'group_name', g.title, 'group_known', g.group_id is not null, 'known', l.known, 'title', l.title,
          'is_space', l.is_space, 'is_project', l.is_project)
        order by w."on" <> ${on} or w.id <> ${place.id}, w."on", w.id, w.named nulls first) as ways
      from ways w join places l on l."on" = w."on" and l.id = w.id
      left join user_group g on g.account_id = ${accountId} and g.group_id = w.named and ${knowsGroup}
      where w.principal in (select principal from page) group by w.principal
    )
    select page.*, coalesce(told.ways, '[]') as ways,
      array(select r.relation from related r where r.principal = page.principal order by 1) as relations,
      ${on === 'folder'} and exists (select from folder_share s where s.account_id = ${accountId} and s.folder_id = ${place.id}
        and s.principal_id = page.principal and s.kind = 'share' and s.is_manager) as manager
    from page left join told using (principal)
    order by part, sort_name, principal`.execute(connectionOf(caller))
  return rows
}

/** Who has to do with a place beyond seeing it. */
const related = (accountId: number, on: 'task' | 'folder', id: number) => {
  const asked = sql`
    select d.approver_id, 'Approver' from approval a
    join approval_decision d on d.account_id = a.account_id and d.approval_id = a.approval_id and d.status = 'Pending'
    where a.account_id = ${accountId} and a.${sql.ref(`${on}_id`)} = ${id} and a.status = 'Pending'`
  return on === 'task'
    ? sql`
      select author_id, 'Author' from task where account_id = ${accountId} and task_id = ${id}
      union select person_id, 'Responsible' from task_responsible where account_id = ${accountId} and task_id = ${id}
      union select person_id, 'Follower' from task_follower where account_id = ${accountId} and task_id = ${id}
      union ${asked}`
    : sql`
      select author_id, 'Author' from folder where account_id = ${accountId} and folder_id = ${id}
      union select person_id, 'Owner' from folder_owner where account_id = ${accountId} and folder_id = ${id}
      union ${asked}`
}
