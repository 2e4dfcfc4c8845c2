import type { Caller } from '#access/caller.ts'
import { invalidValue, Refused } from '#contract/errors.ts'
import type { FileBody } from '#contract/file.ts'
import type { Pages } from '#contract/handler.ts'
import type { Operation } from '#contract/operation.ts'
import { readPageToken, signPageToken } from '#contract/paging.ts'
import type { Bound } from '#resources/index.ts'
import { gate } from './gate.ts'
import { parse, type RawParameters, type Version } from './parse.ts'
import type { Services } from './services.ts'

/** What an operation gave back: rows and, where there is a choice, their kind. */
export type Performed = Awaited<ReturnType<Bound['handler']>>

/**
 * Runs an operation for a caller, on parameters as they came: gate, parsing, handler. The one way in, whatever brings the
 * request here.
 *
 * @throws {Refused}
 */
export async function perform(
  services: Services,
  { operation, handler }: Bound,
  caller: Caller,
  given: RawParameters,
  file?: FileBody,
  version: Version = 'v4',
  ifVersion?: readonly number[],
): Promise<Performed> {
  gate(operation, caller)
  if (ifVersion && !operation.conditional) throw new Refused('invalid_request', `${operation.id} takes no If-Match`)
  if (operation.body === 'binary' && !file) throw new Refused('invalid_request', 'A file can only be sent by itself')
  const raw = withoutForeignBody(operation, given)
  const { input, fields, pages } = read(services.secret, operation, raw, caller, version)
  return handler({ caller, input, fields, pages, file: file as never, ifVersion, services })
}

function read(secret: Buffer, operation: Operation, raw: RawParameters, caller: Caller, version: Version) {
  const first = parse(operation, raw, caller.accountId, version)
  const body = first.pageToken
    ? readPageToken(secret, caller, operation.id, operation.pageToken as string, first.pageToken, Date.now())
    : undefined
  // A token remembers the parameters of its list; they count when the request for the next page sends none of its own.
  const own = Object.keys(raw.query).filter(
    (name) => name !== operation.pageToken && name !== 'fields' && name !== 'pageSize',
  )
  const all = own.length === 0 ? { ...body?.q, ...raw.query } : raw.query
  const restored = body && operation.tokenOverrides ? body.q : body ? all : raw.query
  const parsed = body ? parse(operation, { ...raw, query: restored }, caller.accountId, version) : first
  const remembered = Object.fromEntries(
    Object.entries(restored)
      .filter(([name]) => name !== operation.pageToken && name !== 'fields')
      .map(([name, value]) => [name, String(value)]),
  )
  const pages: Pages = {
    after: body?.at,
    token: (position) => signPageToken(secret, caller, operation.id, position, remembered, Date.now()),
  }
  return { input: parsed.input as never, fields: parsed.fields as never, pages }
}

/** GET and DELETE take their parameters from the query alone. */
function withoutForeignBody(operation: Operation, raw: RawParameters): RawParameters {
  if (operation.method !== 'GET' && operation.method !== 'DELETE') return raw
  if (raw.body && Object.keys(raw.body.values).length > 0)
    throw invalidValue(Object.keys(raw.body.values)[0] as string, 'parameters of GET and DELETE in the query')
  return raw
}
