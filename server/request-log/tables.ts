import type { ApiVersion } from './call.ts'

export interface RequestLogTables {
  /** A request of an application: never what it sent or got. Kept for REQUEST_LOG_DAYS. */
  request_log: {
    client_id: string
    answered_at: Date
    request_id: string
    /** Whose token it was; null where an application asked for itself, as at /oauth2/token. */
    account_id: number | null
    person_id: number | null
    version: ApiVersion
    /** Null if it was refused before one was found. */
    operation: string | null
    method: string
    /** Without its query, which may hold a token. */
    path: string
    status: number
    error: string | null
    ms: number
    /** What the answer said of the rate limit; null where it said nothing. */
    rate_limit: number | null
    rate_remaining: number | null
  }
  /** How often an application used something on a day (UTC). Kept for 400 days. */
  operation_use: { client_id: string; subject: string; day: string; calls: number }
}
