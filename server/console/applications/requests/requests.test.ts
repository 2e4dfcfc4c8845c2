import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { hashPassword } from '#console/passwords.ts'
import { connectStore } from '#database/connect.ts'
import { closeServer } from '#http/close.ts'
import { createServer } from '#http/server.ts'
import { assembleServices } from '#http/services.ts'
import { encodeId } from '#ids/encode.ts'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { createAccount } from '#resources/account/create-account.ts'
import { readCsv } from '#testing/csv.ts'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'
import { WebBrowser } from '#testing/web-browser.ts'

let server: PeopleServer
let anna: WebBrowser
let token: string
let own: string
beforeAll(async () => {
  server = await startPeopleServer({ RATE_LIMIT_PER_MINUTE: '40' })
  anna = await server.annasBrowser()
  own = `/applications/${server.clientId}/requests`
  token = await annasToken(server.clientId)
  // Each in a millisecond of its own: those of one have no order.
  for (const path of ['/contacts?me=true', '/contacts?nonsense=1', '/colors', '/nowhere']) {
    await call(path)
    await sleep(2)
  }
  await written(4)
})
afterAll(() => server.close())

function annasToken(clientId: string): Promise<string> {
  const { personId, accountId } = server.anna
  const scopes = ['Default', 'amReadOnlyUser', 'wsReadOnly']
  return issuePermanentToken(server.store.database, { personId, accountId, clientId, scopes, name: 'test' })
}

const call = (path: string, base = server.url) =>
  fetch(`${base}/api/v4${path}`, { headers: { authorization: `bearer ${token}` } })

async function written(count: number): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rowCount } = await server.store.pool.query('select from request_log where client_id = $1', [
        server.clientId,
      ])
      expect(rowCount).toBeGreaterThanOrEqual(count)
    },
    { timeout: 5000 },
  )
}

/** Method, path and status of the rows on a page, newest first. */
const rowsOf = (text: string) =>
  [...text.matchAll(/<code>(\w+ \/[^<]*)<\/code><\/a>[\s\S]*?<span class="tag[^>]*>([^<]*)<\/span>/g)].map(
    ([, request, status]) => `${request} ${status}`,
  )

describe('the page of requests', () => {
  test('lists them newest first', async () => {
    const { text, status } = await anna.open(own)
    expect(status).toBe(200)
    expect(rowsOf(text)).toEqual([
      'GET /api/v4/nowhere 404',
      'GET /api/v4/colors 200',
      'GET /api/v4/contacts 400',
      'GET /api/v4/contacts 200',
    ])
    expect(text).not.toContain('nonsense')
    expect(text).not.toContain(token)
  })

  test.each([
    ['method=POST', []],
    ['path=colo', ['GET /api/v4/colors 200']],
    ['status=404', ['GET /api/v4/nowhere 404']],
    ['status=4xx', ['GET /api/v4/nowhere 404', 'GET /api/v4/contacts 400']],
    ['errors=1', ['GET /api/v4/nowhere 404', 'GET /api/v4/contacts 400']],
    ['operation=v4+queryColors', ['GET /api/v4/colors 200']],
    ['operation=v3+queryColors', []],
    ['slower=999999', []],
    ['from=2020-01-01T00:00&to=2020-01-02T00:00', []],
    ['from=2020-01-01T00:00&path=colo', ['GET /api/v4/colors 200']],
  ])('is filtered by %s', async (query, rows) => {
    expect(rowsOf((await anna.open(`${own}?${query}`)).text)).toEqual(rows)
  })

  test('is filtered by person and by request id', async () => {
    const me = encodeId('Contact', 0, server.anna.personId)
    const someone = encodeId('Contact', 0, server.anna.personId + 1000)
    expect(rowsOf((await anna.open(`${own}?person=${me}&path=colo`)).text)).toHaveLength(1)
    expect(rowsOf((await anna.open(`${own}?person=${someone}`)).text)).toEqual([])
    const { headers } = await call('/colors')
    await written(5)
    const id = headers.get('x-request-id')
    const { text } = await anna.open(`${own}?request=${id}`)
    expect(rowsOf(text)).toHaveLength(1)
    expect(text).toContain(String(id))
  })

  test('says which part of a filter can not be read', async () => {
    const { text, status } = await anna.open(`${own}?status=nine&slower=x&person=Anna&request=1&from=never`)
    expect(status).toBe(400)
    for (const words of ['Write one like 404', 'milliseconds', 'id of a contact', 'whole id', 'Choose a day'])
      expect(text).toContain(words)
  })

  test('goes on page by page: all requests, each once', async () => {
    await server.store.pool.query(
      `insert into request_log (client_id, answered_at, request_id, version, method, path, status, ms)
       select $1, date_trunc('milliseconds', now()) - interval '2 days' - (n / 3) * interval '1 ms', gen_random_uuid(), 'v4', 'PUT', '/old/' || n, 200, 1
       from generate_series(1, 120) n`,
      [server.clientId],
    )
    const seen: string[] = []
    for (let next: string | undefined = `${own}?method=PUT`; next; ) {
      const { text } = await anna.open(next)
      seen.push(...rowsOf(text))
      next = /rel="next" href="([^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
  })

  test('leads to all that is known of one', async () => {
    const { text } = await anna.open(`${own}?operation=v4+queryColors`)
    const page = await anna.open(/href="([^"]*requests\/\d+-[^"]*)"/.exec(text)?.[1] ?? '')
    for (const words of ['v4 queryColors', 'Anna Ash', 'of 40 a minute', 'X-Request-Id'])
      expect(page.text).toContain(words)
    expect((await anna.open(`${own}/1764034380123-00000000-0000-4000-8000-000000000000`)).status).toBe(404)
    expect((await anna.open(`${own}/nonsense`)).status).toBe(404)
  })

  test('says what the application uses', async () => {
    expect((await anna.open(own)).text).toMatch(/<code>v4 queryColors<\/code><\/td><td class="numeric">2<\/td>/)
  })

  test('is for those who look after the application: to others there is none', async () => {
    const eve = { email: 'eve@example.com', firstName: 'Eve', lastName: 'Elm' }
    await createAccount(server.store.database, {
      name: 'Elsewhere',
      owner: { ...eve, passwordHash: await hashPassword(password), emailConfirmed: true },
    })
    const browser = new WebBrowser(server.url)
    await browser.open('/sign-in')
    await browser.submit({ email: eve.email, password })
    for (const path of ['', '/live', '/log.csv', '/log.jsonl'])
      expect((await browser.open(own + path)).status).toBe(404)
    expect((await new WebBrowser(server.url).open(own)).url.pathname).toBe('/sign-in')
  })
})

describe('the log as a file', () => {
  test('has the rows of the filter, as CSV', async () => {
    const { text, headers } = await anna.open(`${own}/log.csv?errors=1`)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(readCsv(text).map(({ path, status, error }) => [path, status, error])).toEqual([
      ['/api/v4/nowhere', '404', 'method_not_found'],
      ['/api/v4/contacts', '400', 'invalid_parameter'],
    ])
  })

  test('and as JSON lines', async () => {
    const { text } = await anna.open(`${own}/log.jsonl?method=PUT`)
    const rows = text.trim().split('\n')
    expect(rows).toHaveLength(120)
    expect(JSON.parse(rows[0] as string)).toMatchObject({ method: 'PUT', status: 200, error: null })
  })
})

/** Reads a live view as a browser does. */
async function watch(browser: WebBrowser, query = '', base = server.url) {
  const stopped = new AbortController()
  const cookie = browser.cookieHeader(new URL(own, base))
  const response = await fetch(`${base}${own}/live${query}`, { headers: { cookie }, signal: stopped.signal })
  let text = ''
  let isOver = false
  const reading = (async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString()
  })()
    .catch(() => {})
    .finally(() => {
      isOver = true
    })
  return {
    response,
    rows: () =>
      [...text.matchAll(/^data: (\{.*)$/gm)]
        .flatMap(([, data]) => JSON.parse(data as string).rows as string[])
        .flatMap(rowsOf),
    isOver: () => isOver,
    text: () => text,
    stop: async () => {
      stopped.abort()
      await reading
    },
  }
}

describe('the live view', () => {
  test('shows what another server process answered, by the same filter, each once', async () => {
    // Its own connections and its own memory: the two have only the database in common.
    const name = (await server.store.pool.query('select current_database() as name')).rows[0].name
    const { host, port, user } = server.store.pool.options
    const store = connectStore({ host, port, user, database: name } as never)
    const services = await assembleServices({ settings: server.services.settings, store, log: server.services.log })
    const app = await createServer(services)
    const other = await app.listen({ host: '127.0.0.1', port: 0 })
    const all = await watch(anna)
    const filtered = await watch(anna, '?status=404')
    expect(all.response.headers.get('content-type')).toBe('text/event-stream')
    await call('/version', other)
    await call('/nothing', other)
    await call('/version')
    const sorted = () => all.rows().sort()
    await expect
      .poll(sorted, { timeout: 5000 })
      .toEqual(['GET /api/v4/nothing 404', 'GET /api/v4/version 200', 'GET /api/v4/version 200'])
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(all.rows()).toHaveLength(3)
    expect(filtered.rows()).toEqual(['GET /api/v4/nothing 404'])
    await all.stop()
    await filtered.stop()
    await closeServer(app, 1000)
    await store.close()
  })

  test('is open three times in a session at most', async () => {
    const open = [await watch(anna), await watch(anna), await watch(anna)]
    expect((await watch(anna)).response.status).toBe(429)
    for (const one of open) await one.stop()
    await expect
      .poll(async () => {
        const again = await watch(anna)
        await again.stop()
        return again.response.status
      })
      .toBe(200)
  })

  test('ends when its session does', async () => {
    const browser = await server.annasBrowser()
    const view = await watch(browser)
    await browser.open(own)
    await browser.submit({}, '/sign-out')
    await expect.poll(view.isOver, { timeout: 3000 }).toBe(true)
    expect(view.text()).toContain('event: over')
  })
})

describe('the rate limit', () => {
  test('shows how near a person is to it, and what was refused', async () => {
    const before = Number(/(\d+) in the last hour/.exec((await anna.open(own)).text)?.[1])
    const answers = await Promise.all(Array.from({ length: 45 }, () => call('/version')))
    const refused = answers.filter(({ status }) => status === 429).length
    expect(refused).toBeGreaterThan(0)
    await expect
      .poll(async () => Number(/(\d+) in the last hour/.exec((await anna.open(own)).text)?.[1]), { timeout: 5000 })
      .toBe(before + 45)
    const { text } = await anna.open(own)
    expect(text).toContain(`${refused} refused (429)`)
    expect(text).toMatch(/<meter min="0" max="40" [^>]* value="40"/)
    expect(text).toContain('The last answer said: 0 left.')
    const page = await anna.open(`${own}?status=429`)
    expect(rowsOf(page.text)).toHaveLength(refused)
  })
})

describe('a stop of the server', () => {
  test('ends live views, and writes down what is gathered', async () => {
    const view = await watch(anna)
    const { settings, log, store } = server.services
    const services = await assembleServices({ settings, store, log })
    const app = await createServer(services)
    const other = await app.listen({ host: '127.0.0.1', port: 0 })
    const there = await watch(anna, '', other)
    expect(there.response.status).toBe(200)
    const { headers } = await call('/version', other)
    const began = performance.now()
    await closeServer(app, 5000)
    expect(performance.now() - began).toBeLessThan(2000)
    expect(there.isOver()).toBe(true)
    expect(view.isOver()).toBe(false)
    await view.stop()
    const { rowCount } = await server.store.pool.query('select from request_log where request_id = $1', [
      headers.get('x-request-id'),
    ])
    expect(rowCount).toBe(1)
  })
})
