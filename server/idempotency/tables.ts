import type { Generated } from 'kysely'

export interface IdempotencyTables {
  /** Requests that were sent with an Idempotency-Key, and their answers. */
  idempotent_request: {
    account_id: number
    person_id: number
    client_id: string
    key_hash: Buffer
    fingerprint: Buffer
    created_at: Generated<Date>
    attempt: Generated<number>
    locked_until: Date
    written_at: Date | null
    entity_type: string | null
    entity_id: number | null
    status: number | null
    etag: string | null
    body: string | null
  }
}
