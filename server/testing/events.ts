import type { People } from './people.ts'

/** From now on: gives the types of the account's events since, in their order. */
export async function eventsSince(people: People): Promise<() => Promise<string[]>> {
  const query = (after: string) =>
    people.store.pool.query<{ id: string; type: string }>(
      'select event_id::text as id, type from event where account_id = $1 and event_id > $2 order by event_id',
      [people.accountId, after],
    )
  const last = (await query('0')).rows.at(-1)?.id ?? '0'
  return async () => (await query(last)).rows.map((row) => row.type)
}
