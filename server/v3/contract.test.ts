import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeAccountId } from '#ids/encode.ts'
import { idInPath } from '#reference/samples/ids-in-path.ts'
import { Client } from '#testing/client.ts'
import { hiddenTypes, plantIds, validSamples } from '#testing/planted.ts'
import { filledPath, type IdsByType, idTypeOf, pathNames, requiredSamples, unknownId } from '#testing/samples.ts'
import { send } from '#testing/send.ts'
import { startV3World, type V3World } from '#testing/v3-world.ts'
import { type V3Operation, v4Of } from './operation.ts'
import { operations } from './operations/index.ts'

/**
 * Generated from the table of v3: for each operation and path, what every client may rely on. All is planted once, before
 * the first test: the refusals come first, then what reads, makes, changes, and last what deletes, inner things before
 * those that hold them.
 */
let world: V3World
let ids: IdsByType
let noScope: Client
let expired: Client
let dan: Client

/** Neither Anna's nor Ben's. */
const foreignAccount = () => world.accountId + 5

beforeAll(async () => {
  world = await startV3World()
  ids = await plantIds(world)
  const withScopes = async (scopes: Parameters<V3World['withScopes']>[1]) =>
    new Client(world.url, (await world.withScopes(world.anna, scopes)).token, 'v3')
  noScope = await withScopes(['dataExportFull'])
  expired = await withScopes(['wsReadWrite'])
  dan = new Client(world.url, world.dan.token, 'v3')
  await world.store.pool.query(
    `update access_token set expires_at = now() - interval '1 second' where token_hash = sha256($1)`,
    [Buffer.from(expired.token)],
  )
})
afterAll(() => world.close())

const cases = operations.flatMap((operation) =>
  operation.paths.map((path) => ({ operation, v4: v4Of(operation).operation, path })),
)
type Case = (typeof cases)[0]

/** The id of the right kind for a name in a path. */
const idOf = ({ v4 }: Case, name: string): string =>
  name === 'accountId' ? world.account : name === 'fileName' ? 'dot.png' : idInPath(v4, name, ids)
const target = (one: Case, own: Record<string, string> = {}) =>
  filledPath(one.path, (name) => own[name] ?? idOf(one, name))

/** Parameters of a valid call, as far as v3 has them. */
function samples({ operation, v4 }: Case): Record<string, unknown> {
  const all: Record<string, unknown> = { ...requiredSamples(v4, ids), ...validSamples(v4, ids) }
  if (v4.id === 'modifyUser') return { profile: { accountId: world.account, role: 'User', external: false } }
  if (v4.id === 'copyFolder') return { parent: ids.Space, title: 'Copy' }
  return Object.fromEntries(Object.entries(all).filter(([name]) => operation.parameters?.includes(name)))
}
const call = (who: Client, one: Case, path: string, more: Record<string, unknown> = {}) =>
  send(who, { ...one.v4, method: one.operation.method }, path, { ...samples(one), ...more })
const shown = async (answer: ReturnType<typeof call>) => {
  const { status, body } = await answer
  return { status, error: body.error }
}
const typeOf = ({ v4 }: Case, name: string) => idTypeOf((v4.parameters[name] ?? {}) as never)

describe.each(cases)('$operation.method $path refuses', (one) => {
  const names = pathNames(one.path).filter((name) => name !== 'fileName')

  test('parameters and fields it does not know', async () => {
    for (const [name, more] of [
      ['noSuchParameter', { noSuchParameter: 'x' }],
      ['fields', { fields: ['noSuchField'] }],
    ] as const) {
      const { status, body } = await call(world.v3, one, target(one), more)
      expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_parameter' })
      expect(body.errorDescription).toContain(`'${name}'`)
    }
  })

  for (const name of names) {
    test(`a malformed ${name}, and one that is nobody's or another's`, async () => {
      const at = (id: string) => shown(call(world.v3, one, target(one, { [name]: id })))
      expect(await at('no-id')).toEqual({ status: 400, error: 'invalid_parameter' })
      const type = typeOf(one, name)
      if (name === 'accountId') {
        expect(await at(encodeAccountId(foreignAccount()))).toEqual({ status: 403, error: 'access_forbidden' })
      } else if (type) {
        for (const account of [world.accountId, foreignAccount()])
          expect(await at(unknownId(type, account))).toEqual({ status: 404, error: 'resource_not_found' })
        if (hiddenTypes.has(type)) expect((await call(dan, one, target(one))).status).toBe(403)
      }
    })
  }

  test('tokens without the scope, expired ones, and none', async () => {
    if (one.v4.scopes.length > 0)
      expect(await shown(call(noScope, one, target(one)))).toEqual({ status: 403, error: 'not_allowed' })
    expect(await shown(call(expired, one, target(one)))).toEqual({ status: 401, error: 'not_authorized' })
    expect((await fetch(`${world.url}/api/v3${target(one)}`, { method: one.operation.method })).status).toBe(401)
  })
})

const rank = ({ method }: V3Operation) => ['GET', 'POST', 'PUT', 'DELETE'].indexOf(method)
const inOrder = [...cases.filter((one) => one.operation.method !== 'DELETE')].sort(
  (one, other) => rank(one.operation) - rank(other.operation),
)
const deletions = cases.filter((one) => one.operation.method === 'DELETE').reverse()

describe.each([...inOrder, ...deletions])('$operation.method $path', (one) => {
  test('answers a valid call with its kind and no members that v3 does not have', async () => {
    const { status, body } = await call(world.v3, one, target(one))
    expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
    const { model } = one.operation
    if (!model) return expect(body.kind).toBe('binary')
    expect(Object.keys(one.v4.kinds)).toContain(body.kind)
    const known = new Set(Object.keys(model))
    expect(body.data.flatMap((row) => Object.keys(row)).filter((member) => !known.has(member))).toEqual([])
  })
})
