import type { Caller } from '#access/caller.ts'
import { sql } from '#database/sql.ts'

/**
 * For `with recursive`: the table `means(principal, id)` of people and groups, each with itself and all groups it belongs to,
 * through subgroups too. What is shared with one of the ids is shared with the principal.
 */
export const withGroups = (caller: Caller, principals: readonly number[]) => sql`means(principal, id) as (
  select p, p from unnest(${principals}::bigint[]) p
  union
  select m.principal, up.id from means m cross join lateral (
    select g.group_id as id from group_member g where g.account_id = ${caller.accountId} and g.person_id = m.id
    union all
    select g.parent_group_id from group_parent g where g.account_id = ${caller.accountId} and g.group_id = m.id
  ) up
)`
