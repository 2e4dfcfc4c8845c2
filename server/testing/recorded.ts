import type { People } from './people.ts'

/** An event as it was written: what happened, by whom, and the parts that changed. */
export interface Recorded {
  type: string
  entity_type: string
  actor_id: number
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** The events that a call wrote in the account, in order. */
export async function recordedBy(people: Pick<People, 'store' | 'accountId'>, call: () => Promise<unknown>) {
  const { rows: last } = await people.store.pool.query('select coalesce(max(event_id), 0) as id from event')
  await call()
  const { rows } = await people.store.pool.query(
    'select type, entity_type, actor_id, before, after from event where account_id = $1 and event_id > $2 order by event_id',
    [people.accountId, last[0].id],
  )
  return rows as Recorded[]
}
