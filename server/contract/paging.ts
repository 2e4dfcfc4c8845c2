import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Caller } from '#access/caller.ts'
import { invalidValue } from './errors.ts'

/** Page tokens live two hours. */
const lifetimeMs = 2 * 60 * 60 * 1000

type Position = readonly (string | number | null)[]

interface TokenBody {
  /** Account, person and operation the token holds for. */
  a: number
  p: number
  o: string
  /** Position after which the next page begins: sort key and id, so that inserts shift nothing. */
  at: Position
  /** Parameters of the first page, used where a request for the next one sends none. */
  q: Record<string, string>
  /** Expiry, milliseconds since 1970. */
  e: number
}

/** An opaque token, signed, for the page that follows `position`. */
export function signPageToken(
  secret: Buffer,
  caller: Caller,
  operation: string,
  position: Position,
  query: Record<string, string>,
  now: number,
): string {
  const body: TokenBody = {
    a: caller.accountId,
    p: caller.personId,
    o: operation,
    at: position,
    q: query,
    e: now + lifetimeMs,
  }
  const text = Buffer.from(JSON.stringify(body)).toString('base64url')
  return `${text}.${signature(secret, text)}`
}

/**
 * Reads a page token.
 *
 * @throws {Refused} `invalid_parameter` if it is forged, expired, or was given to another user, account or operation.
 */
export function readPageToken(
  secret: Buffer,
  caller: Caller,
  operation: string,
  parameter: string,
  token: string,
  now: number,
): TokenBody {
  const wrong = () => invalidValue(parameter, 'the token of the page before, at most two hours old')
  const [text = '', signed = '', ...rest] = token.split('.')
  const expected = Buffer.from(signature(secret, text))
  const actual = Buffer.from(signed)
  if (rest.length > 0 || actual.length !== expected.length || !timingSafeEqual(actual, expected)) throw wrong()
  const body = JSON.parse(Buffer.from(text, 'base64url').toString()) as TokenBody
  if (body.a !== caller.accountId || body.p !== caller.personId || body.o !== operation || body.e < now) throw wrong()
  return body
}

const signature = (secret: Buffer, text: string) =>
  createHmac('sha256', secret).update(`page:${text}`).digest('base64url')
