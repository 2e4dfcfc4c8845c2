import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { WebhookRow } from '#resources/webhooks/queries.ts'

/** A webhook that may hear of an event. */
export type Hook = Pick<
  WebhookRow,
  | 'account_id'
  | 'webhook_id'
  | 'person_id'
  | 'client_id'
  | 'folder_id'
  | 'recursive'
  | 'event_types'
  | 'parameterised'
  | 'custom_item_type_ids'
  | 'active_since'
>

/** Owners of webhooks, and everybody in whose name each sees things: the person and its groups. */
export type Owners = ReadonlyMap<number, readonly number[]>

/** Types of events, and folders in or below which they happened. */
export interface Heard {
  types: readonly string[]
  folders: readonly number[]
}

/**
 * Webhooks that hear of such events: active ones of people who still are. One that a suspended application made in its last
 * moment rests with the others.
 */
const hearing = (accountId: number, { types, folders }: Heard) => sql`
  webhook w join account_user u using (account_id, person_id)
  where w.account_id = ${accountId} and w.status = 'Active' and u.state = 'active'
    and not exists (select from application a where a.client_id = w.client_id and a.suspended_at is not null)
    and (w.event_types is null or w.event_types && ${types}::text[])
    and (w.folder_id is null or w.folder_id = any(${folders}::bigint[]))`

/** Who has webhooks that hear of such events. */
export async function ownersOf(transaction: Kysely<Database>, accountId: number, heard: Heard): Promise<Owners> {
  const { rows } = await sql<{ person_id: number; principals: number[] }>`
    with recursive owner as (
      select distinct person_id from ${hearing(accountId, heard)}
    ), mine(person_id, group_id) as (
      select person_id, group_id from owner join group_member m using (person_id) where m.account_id = ${accountId}
      union
      select m.person_id, p.parent_group_id from mine m
      join group_parent p on p.account_id = ${accountId} and p.group_id = m.group_id
    )
    select person_id, person_id || array(select group_id from mine m where m.person_id = owner.person_id) as principals
    from owner`.execute(transaction)
  return new Map(rows.map((row) => [row.person_id, row.principals]))
}

/** The webhooks of some people that hear of such events. */
export async function hooksOf(
  transaction: Kysely<Database>,
  accountId: number,
  heard: Heard,
  people: readonly number[],
): Promise<Hook[]> {
  if (people.length === 0) return []
  const { rows } = await sql<Hook>`
    select w.account_id, w.webhook_id, w.person_id, w.client_id, w.folder_id, w.recursive, w.event_types,
      w.parameterised, w.custom_item_type_ids, w.active_since
    from ${hearing(accountId, heard)} and w.person_id = any(${people}::bigint[])
    order by w.webhook_id`.execute(transaction)
  return rows
}
