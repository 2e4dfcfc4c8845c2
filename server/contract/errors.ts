/** Codes of the API and their status (the public error table). The API never answers with another code. */
export const errorStatus = {
  invalid_request: 400,
  invalid_parameter: 400,
  parameter_required: 400,
  not_authorized: 401,
  access_forbidden: 403,
  not_allowed: 403,
  resource_not_found: 404,
  method_not_found: 404,
  rate_limit_exceeded: 429,
  server_error: 500,
} as const
export type ErrorCode = keyof typeof errorStatus

/** A request that is answered with an error of the contract. */
export class Refused extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly headers: Record<string, string>

  constructor(
    code: ErrorCode,
    description: string,
    options: { status?: number; headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(description, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.status = options.status ?? errorStatus[code]
    this.headers = options.headers ?? {}
  }
}

/** 400 for a value; `hint` says in the header `X-Error-Hint` what is expected, since clients compare the text. */
export function invalidValue(parameter: string, hint?: string): Refused {
  const headers = hint ? { 'x-error-hint': printable(hint) } : {}
  return new Refused('invalid_parameter', `Parameter '${parameter}' value is invalid`, { headers })
}

/** 400 for a rule between values or a wrong name, told in a sentence of our own. */
export const invalidParameter = (description: string): Refused => new Refused('invalid_parameter', description)

export const required = (parameter: string): Refused =>
  new Refused('parameter_required', `Parameter '${parameter}' is required`)

/** 404: no such entity, or one of another account (both look alike on purpose). */
export const notFound = (what: string, id: string): Refused =>
  new Refused('resource_not_found', `${what} '${id}' does not exist`)

/** 403: the entity exists, but is not shared with the caller, or its role does not permit the action. */
export const forbidden = (description: string): Refused => new Refused('access_forbidden', description)

/** 403: licence, plan, state or the kind of entity does not permit the action. */
export const notAllowed = (description: string): Refused => new Refused('not_allowed', description)

export const logicalFolder = (): Refused => notAllowed('Operation is not allowed for logical folder')

/** Header values are plain ASCII on one line. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 300)
}

/** 403: what lies in the recycle bin only takes being restored. */
export const inRecycleBin = (what: string, id: string): Refused =>
  notAllowed(`${what} '${id}' is in the recycle bin: restore it first`)
