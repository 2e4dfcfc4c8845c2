import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { WebhookRow } from '#resources/webhooks/queries.ts'

/** An active webhook and everybody in whose name its owner sees things: the person and its groups. */
export interface Hook extends WebhookRow {
  principals: readonly number[]
}

/** The webhooks of an account that are to hear of events: active ones of people who still are. */
export async function activeHooks(transaction: Kysely<Database>, accountId: number): Promise<Hook[]> {
  const hooks = await transaction
    .selectFrom('webhook as w')
    .innerJoin('account_user as u', (on) =>
      on.onRef('u.account_id', '=', 'w.account_id').onRef('u.person_id', '=', 'w.person_id'),
    )
    .selectAll('w')
    .where('w.account_id', '=', accountId)
    .where('w.status', '=', 'Active')
    .where('u.state', '=', 'active')
    // One that a suspended application made in its last moment rests with the others.
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('application as a')
            .whereRef('a.client_id', '=', 'w.client_id')
            .where('a.suspended_at', 'is not', null),
        ),
      ),
    )
    .orderBy('w.webhook_id')
    .execute()
  if (hooks.length === 0) return []
  const people = [...new Set(hooks.map((hook) => hook.person_id))]
  const { rows } = await sql<{ person_id: number; group_id: number }>`
    with recursive mine(person_id, group_id) as (
      select person_id, group_id from group_member
      where account_id = ${accountId} and person_id = any(${people}::bigint[])
      union
      select m.person_id, p.parent_group_id from mine m
      join group_parent p on p.account_id = ${accountId} and p.group_id = m.group_id
    ) select person_id, group_id from mine`.execute(transaction)
  const groups = new Map<number, number[]>(people.map((person) => [person, [person]]))
  for (const { person_id, group_id } of rows) groups.get(person_id)?.push(group_id)
  return hooks.map((hook) => ({ ...hook, principals: groups.get(hook.person_id) as number[] }))
}
