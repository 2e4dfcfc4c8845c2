/** A refused request: the API's code and words, and what helps to find out why. */
export class ApiError extends Error {
  /** HTTP status. */
  readonly status: number
  /** Code of the contract, like `resource_not_found`. */
  readonly code: string
  /** What would have been right, where the server says so. */
  readonly hint: string | undefined
  /** Seconds after which it may be tried again, where the server says so. */
  readonly retryAfter: number | undefined
  /** Finds the request in the server's log. */
  readonly requestId: string | undefined

  constructor(answer: Response, body: { error?: string; errorDescription?: string }) {
    super(body.errorDescription ?? `The server answered ${answer.status}`)
    this.name = 'ApiError'
    this.status = answer.status
    this.code = body.error ?? 'server_error'
    this.hint = answer.headers.get('x-error-hint') ?? undefined
    const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
    this.retryAfter = Number.isFinite(seconds) ? seconds : undefined
    this.requestId = answer.headers.get('x-request-id') ?? undefined
  }
}
