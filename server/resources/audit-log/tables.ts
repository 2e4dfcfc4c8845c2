import type { Generated } from 'kysely'
import type { Source } from '#events/origin.ts'

export interface AuditLogTables {
  /** One act, as it was: names and addresses are those of then. Never changed, never deleted. */
  audit_record: {
    account_id: number
    audit_record_id: Generated<number>
    occurred_at: Generated<Date>
    event_id: number
    operation: string
    /** Null for what the command line does. */
    person_id: number | null
    email: string
    address: string | null
    source: Source | null
    object_type: string
    /** As clients know it. */
    object_id: string
    object_name: string
    details: unknown
  }
}
