import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { Hook } from './audience.ts'
import type { Report } from './match.ts'

/** A request holds at most this many events, and about this many characters. */
export const mostEvents = 100
export const mostCharacters = 256 * 1024

/** Puts reports into the queues of their webhooks, in the transaction that read the events, and wakes the senders. */
export async function enqueue(
  transaction: Kysely<Database>,
  accountId: number,
  reports: ReadonlyMap<Hook, readonly Report[]>,
): Promise<void> {
  const deliveries = [...reports].flatMap(([hook, all]) =>
    inParts(all).map((events) => [hook.webhook_id, events] as const),
  )
  if (deliveries.length === 0) return
  // The rows first, in order: a webhook that is suspended at this moment gets nothing, and the numbers of its deliveries
  // follow the order in which they come to wait.
  const { rows: active } = await sql<{ webhook_id: number }>`
    select webhook_id from webhook where account_id = ${accountId} and status = 'Active'
      and webhook_id = any(${deliveries.map(([id]) => id)}::bigint[])
    order by webhook_id for no key update`.execute(transaction)
  if (active.length === 0) return
  // One that waits to try again keeps its time.
  await sql`
    with added as (
      insert into webhook_delivery (account_id, webhook_id, events)
      select ${accountId}, d.webhook_id, d.events::jsonb
      from unnest(${deliveries.map(([id]) => id)}::bigint[], ${deliveries.map(([, events]) => events)}::text[])
        with ordinality as d(webhook_id, events, place)
      where d.webhook_id = any(${active.map((one) => one.webhook_id)}::bigint[]) order by d.place
      returning webhook_id, delivery_id
    ), last as (
      select webhook_id, max(delivery_id) as delivery_id from added group by webhook_id
    ), due as (
      update webhook w set next_at = coalesce(w.next_at, clock_timestamp()), last_delivery_id = last.delivery_id from last
      where w.account_id = ${accountId} and w.webhook_id = last.webhook_id
    )
    select pg_notify('webhook_due', '')`.execute(transaction)
}

/** JSON arrays of at most so many events and characters each. */
function inParts(reports: readonly Report[]): string[] {
  const parts: string[][] = [[]]
  let characters = 0
  for (const { json } of reports) {
    const text = JSON.stringify(json)
    const last = parts.at(-1) as string[]
    if (last.length > 0 && (last.length === mostEvents || characters + text.length > mostCharacters)) {
      parts.push([text])
      characters = text.length
    } else {
      last.push(text)
      characters += text.length
    }
  }
  return parts.map((part) => `[${part.join(',')}]`)
}
