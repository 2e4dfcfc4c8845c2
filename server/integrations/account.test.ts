import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeServer } from '#http/close.ts'
import { createServer } from '#http/server.ts'
import { assembleServices } from '#http/services.ts'
import { encodeAccountId } from '#ids/encode.ts'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { chromiumPath, startBrowser, type TestBrowser } from '#testing/chromium.ts'
import { isGood } from '#testing/good-page.ts'
import { listIt, somebody } from '#testing/listed.ts'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'
import type { WebBrowser } from '#testing/web-browser.ts'

type Somebody = Awaited<ReturnType<typeof somebody>>

let server: PeopleServer
let anna: WebBrowser
let ben: Somebody
let eve: Somebody
let path: string
let browser: TestBrowser | undefined
/** A second one on the same database, with a memory of its own. */
let other: Awaited<ReturnType<typeof createServer>>
beforeAll(async () => {
  server = await startPeopleServer({ RATE_LIMIT_PER_MINUTE: '0' })
  other = await createServer(await assembleServices({ ...server.services }))
  await other.ready()
  anna = await server.annasBrowser()
  ben = await somebody(server, 'Ben', { role: 'regular' })
  eve = await somebody(server, 'Eve', 'elsewhere')
  path = `/accounts/${encodeAccountId(server.anna.accountId)}/integrations`
  if (chromiumPath) browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await closeServer(other, 1000)
  await server.close()
})
beforeEach(async () => {
  const { database } = server.store
  await database.deleteFrom('application_block').execute()
  await database.updateTable('oauth_grant').set({ revoked_at: new Date() }).execute()
  await database.deleteFrom('access_token').execute()
  await database.deleteFrom('outbox_mail').execute()
})

const robot = () => `${path}/${server.clientId}`
const client = () => ({ client_id: server.clientId, client_secret: server.clientSecret })

/** Consents in a browser, and exchanges the code. */
async function tokensOf(who: WebBrowser, { scope = 'Default', everywhere = false, accountId = 0 } = {}) {
  const query = new URLSearchParams({ response_type: 'code', client_id: server.clientId, scope })
  await who.open(`/oauth2/authorize${everywhere ? '' : '/v4'}?${query}`)
  const first = /name="account" value="(\d+)"/.exec(who.page?.text ?? '')?.[1] ?? ''
  const { url } = await who.submit({ answer: 'allow', account: String(accountId || first) }, who.page?.url.pathname)
  const code = url.searchParams.get('code') ?? ''
  const { body } = await server.post('/oauth2/token', { ...client(), grant_type: 'authorization_code', code })
  return body as { access_token: string; refresh_token: string }
}
const permanentOf = ({ personId, accountId }: { personId: number; accountId: number }, clientId: string | null) =>
  issuePermanentToken(server.store.database, { personId, accountId, clientId, scopes: ['wsReadOnly'], name: 'Nightly' })

/** What both servers say to a token. */
async function statuses(token: string, version = 'v4') {
  const headers = { authorization: `bearer ${token}` }
  const here = await fetch(`${server.url}/api/${version}/contacts`, { headers })
  const there = await other.inject({ url: `/api/${version}/contacts`, headers })
  return [here.status, there.statusCode]
}
const refusedSoon = (token: string) => expect.poll(() => statuses(token), { timeout: 1000 }).toEqual([401, 401])
const submit = async (form: Record<string, string>, action: string) => {
  await anna.open(robot())
  return anna.submit(form, `${robot()}/${action}`)
}
const mailsTo = async (recipient: string) =>
  (
    await server.store.database.selectFrom('outbox_mail').select('subject').where('recipient', '=', recipient).execute()
  ).map(({ subject }) => subject)
const newestRecords = async (count: number) => {
  const { rows } = await server.store.pool.query(
    'select operation, object_name as object, details, email from audit_record where account_id = $1 order by audit_record_id desc limit $2',
    [server.anna.accountId, count],
  )
  return rows
}

describe('the integrations of an account', () => {
  test('exist only for its admins', async () => {
    await tokensOf(ben.browser)
    for (const who of [ben, eve]) {
      const form_token = await tokenOf(who.browser)
      for (const address of [path, robot()]) expect((await who.browser.open(address)).status).toBe(404)
      for (const act of ['revocation', 'blocking', 'unblocking'])
        expect((await who.browser.open(`${robot()}/${act}`, { form_token, person: 'all' })).status).toBe(404)
    }
    const { rows } = await server.store.pool.query('select from oauth_grant where revoked_at is null')
    expect(rows).toHaveLength(1)
    expect((await anna.open(`/accounts/${encodeAccountId(eve.accountId)}/integrations`)).status).toBe(404)
    expect((await ben.browser.open('/profile')).text).not.toContain(path)
    expect((await anna.open('/profile')).text).toContain(path)
  })

  test('say who granted what, how, and when it was last used', async () => {
    const { access_token } = await tokensOf(ben.browser, { scope: 'wsReadOnly,amReadOnlyGroup' })
    await permanentOf(server.anna, server.clientId)
    const before = await anna.open(path)
    expect(before.text).toMatch(/Garden robot<\/a>\s*<p class="quiet">2 people · never used/)
    expect(await statuses(access_token)).toEqual([200, 200])
    expect((await anna.open(path)).text).toMatch(/2 people · last used/)
    const { text } = await anna.open(robot())
    for (const part of [ben.email, 'amReadOnlyGroup', 'See user groups', 'permanent token “Nightly”'])
      expect(text).toContain(part)
    expect((await anna.open(`${path}/nobody`)).status).toBe(404)
  })

  test('hold tokens of no application too, which can be revoked', async () => {
    const token = await permanentOf(server.anna, null)
    await anna.open(`${path}/none`)
    await anna.submit({ person: 'all' }, `${path}/none/revocation`)
    await refusedSoon(token)
  })

  test('hold nothing of another account', async () => {
    await tokensOf(eve.browser)
    expect((await anna.open(path)).text).toContain('None has access')
  })
})

describe('revoked by an admin', () => {
  test('the tokens of one person are refused at once by every server, and others’ work on', async () => {
    const bens = await tokensOf(ben.browser)
    const [permanent, annas] = [
      await permanentOf(ben, server.clientId),
      await permanentOf(server.anna, server.clientId),
    ]
    for (const token of [bens.access_token, permanent, annas]) expect(await statuses(token)).toEqual([200, 200])
    await submit({ person: String(ben.personId) }, 'revocation')
    await refusedSoon(bens.access_token)
    await refusedSoon(permanent)
    expect(await statuses(annas)).toEqual([200, 200])
    const refresh = { ...client(), grant_type: 'refresh_token', refresh_token: bens.refresh_token }
    expect((await server.post('/oauth2/token', refresh)).body.error).toBe('invalid_grant')
  })

  test('it is in the audit log under the admin’s name, and the person is told by mail; the admin is not', async () => {
    await tokensOf(ben.browser)
    await permanentOf(server.anna, server.clientId)
    await submit({ person: 'all' }, 'revocation')
    for (const record of await newestRecords(2))
      expect(record).toMatchObject({
        operation: 'Oauth2AccessRevoked',
        object: 'Garden robot',
        email: server.anna.email,
      })
    expect(await mailsTo(ben.email)).toEqual(['Garden robot no longer works for you in Acme'])
    expect(await mailsTo(server.anna.email)).toEqual([])
  })

  test('what was given in another account stays', async () => {
    const { access_token } = await tokensOf(eve.browser)
    await anna.open(path)
    const form_token = await tokenOf(anna)
    await anna.open(`${robot()}/revocation`, { form_token, person: String(eve.personId) })
    expect(await statuses(access_token)).toEqual([200, 200])
  })
})

describe('blocked by an admin', () => {
  const block = async () => {
    await permanentOf(server.anna, server.clientId)
    return submit({}, 'blocking')
  }

  test('its tokens are refused at once, and no new one is given', async () => {
    const { access_token, refresh_token } = await tokensOf(ben.browser)
    expect(await statuses(access_token)).toEqual([200, 200])
    await block()
    await refusedSoon(access_token)
    const refresh = { ...client(), grant_type: 'refresh_token', refresh_token }
    expect((await server.post('/oauth2/token', refresh)).body.error).toBe('invalid_grant')
    await refusedSoon(await permanentOf(ben, server.clientId))
    await anna.open(`/applications/${server.clientId}/tokens`)
    const page = await anna.submit({ token_name: 'New', password }, `/applications/${server.clientId}/tokens`)
    expect(page.text).toContain('The admins of Acme blocked Garden robot there')
  })

  test('the consent screen says so, and a form that insists gets nothing', async () => {
    const query = new URLSearchParams({ response_type: 'code', client_id: server.clientId })
    await ben.browser.open(`/oauth2/authorize/v4?${query}`)
    await block()
    const insisted = await ben.browser.submit(
      { answer: 'allow', account: String(ben.accountId) },
      ben.browser.page?.url.pathname,
    )
    expect(insisted.text).toContain('The admins of Acme blocked Garden robot there')
    expect(insisted.text).toMatch(/value="allow" disabled/)
    const { body } = await server.post('/oauth2/device_authorization', client())
    await ben.browser.open('/device')
    const form = { user_code: String(body.user_code), answer: 'allow', account: String(ben.accountId) }
    expect((await ben.browser.submit(form, '/device')).text).toContain('The admins of Acme blocked')
    const { rows } = await server.store.pool.query('select from oauth_grant where revoked_at is null')
    expect(rows).toHaveLength(0)
  })

  test('a token that was given elsewhere for all accounts does not reach this one', async () => {
    const { database } = server.store
    const joined = {
      account_id: server.anna.accountId,
      person_id: eve.personId,
      role: 'regular',
      state: 'active',
    } as const
    await database.insertInto('account_user').values(joined).execute()
    const { access_token } = await tokensOf(eve.browser, { everywhere: true, accountId: eve.accountId })
    const accounts = async () => {
      const headers = { authorization: `bearer ${access_token}` }
      const { data } = (await (await fetch(`${server.url}/api/v3/accounts`, { headers })).json()) as {
        data: { name: string }[]
      }
      return data.map(({ name }) => name).sort()
    }
    expect(await accounts()).toEqual(['Acme', "Eve's"])
    expect((await anna.open(robot())).text).toContain('Given in another account for all')
    await submit({}, 'blocking')
    await expect.poll(accounts).toEqual(["Eve's"])
    expect(await statuses(access_token)).toEqual([200, 200])
    await database
      .deleteFrom('account_user')
      .where('account_id', '=', joined.account_id)
      .where('person_id', '=', eve.personId)
      .execute()
  })

  test('in one account, it goes on in others; unblocked, people may allow it again', async () => {
    const eves = await tokensOf(eve.browser)
    await block()
    expect(await statuses(eves.access_token)).toEqual([200, 200])
    expect((await anna.open(path)).text).toContain('Blocked')
    await submit({}, 'unblocking')
    const { access_token } = await tokensOf(ben.browser)
    expect(await statuses(access_token)).toEqual([200, 200])
    const records = (await newestRecords(20)).filter(({ object }) => object === 'Garden robot').slice(0, 3)
    expect(records).toMatchObject([
      { operation: 'Oauth2AccessGranted', email: ben.email },
      { operation: 'AccountModified', details: { Change: 'Unblocked' }, email: server.anna.email },
      { operation: 'AccountModified', details: { Change: 'Blocked' }, email: server.anna.email },
    ])
  })

  test('two admins who block it at once block it once', async () => {
    await permanentOf(server.anna, server.clientId)
    await anna.open(robot())
    const second = await server.annasBrowser()
    await second.open(robot())
    const done = await Promise.all([anna.submit({}, `${robot()}/blocking`), second.submit({}, `${robot()}/blocking`)])
    expect(done.map(({ status }) => status)).toEqual([200, 200])
    const records = (await newestRecords(5)).filter(({ details }) => details.Change === 'Blocked')
    expect(records).toHaveLength(1)
  })

  test('its webhooks rest, whoever made them', async () => {
    const { pool } = server.store
    await tokensOf(ben.browser)
    await pool.query(
      `insert into webhook (account_id, person_id, client_id, hook_url, host) values ($1, $2, $3, 'https://robot.example/', 'robot.example')`,
      [server.anna.accountId, ben.personId, server.clientId],
    )
    expect((await anna.open(robot())).text).toContain('1, 1 of them active')
    await submit({}, 'blocking')
    const { rows } = await pool.query('select status from webhook')
    expect(rows).toEqual([{ status: 'Suspended' }])
  })
})

test.skipIf(!chromiumPath)(
  'the pages are good, and an admin finds them from the directory',
  async () => {
    await listIt(server, { clientId: server.clientId, byPersonId: server.anna.personId })
    await tokensOf(ben.browser)
    await permanentOf(server.anna, server.clientId)
    const context = await (browser as TestBrowser).newContext({ viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    await page.goto(`${server.url}/sign-in?next=/integrations/garden-robot`)
    await page.getByLabel('Email address').fill(server.anna.email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('link', { name: 'Acme' }).click()
    await isGood(page)
    await page.getByRole('button', { name: 'Block Garden robot' }).click()
    await isGood(page)
    await page.getByRole('link', { name: 'Garden robot' }).click()
    await isGood(page)
    await page.goto(`${server.url}/oauth2/authorize/v4?response_type=code&client_id=${server.clientId}`)
    await isGood(page)
    await context.close()
  },
  60_000,
)

async function tokenOf(who: WebBrowser): Promise<string> {
  const { text } = await who.open('/profile')
  return /name="form_token" value="([^"]+)"/.exec(text)?.[1] ?? ''
}
