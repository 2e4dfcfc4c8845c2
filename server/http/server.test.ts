import { request as send } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import { type People, startPeople } from '#testing/people.ts'

let people: People
beforeAll(async () => {
  people = await startPeople()
})
afterAll(() => people.close())

const call = async (path: string, init: RequestInit & { bare?: boolean } = {}) => {
  const { bare, ...rest } = init
  const response = await fetch(`${people.url}/api/v4${path}`, {
    ...rest,
    headers: {
      ...(bare ? {} : { authorization: `bearer ${people.anna.token}` }),
      ...(init.headers as Record<string, string>),
    },
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
}

describe('credentials', () => {
  test('the scheme counts in any case, the parameter replaces the header', async () => {
    for (const authorization of ['bearer', 'Bearer', 'BEARER']) {
      expect(
        (await call('/version', { bare: true, headers: { authorization: `${authorization} ${people.anna.token}` } }))
          .status,
      ).toBe(200)
    }
    expect((await call(`/version?access_token=${people.anna.token}`, { bare: true })).status).toBe(200)
    expect((await call(`/version?access_token=${people.anna.token}`)).status).toBe(200)
  })
  test('two different credentials are refused', async () => {
    const { status, body } = await call('/version?access_token=other')
    expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_request' })
  })
  test('another method of authorization, none, or a wrong token is 401 and tells where to get one', async () => {
    const basic = await call('/version', { bare: true, headers: { authorization: 'Basic eDp5' } })
    expect(basic.body).toEqual({ error: 'not_authorized', errorDescription: 'Authorization method unknown' })
    const wrong = await call('/version', { bare: true, headers: { authorization: 'bearer nope' } })
    expect({ status: wrong.status, body: wrong.body }).toEqual({
      status: 401,
      body: { error: 'not_authorized', errorDescription: 'Access token is unknown or invalid' },
    })
    expect(wrong.headers.get('www-authenticate')).toContain('/.well-known/oauth-protected-resource')
    expect(wrong.headers.get('cache-control')).toBe('no-store')
  })
  test('a revoked token ends at once, although it was just used', async () => {
    const friend = await people.person('Friend')
    expect((await friend.get('/version')).status).toBe(200)
    await people.store.pool.query('delete from access_token where person_id = $1', [friend.personId])
    await people.store.pool.query("select pg_notify('access_changed', $1)", [String(people.accountId)])
    await expect.poll(async () => (await friend.get('/version')).status).toBe(401)
  })
})

describe('paths and verbs', () => {
  test('an unknown path is 401 without a token and 404 with one', async () => {
    expect((await call('/nothing', { bare: true })).status).toBe(401)
    const { status, body } = await call('/nothing')
    expect({ status, error: body.error }).toEqual({ status: 404, error: 'method_not_found' })
  })
  test('a wrong verb is told the right ones', async () => {
    const { status, body, headers } = await call('/version', { method: 'DELETE' })
    expect({ status, error: body.error, allow: headers.get('allow') }).toEqual({
      status: 400,
      error: 'invalid_request',
      allow: 'GET',
    })
  })
  test('slashes at the end or doubled do not matter', async () => {
    expect((await call('/version/')).status).toBe(200)
    expect((await call('//version')).status).toBe(200)
  })
  test('HEAD is GET without a body; OPTIONS lets browsers in', async () => {
    expect((await call('/version', { method: 'HEAD' })).status).toBe(200)
    const { status, headers } = await call('/version', { method: 'OPTIONS', bare: true })
    expect({ status, origin: headers.get('access-control-allow-origin') }).toEqual({ status: 204, origin: '*' })
    expect(headers.get('access-control-allow-credentials')).toBeNull()
  })
  test('a form of five megabytes that names one parameter over and over holds up nobody', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const start = performance.now()
    const form = (count: number) => call('/spaces', { method: 'POST', headers, body: 'a&'.repeat(count), bare: true })
    const { status, body } = await form(2_500_000)
    expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_request' })
    expect((await form(19_000)).status).toBe(401)
    expect(performance.now() - start).toBeLessThan(5000)
  })
  test('a list takes 15,000 values, and roles are given to 1,000 contacts at once', async () => {
    const send = (parameters: object) =>
      call('/folders/IEAAAAABI4AAAAAA/folders', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ title: 'x', ...parameters }),
      })
    const contacts = Array.from({ length: 15_001 }, (_, at) => encodeId('Contact', people.accountId, at + 1))
    const many = await send({ shareds: contacts })
    expect(many.headers.get('x-error-hint')).toBe('at most 15000 values')
    const accessRoleId = encodeId('AccessRole', people.accountId, 0xffffffff)
    const userAccessRoles = Object.fromEntries(contacts.slice(0, 1001).map((contact) => [contact, accessRoleId]))
    expect((await send({ userAccessRoles })).headers.get('x-error-hint')).toBe('at most 1000 contacts')
  })
  test('the method parameter is the verb of a client that can only GET', async () => {
    expect((await call('/version?method=delete')).body.error).toBe('invalid_request')
    expect((await call('/version?method=GET')).status).toBe(400)
    expect((await call('/version?method=FLY')).status).toBe(400)
  })
})

describe('requests', () => {
  test('state comes back in the answer', async () => {
    expect((await call('/version?state=abc')).body.state).toBe('abc')
    expect((await call(`/version?state=${'x'.repeat(1001)}`)).status).toBe(400)
  })
  test('an answer says who it is and how to find it in the log', async () => {
    const { headers } = await call('/version')
    expect(headers.get('content-type')).toBe('application/json;charset=UTF-8')
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })
  test('a URL of 32 KB is read', async () => {
    const { status, body } = await call(`/comments/${Array.from({ length: 1001 }, () => 'IEAAAAABIMAAAAAB').join(',')}`)
    expect({ status, error: body.error }).toEqual({ status: 404, error: 'resource_not_found' })
    const many = Array.from({ length: 1001 }, (_, at) => encodeId('Comment', people.accountId, at + 1))
    expect((await call(`/comments/${many.join(',')}`)).body.errorDescription).toBe(
      "Parameter 'commentIds' value is invalid",
    )
  })
  const broken: [string, string | undefined, string, number, string][] = [
    ['JSON that does not parse', 'application/json', '{', 400, 'invalid_request'],
    ['JSON that is no object', 'application/json', '[1]', 400, 'invalid_request'],
    ['a type we do not read', 'text/xml', '<a/>', 400, 'invalid_request'],
    ['a body over 5 MB', 'application/json', `{"a":"${'x'.repeat(5 * 1024 * 1024)}"}`, 400, 'invalid_request'],
  ]
  for (const [name, type, text, status, error] of broken) {
    test(`${name} is refused`, async () => {
      const answer = await call('/tasks/IEAAAAABKQAAAAAB/comments', {
        method: 'POST',
        body: text,
        headers: type ? { 'content-type': type } : {},
      })
      expect({ status: answer.status, error: answer.body.error }).toEqual({ status, error })
    })
  }
  test('a body without a type, or empty, has no parameters', async () => {
    const { status, body } = await call('/tasks/IEAAAAABKQAAAAAB/comments', { method: 'POST' })
    expect({ status, error: body.error }).toEqual({ status: 400, error: 'parameter_required' })
  })
  test('header values that are hostile do not break the answer', async () => {
    const { status, headers } = await call(`/comments?types=${encodeURIComponent('Ré\r\nX: y')}`)
    expect(status).toBe(400)
    expect(headers.get('x-error-hint')).toBe('one of Email, Regular')
    expect(headers.get('x')).toBeNull()
  })
})

test('past the rate limit come 429, Retry-After and the RateLimit headers', async () => {
  const limited = await startPeople({ RATE_LIMIT_PER_MINUTE: '3' })
  const seen = []
  for (let at = 0; at < 4; at++) seen.push(await limited.anna.get('/version'))
  expect(seen.map((answer) => answer.status)).toEqual([200, 200, 200, 429])
  expect(seen[0]?.headers.get('ratelimit')).toMatch(/^"default";r=2;t=\d+$/)
  expect(seen[0]?.headers.get('ratelimit-policy')).toBe('"default";q=3;w=60')
  expect(seen[3]?.body).toEqual({
    error: 'rate_limit_exceeded',
    errorDescription: 'IP or access token exceeded limit: 3 requests per minute',
  })
  expect(Number(seen[3]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await limited.eve.get('/version')).status).toBe(200)
  await limited.close()
})

test('while the database is away the answer is 503 with Retry-After, and all is well when it is back', async () => {
  await people.store.shut()
  const away = await people.anna.get('/comments')
  expect({ status: away.status, error: away.body.error }).toEqual({ status: 503, error: 'server_error' })
  expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0)
  await people.store.reopen()
  await expect.poll(async () => (await people.anna.get('/comments')).status, { timeout: 5000 }).toBe(200)
})

test('a request line that is too long is refused by the server, not by a crash', async () => {
  const status = await new Promise((resolve, reject) => {
    send(`${people.url}/api/v4/version?x=${'y'.repeat(100_000)}`, (response) => resolve(response.statusCode))
      .on('error', reject)
      .end()
  })
  expect(status).toBe(431)
  expect((await call('/version')).status).toBe(200)
})
