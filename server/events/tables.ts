import type { Generated } from 'kysely'

export interface EventTables {
  event: {
    account_id: number
    event_id: Generated<number>
    occurred_at: Generated<Date>
    /** Gap-free place in the account's order, given by the relay after the commit. */
    sequence: number | null
    type: string
    entity_type: string
    entity_id: number
    actor_id: number | null
    client_id: string | null
    before: unknown
    after: unknown
  }
  event_sequence: { account_id: number; last_sequence: number }
}
