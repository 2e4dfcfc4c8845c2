import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { Item } from './drafts.ts'

/** Somebody and an item that they might be told of; of a group, each of its members. */
export interface Candidate {
  principal: number
  item: Item
}

/**
 * The people among the candidates, and behind groups among them, who are active and see the item at this moment. The group of
 * all regular users stands for nobody: what everybody has is news to no one.
 *
 * Plan: members of the groups that are named, groups of the people; then for each pair the primary keys of access.
 */
export async function whoSees(
  database: Kysely<Database>,
  accountId: number,
  candidates: readonly Candidate[],
): Promise<(candidate: Candidate) => number[]> {
  if (candidates.length === 0) return () => []
  const column = <V>(value: (candidate: Candidate) => V) => candidates.map(value)
  const { rows } = await sql<{ principal: number; person: number; on: 'task' | 'folder'; id: number }>`
    with recursive candidate(principal, "on", id) as (
      select distinct * from unnest(${column(({ principal }) => principal)}::bigint[],
        ${column(({ item }) => item.on)}::text[], ${column(({ item }) => item.id)}::bigint[]) as c
    ),
    within(named, group_id) as (
      select distinct c.principal, g.group_id from candidate c
      join user_group g on g.account_id = ${accountId} and g.group_id = c.principal and not g.is_default
      union
      select w.named, p.group_id from within w
      join group_parent p on p.account_id = ${accountId} and p.parent_group_id = w.group_id
    ),
    meant(named, person) as (
      select distinct principal, principal from candidate where principal > 0
      union
      select w.named, m.person_id from within w
      join group_member m on m.account_id = ${accountId} and m.group_id = w.group_id
    ),
    means(person, id) as (
      select distinct person, person from meant
      union
      select m.person, up.id from means m cross join lateral (
        select g.group_id as id from group_member g where g.account_id = ${accountId} and g.person_id = m.id
        union all
        select g.parent_group_id from group_parent g where g.account_id = ${accountId} and g.group_id = m.id
      ) up
    )
    select c.principal, m.person, c."on", c.id from candidate c
    join meant m on m.named = c.principal
    join account_user u on u.account_id = ${accountId} and u.person_id = m.person and u.state = 'active'
    where case when c."on" = 'task' then
        exists (select from task_placement p join folder_access a on a.account_id = p.account_id and a.folder_id = p.folder_id
          where p.account_id = ${accountId} and p.task_id = c.id and p.deleted_with is null
            and a.principal_id in (select id from means where means.person = m.person))
        or exists (select from task_access a where a.account_id = ${accountId} and a.task_id = c.id
          and a.principal_id in (select id from means where means.person = m.person))
      else
        exists (select from folder_access a where a.account_id = ${accountId} and a.folder_id = c.id
          and a.principal_id in (select id from means where means.person = m.person))
      end`.execute(database)
  const key = (principal: number, { on, id }: Item) => `${principal} ${on} ${id}`
  const seen = Map.groupBy(rows, ({ principal, on, id }) => key(principal, { on, id }))
  return ({ principal, item }) => (seen.get(key(principal, item)) ?? []).map(({ person }) => person)
}
