import type { Generated } from 'kysely'
import type { Source } from './origin.ts'

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
    /** Where the change came from (origin.ts): IP address, and by which door. */
    address: string | null
    source: Source | null
    before: unknown
    after: unknown
  }
  event_sequence: { account_id: number; last_sequence: number }
}
