/** The `error` values of the token endpoint and its neighbours. */
export type OauthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'unauthorized_client'
  | 'invalid_grant'
  | 'unsupported_grant_type'
  | 'invalid_scope'
  | 'slow_down'
  | 'temporarily_unavailable'
  | 'server_error'

const statuses: Partial<Record<OauthErrorCode, number>> = {
  invalid_client: 401,
  unauthorized_client: 401,
  temporarily_unavailable: 429,
  server_error: 503,
}

/** A refusal of an OAuth endpoint. Clients take 400 and 401 for "sign in again", so a fault of ours is never one. */
export class OauthFault extends Error {
  readonly code: OauthErrorCode
  readonly status: number
  readonly headers: Record<string, string>

  constructor(code: OauthErrorCode, description: string, headers: Record<string, string> = {}, status?: number) {
    super(description)
    this.code = code
    this.status = status ?? statuses[code] ?? 400
    this.headers = headers
  }
}
