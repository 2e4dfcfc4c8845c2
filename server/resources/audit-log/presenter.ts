import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import type { Source } from '#events/origin.ts'
import { encodeId } from '#ids/encode.ts'
import type { AuditLogRecord } from './contract.ts'
import type { AuditRow } from './queries.ts'

const sourceType = { api: 'APIv4', pages: 'UI', job: 'Automation', command: 'Unknown' } as const satisfies Record<
  Source,
  Static<typeof AuditLogRecord>['sourceType']
>

/** Row → AuditLogRecord. What no person did goes by the account's owner, as its details say. */
export function presentRecord(caller: Caller, row: AuditRow): Static<typeof AuditLogRecord> {
  return {
    id: encodeId('AuditLog', caller.accountId, row.audit_record_id),
    operation: row.operation,
    userId: encodeId('Contact', caller.accountId, row.person_id ?? row.owner_id),
    userEmail: row.person_id === null ? row.owner_email : row.email,
    eventDate: formatInstant(row.occurred_at),
    ipAddress: row.address ?? '',
    objectType: row.object_type,
    objectName: row.object_name,
    objectId: row.object_id,
    sourceType: row.source === null ? 'Unknown' : sourceType[row.source],
    details: row.person_id === null ? { ...row.details, 'Done By': 'Server' } : row.details,
  }
}
