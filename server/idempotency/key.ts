import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Caller } from '#access/caller.ts'
import { invalidValue } from '#contract/errors.ts'

/** A request that is to be carried out once: whose it is, its key, and what it is. */
export interface Keyed {
  accountId: number
  personId: number
  clientId: string
  keyHash: Buffer
  fingerprint: Buffer
}

/** What is read of a request, beside its headers. */
interface Given {
  query: object
  body: { values: object } | undefined
  state: string | undefined
}

const sha256 = (text: string) => createHash('sha256').update(text).digest()

/**
 * The key of a request (draft-ietf-httpapi-idempotency-key-header), in quotes or without; undefined if it has none. Of a file
 * its name, type and length stand for its bytes.
 *
 * @throws {Refused} `invalid_parameter` for a key that is empty, longer than 255 characters or not plain.
 */
export function keyOf(request: FastifyRequest, caller: Caller, method: string, given: Given): Keyed | undefined {
  const { headers, url } = request
  const header = headers['idempotency-key']
  if (header === undefined) return undefined
  const key = /^"?([\x21\x23-\x7e]{1,255})"?$/.exec(String(header))?.[1]
  if (!key) throw invalidValue('Idempotency-Key', '1 to 255 plain characters, best a UUID')
  const file = ['x-file-name', 'content-type', 'content-length'].map((name) => headers[name])
  const path = url.split('?', 1)[0]
  const { query, body, state } = given
  const asked = [method, path, query, body?.values, state, headers['if-match'], 'x-file-name' in headers ? file : null]
  return {
    accountId: caller.accountId,
    personId: caller.personId,
    clientId: caller.clientId,
    keyHash: sha256(key),
    fingerprint: sha256(JSON.stringify(asked)),
  }
}
