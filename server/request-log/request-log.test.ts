import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Selectable } from '#database/sql.ts'
import { issuePermanentToken } from '#oauth/tokens.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'
import type { RequestLogTables } from './tables.ts'
import { usersOf } from './uses.ts'

type Row = Selectable<RequestLogTables['request_log']>

let world: World
beforeAll(async () => {
  world = await startWorld({ RATE_LIMIT_PER_MINUTE: '100000' })
})
afterAll(() => world.close())

/** The rows of a person's application, once there are so many of them; the first one that was answered first. */
async function rowsOf({ personId }: Person, count: number): Promise<Row[]> {
  const read = () =>
    world.store.database
      .selectFrom('request_log')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('answered_at')
      .execute()
  await expect.poll(async () => (await read()).length, { timeout: 5000 }).toBeGreaterThanOrEqual(count)
  return read()
}

/** Everything that the log has, as text. */
async function allText(): Promise<string> {
  const { rows } = await world.store.pool.query('select r::text as row from request_log r')
  return rows.map(({ row }) => row).join('\n')
}

describe('a request of an application', () => {
  test('is one row with what happened, and nothing of what was sent', async () => {
    const person = await world.withApplication(await world.person('Fay'))
    const { headers } = await person.get('/contacts', { me: true })
    const [row] = await rowsOf(person, 1)
    expect(row).toMatchObject({
      request_id: headers.get('x-request-id'),
      account_id: world.accountId,
      person_id: person.personId,
      version: 'v4',
      operation: 'queryContacts',
      method: 'GET',
      path: '/api/v4/contacts',
      status: 200,
      error: null,
      rate_limit: 100000,
    })
    expect(row?.rate_remaining).toBe(Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]))
    expect(row?.ms).toBeGreaterThan(0)
    expect(Math.abs(Date.now() - (row?.answered_at.getTime() ?? 0))).toBeLessThan(10_000)
  })

  test('tells the code of a refusal: of parameters, paths, bodies and verbs', async () => {
    const person = await world.withApplication(await world.person('Gil'))
    await person.get('/contacts', { nonsense: 1 })
    await person.get('/nowhere')
    await person.raw('/folders/x/tasks', { method: 'PATCH' })
    await fetch(`${world.url}/api/v4/folders/${world.pond.id}/tasks`, {
      method: 'POST',
      headers: { authorization: `bearer ${person.token}`, 'content-type': 'application/json' },
      body: '{broken',
    })
    const rows = await rowsOf(person, 4)
    expect(rows.map(({ operation, status, error }) => [operation, status, error])).toEqual([
      ['queryContacts', 400, 'invalid_parameter'],
      [null, 404, 'method_not_found'],
      [null, 404, 'method_not_found'],
      [null, 400, 'invalid_request'],
    ])
  })

  test('of v3 is told with the operation of v4 that serves it', async () => {
    const person = await world.withApplication(await world.person('Hal'))
    await fetch(`${world.url}/api/v3/contacts?me=true`, { headers: { authorization: `bearer ${person.token}` } })
    expect(await rowsOf(person, 1)).toMatchObject([{ version: 'v3', operation: 'queryContacts', status: 200 }])
  })

  test('is logged as 499 when the client went away before the answer', async () => {
    const person = await world.withApplication(await world.person('Ida'))
    const given = new AbortController()
    const { pool } = world.store
    const client = await pool.connect()
    await client.query('begin; lock table comment in access exclusive mode')
    const asked = fetch(`${world.url}/api/v4/tasks/${world.dig.id}/comments`, {
      headers: { authorization: `bearer ${world.anna.token}` },
    })
    const gone = fetch(`${world.url}/api/v4/comments`, {
      headers: { authorization: `bearer ${person.token}` },
      signal: given.signal,
    }).catch(() => 'gone')
    await new Promise((resolve) => setTimeout(resolve, 200))
    given.abort()
    expect(await gone).toBe('gone')
    await client.query('rollback')
    client.release()
    expect((await asked).status).toBe(200)
    expect(await rowsOf(person, 1)).toMatchObject([{ status: 499, operation: 'queryComments' }])
  })

  test('never shows a token, a query or a body', async () => {
    const person = await world.withApplication(await world.person('Jon'))
    const secret = 'the-frog-prince'
    await fetch(`${world.url}/api/v4/contacts?me=true&access_token=${person.token}`)
    await person.get('/tasks', { title: secret })
    await person.post(`/folders/${world.pond.id}/tasks`, { title: secret })
    await person.get(`/tasks/${person.token}`)
    const rows = await rowsOf(person, 4)
    expect(rows.map(({ path }) => path)).toEqual([
      '/api/v4/contacts',
      '/api/v4/tasks',
      `/api/v4/folders/${world.pond.id}/tasks`,
      '/api/v4/tasks/…',
    ])
    const text = await allText()
    expect(text).not.toContain(secret)
    expect(text).not.toContain(person.token)
    expect(text).not.toContain('access_token=')
  })

  test('with an unknown token, or one of no application, is in no log', async () => {
    const person = await world.person('Kim')
    const text = await issuePermanentToken(world.store.database, {
      personId: person.personId,
      accountId: world.accountId,
      clientId: null,
      scopes: ['Default'],
      name: 'plain',
    })
    const plain = await fetch(`${world.url}/api/v4/version`, { headers: { authorization: `bearer ${text}` } })
    expect(plain.status).toBe(200)
    expect((await fetch(`${world.url}/api/v4/version`, { headers: { authorization: 'bearer none' } })).status).toBe(401)
    await person.get('/version')
    expect(await rowsOf(person, 1)).toHaveLength(1)
  })
})

describe('counters of use', () => {
  test('tell which applications used an operation, and how often on a day', async () => {
    const person = await world.withApplication(await world.person('Lea'))
    for (let n = 0; n < 3; n++) await person.get('/colors')
    await rowsOf(person, 3)
    const uses = async () =>
      (
        await world.store.pool.query(
          `select subject, calls, day = (now() at time zone 'utc')::date as today from operation_use
           where client_id = (select client_id from request_log where person_id = $1 limit 1)`,
          [person.personId],
        )
      ).rows
    await expect.poll(uses).toEqual([{ subject: 'v4 queryColors', calls: 3, today: true }])
    const { rows } = await world.store.pool.query('select client_id from request_log where person_id = $1 limit 1', [
      person.personId,
    ])
    expect(await usersOf(world.store.database, 'v4 queryColors', 90)).toEqual([rows[0].client_id])
    await world.store.pool.query(`update operation_use set day = day - 91 where subject = 'v4 queryColors'`)
    expect(await usersOf(world.store.database, 'v4 queryColors', 90)).toEqual([])
  })
})
