import type { IdType } from '#ids/types.ts'
import type { AuditObjectType, AuditOperation } from '#resources/audit-log/names.ts'
import type { EventRecord } from './change.ts'

/** What an event amounts to in the audit log. Ids are numbers here; the record has them as clients know them. */
export interface Audited {
  operation: AuditOperation
  /** What it happened to, if not to the event's own entity. `name` as it was; without it, as it is now. */
  object?: { type: AuditObjectType; id: string | AuditId; name?: string | undefined }
  details?: Record<string, string | number | AuditId | readonly AuditId[] | null | undefined>
}
/** A number that becomes an id. */
export type AuditId = { type: Exclude<IdType, 'Account' | 'Dependency'>; number: number }
/** Reads an event as what it amounts to: nothing, one act or several. */
export type Reading = (event: EventRecord) => Audited | readonly Audited[] | undefined

/** Numbers with their type, for details. */
export const numbered = (type: AuditId['type'], numbers: unknown): AuditId[] =>
  (Array.isArray(numbers) ? numbers : [numbers])
    .filter((one) => typeof one === 'number')
    .map((number) => ({ type, number }))
