import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { Permit } from '#access/permit.ts'
import { sql } from '#database/sql.ts'
import { seesPerson } from '../contacts/queries.ts'
import type { StoredEvent } from './readings.ts'

export type ActivityRow = StoredEvent & { event_id: number; occurred_at: Date; actor_id: number | null }

/**
 * Events of a task or folder and of what hangs on it, newest first.
 *
 * Plan: three walks backwards, on `event_entity` (twice: the item, and dependencies, which are found by their successor) and on
 * `event_of_task` or `event_of_folder`, each through the months of `event` merged in their order, each at most `limit` rows long.
 */
export async function activityRows(
  caller: Caller,
  place: Permit<'read'>,
  types: readonly string[],
  before: number | undefined,
  limit: number,
): Promise<ActivityRow[]> {
  const { rows } = await activityQuery(caller.accountId, place, types, before, limit).execute(connectionOf(caller))
  return rows
}

/** The statement of `activityRows`. */
export function activityQuery(
  accountId: number,
  place: { on: string; id: number },
  types: readonly string[],
  before: number | undefined,
  limit: number,
) {
  const walk = (found: ReturnType<typeof sql>) => sql`(
    select event_id, occurred_at, type, entity_id, actor_id, before, after from event e
    where e.account_id = ${accountId} and ${found} and e.type = any(${types}::text[])
      and ${before === undefined ? sql`true` : sql`e.event_id < ${before}`}
    order by e.event_id desc limit ${limit})`
  const member = sql.lit(place.on === 'task' ? 'taskId' : 'folderId')
  const walks = [
    walk(sql`e.entity_type = ${place.on} and e.entity_id = ${place.id}`),
    walk(sql`e.entity_type in ('comment', 'attachment', 'approval', 'timelog')
      and (coalesce(e.after ->> ${member}, e.before ->> ${member}))::bigint = ${place.id}`),
    ...(place.on === 'task' ? [walk(sql`e.entity_type = 'dependency' and e.entity_id = ${place.id}`)] : []),
  ]
  return sql<ActivityRow>`${sql.join(walks, sql` union all `)} order by event_id desc limit ${limit}`
}

/** Those of these people who are only invited as yet: they go by their address. */
export async function invitedAmong(
  caller: Caller,
  personIds: readonly number[],
): Promise<{ person_id: number; email: string }[]> {
  const { rows } = await sql<{ person_id: number; email: string }>`
    select p.person_id, p.email from account_user u join person p on p.person_id = u.person_id
    where u.account_id = ${caller.accountId} and u.person_id = any(${personIds}::bigint[]) and u.state = 'invited'
      and ${seesPerson(caller, 'u')}`.execute(connectionOf(caller))
  return rows
}
