import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '#contract/scopes.ts'
import { idInPath } from '#reference/samples/ids-in-path.ts'
import { bound } from '#resources/index.ts'
import type { Person } from '#testing/people.ts'
import { hiddenTypes, plantIds, validSamples } from '#testing/planted.ts'
import {
  filledPath,
  type IdsByType,
  idTypeOf,
  pathNames,
  requiredSamples,
  unknownId,
  wrongValuesOf,
} from '#testing/samples.ts'
import { send } from '#testing/send.ts'
import { startWorld, type World } from '#testing/world.ts'
import type { Operation } from './operation.ts'
import { readScopes } from './operation.ts'

/**
 * Generated from the contract: for each operation and path, what every client may rely on. Particular behaviour has its
 * tests beside the operation.
 */
let world: World
let ids: IdsByType
let others: { account: IdsByType; noScope: Person; noExport: Person; expired: Person }

beforeAll(async () => {
  world = await startWorld()
  ids = await plantIds(world)
  const expired = await world.withScopes(world.anna, ['wsReadWrite'])
  await world.store.pool.query(
    `update access_token set expires_at = now() - interval '1 second' where token_hash = sha256($1)`,
    [Buffer.from(expired.token)],
  )
  others = {
    account: Object.fromEntries(Object.keys(ids).map((type) => [type, unknownId(type, world.accountId + 1)])),
    noScope: await world.withScopes(world.anna, ['dataExportFull']),
    noExport: await world.withScopes(world.anna, ['wsReadOnly']),
    expired,
  }
})
afterAll(() => world.close())

/** What makes something of a thing that is gone then. */
const usesUp = new Set(['createTimelogOfTimer'])

/** A test where it applies; elsewhere there is none, rather than one that is skipped. */
const testIf = (applies: boolean) => (applies ? test : (_name: string, _run: () => Promise<void>) => {})

const textOnly = ({ method, body }: Operation) => method === 'GET' || method === 'DELETE' || body === 'binary'

const pathOf = (operation: Operation, path: string, from: IdsByType) =>
  filledPath(path, (name) => idInPath(operation, name, from))

for (const { operation } of bound) {
  const inAnyPath = new Set(operation.paths.flatMap(pathNames))
  const parameters = Object.entries(operation.parameters).filter(
    ([name, schema]) => !inAnyPath.has(name) && !('onlyV3' in schema),
  )

  describe.each(operation.paths.map((path) => ({ path })))(`${operation.id}: ${operation.method} $path`, ({ path }) => {
    const required = () => ({ ...requiredSamples(operation, ids), ...validSamples(operation, ids) })
    const target = () => pathOf(operation, path, ids)

    test('answers a valid call with its kind', async () => {
      // What is read or made beside them stays as it is; other operations get things of their own, which costs fifty calls.
      const isKept = operation.method === 'GET' || (operation.method === 'POST' && !usesUp.has(operation.id))
      const fresh = isKept ? ids : await plantIds(world)
      const samples = { ...requiredSamples(operation, fresh), ...validSamples(operation, fresh) }
      const { status, body } = await send(world.anna, operation, pathOf(operation, path, fresh), samples)
      expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
      expect(operation.answer === 'binary' ? ['binary'] : Object.keys(operation.kinds)).toContain(body.kind)
      expect(Array.isArray(body.data)).toBe(true)
    })

    for (const [name, schema] of parameters) {
      const wrong = wrongValuesOf(schema).filter((value) => !textOnly(operation) || typeof value === 'string')
      testIf(wrong.length > 0)(`refuses a wrong ${name}`, async () => {
        for (const value of wrong) {
          const { status, body } = await send(world.anna, operation, target(), { ...required(), [name]: value })
          expect({ value, status, body }).toEqual({
            value,
            status: 400,
            body: { error: 'invalid_parameter', errorDescription: `Parameter '${name}' value is invalid` },
          })
        }
      })
      testIf(!('~optional' in schema))(`requires ${name}`, async () => {
        const { [name]: _left, ...rest } = required() as Record<string, unknown>
        const { status, body } = await send(world.anna, operation, target(), rest)
        expect({ status, body }).toEqual({
          status: 400,
          body: { error: 'parameter_required', errorDescription: `Parameter '${name}' is required` },
        })
      })
      testIf(idTypeOf(schema) !== undefined)(`refuses an id of another type in ${name}`, async () => {
        const other = idTypeOf(schema) === 'Timelog' ? ids.Task : world.timelogLikeId
        const value = (schema as { type?: string }).type === 'array' ? [other] : other
        const { status, body } = await send(world.anna, operation, target(), { ...required(), [name]: value })
        expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_parameter' })
      })
    }

    test('refuses a parameter it does not know', async () => {
      const { status, body } = await send(world.anna, operation, target(), { ...required(), noSuchParameter: 'x' })
      expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_parameter' })
      expect(body.errorDescription).toContain("'noSuchParameter'")
    })

    test('refuses a field it does not know', async () => {
      const { status, body } = await send(world.anna, operation, target(), { ...required(), fields: ['noSuchField'] })
      expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_parameter' })
      expect(body.errorDescription).toContain("'fields'")
    })

    for (const name of pathNames(path)) {
      const type = idTypeOf(operation.parameters[name] as never)
      if (!type) continue
      const withId = (id: string) =>
        filledPath(path, (each) =>
          each === name ? (operation.bulkOf ? `${ids[`Second${type}`]},${id}` : id) : idInPath(operation, each, ids),
        )

      test(`refuses a malformed ${name} and one of another type`, async () => {
        for (const id of ['no-id', (type === 'Timelog' ? ids.Task : world.timelogLikeId) as string]) {
          const { status, body } = await send(world.anna, operation, withId(id), required())
          expect({ id, status, error: body.error }).toEqual({ id, status: 400, error: 'invalid_parameter' })
        }
      })
      test(`answers alike for an unknown ${name} and one of another account`, async () => {
        const unknown = await send(world.anna, operation, withId(unknownId(type, world.accountId)), required())
        expect({ status: unknown.status, error: unknown.body.error }).toEqual({
          status: 404,
          error: 'resource_not_found',
        })
        const foreign = await send(world.anna, operation, withId(others.account[type] as string), required())
        expect({ status: foreign.status, error: foreign.body.error }).toEqual({
          status: 404,
          error: 'resource_not_found',
        })
        const blind = (text: string | undefined) => text?.replace(/'[^']*'/, "'…'")
        expect(blind(foreign.body.errorDescription)).toBe(blind(unknown.body.errorDescription))
      })
      testIf(hiddenTypes.has(type))(`keeps a hidden ${name} from others`, async () => {
        const { status, body } = await send(world.dan, operation, withId(ids[type] as string), required())
        expect(status).toBe(403)
        expect(operation.admin ? 'not_allowed' : 'access_forbidden').toBe(body.error)
        expect(body.data).toBeUndefined()
      })
    }

    testIf(operation.scopes.length > 0)('refuses a token without the scope', async () => {
      const other = operation.scopes.includes('dataExportFull') ? others.noExport : others.noScope
      const { status, body, headers } = await send(other, operation, target(), required())
      expect({ status, error: body.error }).toEqual({ status: 403, error: 'not_allowed' })
      expect(headers.get('www-authenticate')).toContain('insufficient_scope')
    })

    testIf(
      operation.method !== 'GET' &&
        operation.scopes.includes('wsReadWrite') &&
        !operation.scopes.includes('wsReadOnly'),
    )('refuses a token that may only read', async () => {
      const reader = await world.withScopes(world.anna, ['wsReadOnly'] satisfies Scope[])
      expect((await send(reader, operation, target(), required())).status).toBe(403)
    })

    test('refuses an expired token and none at all', async () => {
      const { status, body } = await send(others.expired, operation, target(), required())
      expect({ status, body }).toEqual({
        status: 401,
        body: { error: 'not_authorized', errorDescription: 'Access token is unknown or invalid' },
      })
      const response = await fetch(`${world.url}/api/v4${target()}`, { method: operation.method })
      expect(response.status).toBe(401)
      expect(await response.json()).toEqual({
        error: 'not_authorized',
        errorDescription: 'Authorization method unknown',
      })
    })
  })
}

test('reading operations of work take both read and write scopes', () => {
  for (const { operation } of bound) {
    if (operation.method === 'GET' && operation.scopes.includes('Default'))
      expect(operation.scopes).toEqual(expect.arrayContaining([...readScopes]))
  }
})
