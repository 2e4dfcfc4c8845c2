import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'
import { deviceGrant } from './adapters.ts'

let server: PeopleServer
let client: { client_id: string; client_secret: string }
beforeAll(async () => {
  server = await startPeopleServer()
  client = { client_id: server.clientId, client_secret: server.clientSecret }
})
afterAll(() => server.close())

const begin = async (form: Record<string, string> = {}) =>
  (await server.post('/oauth2/device_authorization', { ...client, ...form })).body as Record<string, string>
const ask = (device_code: string | undefined) =>
  server.post('/oauth2/token', { ...client, grant_type: deviceGrant, device_code: device_code ?? '' })
/** Devices may ask every five seconds. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 4_100))

/** Anna enters the code and answers. */
async function answer(userCode: string, said: 'allow' | 'deny'): Promise<string> {
  const browser = await server.annasBrowser()
  await browser.open(`/device?user_code=${userCode}`)
  await browser.submit({ user_code: userCode.toLowerCase() })
  expect(browser.page?.text).toContain('<strong class="application">Garden robot</strong>')
  const page = await browser.submit({ answer: said, account: String(server.anna.accountId) })
  return page.text
}

test('a device waits, a person allows, the device gets its tokens once', async () => {
  const device = await begin({ scope: 'wsReadOnly amReadOnlyUser' })
  expect(device).toMatchObject({
    user_code: expect.stringMatching(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/),
    verification_uri: `${server.url}/device`,
    verification_uri_complete: `${server.url}/device?user_code=${device.user_code}`,
    expires_in: 900,
    interval: 5,
  })
  expect(await ask(device.device_code)).toMatchObject({ status: 400, body: { error: 'authorization_pending' } })
  expect(await ask(device.device_code)).toMatchObject({ status: 400, body: { error: 'slow_down' } })
  await answer(device.user_code ?? '', 'allow')
  await pause()
  const tokens = await ask(device.device_code)
  expect(tokens).toMatchObject({
    status: 200,
    body: { token_type: 'bearer', host: new URL(server.url).host, scope: 'wsReadOnly amReadOnlyUser' },
  })
  await pause()
  expect((await ask(device.device_code)).body.error).toBe('invalid_grant')
}, 30_000)

test('a person says no', async () => {
  const device = await begin()
  expect(await answer(device.user_code ?? '', 'deny')).toContain('Denied')
  expect(await ask(device.device_code)).toMatchObject({ status: 400, body: { error: 'access_denied' } })
})

test('a device code that lapsed is expired_token', async () => {
  const device = await begin()
  await server.store.database
    .updateTable('oauth_payload')
    .set((row) => ({
      payload: row.fn('jsonb_set', [row.ref('payload'), row.val('{exp}'), row.cast(row.val('1'), 'jsonb')]),
    }))
    .where('model', '=', 'DeviceCode')
    .execute()
  expect(await ask(device.device_code)).toMatchObject({ status: 400, body: { error: 'expired_token' } })
})

test('unknown scopes are refused', async () => {
  const refused = await server.post('/oauth2/device_authorization', { ...client, scope: 'Everything' })
  expect(refused).toMatchObject({ status: 400, body: { error: 'invalid_scope' } })
})

test('nobody may guess user codes', async () => {
  const browser = await server.annasBrowser()
  for (let tries = 0; tries < 5; tries += 1) {
    await browser.open('/device')
    await browser.submit({ user_code: 'BBBB-BBBB' })
  }
  const device = await begin()
  await browser.open('/device')
  await browser.submit({ user_code: device.user_code ?? '' })
  expect(browser.page?.text).toContain('Too many tries')
})
