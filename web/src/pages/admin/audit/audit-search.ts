import type { AuditLogRecord, QueryAuditLogInput } from '@taskwright/sdk'
import { addDays } from '../../../language/calendar-days.ts'

/** What the log shows, as its address says it. */
export interface AuditSearch {
  operation?: AuditLogRecord['operation']
  user?: string
  /** Days, both included. */
  from?: string
  to?: string
}

const day = /^\d{4}-\d\d-\d\d$/

export function readAuditSearch({ operation, user, from, to }: Record<string, unknown>): AuditSearch {
  const isDay = (text: unknown): text is string => typeof text === 'string' && day.test(text)
  return {
    ...(typeof operation === 'string' && operation && { operation: operation as AuditLogRecord['operation'] }),
    ...(typeof user === 'string' && user && { user }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
  }
}

/** The question to the API; days are those of the person's clock. */
export function auditInput({ operation, user, from, to }: AuditSearch): QueryAuditLogInput {
  const instant = (text: string) => new Date(`${text}T00:00:00`).toISOString().replace(/\.\d+Z$/, 'Z')
  return {
    ...(operation && { operations: [operation] }),
    ...(user && { users: [user] }),
    ...((from || to) && {
      eventDate: { ...(from && { start: instant(from) }), ...(to && { end: instant(addDays(to, 1)) }) },
    }),
  }
}
