import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRelay } from '#events/relay.ts'
import { createApplication } from '#oauth/applications.ts'
import { createAccount } from '#resources/account/create-account.ts'
import { Client, type Data } from '#testing/client.ts'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'
import { type Receiver, startReceiver } from '#testing/receiver.ts'
import type { WebBrowser } from '#testing/web-browser.ts'
import { startWebhooks } from '#webhooks/start.ts'
import { hashPassword } from '../../passwords.ts'

let server: PeopleServer
let stop: () => Promise<void>
let anna: WebBrowser
let api: Client
const receivers: Receiver[] = []
beforeAll(async () => {
  server = await startPeopleServer({ OUTBOUND_ALLOW: '127.0.0.0/8', WEBHOOK_RETRY_DELAYS: '0.05,0.05,0.05' })
  const relay = startRelay(server.store, server.services.log)
  const webhooks = startWebhooks(server.services)
  stop = async () => {
    await webhooks.stop()
    await relay.stop()
  }
  anna = await server.annasBrowser()
  api = new Client(server.url, (await server.tokens()).access_token)
})
afterAll(async () => {
  await stop()
  await Promise.all(receivers.map((receiver) => receiver.close()))
  await server.close()
})

const list = () => `/applications/${server.clientId}/webhooks`
let count = 0

/** A webhook of Garden robot with its receiver and the address of its page. */
async function hook(secret?: string): Promise<Receiver & { page: string; id: string }> {
  const receiver = await startReceiver()
  receivers.push(receiver)
  receiver.secret = secret
  const { body } = await api.post('/webhooks', { hookUrl: receiver.url, secret, events: ['FolderCreated'] })
  return Object.assign(receiver, { id: body.data[0].id, page: `${list()}/${body.data[0].id}` })
}
async function makeFolder(title = `Folder ${++count}`): Promise<Data> {
  const [root] = (await api.get('/folders')).body.data
  return (await api.post(`/folders/${root.id}/folders`, { title })).body.data[0]
}
/** The last delivery's page, when it has ended. */
async function lastDelivery(page: string): Promise<string> {
  let found: string | undefined
  await expect
    .poll(
      async () => {
        const { text } = await anna.open(page)
        found = /href="([^"]*\/deliveries\/\d+)"/.exec(text)?.[1]
        return found && !/<tbody>[\s\S]*?Waiting/.test(text)
      },
      { timeout: 10_000 },
    )
    .toBeTruthy()
  return found as string
}

describe('the list', () => {
  test('shows where webhooks lead, what they watch and whose they are, and why one is suspended', async () => {
    const receiver = await hook()
    await api.put(`/webhooks/${receiver.id}`, { status: 'Suspended' })
    const { text } = await anna.open(list())
    expect(text).toContain(receiver.url)
    expect(text).toContain('All its user sees in the account')
    expect(text).toContain('Anna Ash in Acme')
    expect(text).toContain('Suspended: by hand')
  })

  test('shows those of other accounts that let the application in, and nobody else sees them', async () => {
    const { database } = server.store
    const owner = {
      email: 'olga@example.com',
      firstName: 'Olga',
      passwordHash: await hashPassword(password),
      emailConfirmed: true,
    }
    const olga = await createAccount(database, { name: 'Olga’s', owner })
    const { rows } = await server.store.pool.query(
      `insert into webhook (account_id, person_id, client_id, hook_url, host)
       values ($1, $2, $3, 'https://far.example/hook', 'far.example') returning webhook_id`,
      [olga.accountId, olga.personId, server.clientId],
    )
    expect(rows).toHaveLength(1)
    expect((await anna.open(list())).text).toContain('https://far.example/hook')
    const stranger = server.browser()
    await stranger.open('/sign-in')
    await stranger.submit({ email: owner.email, password })
    expect((await stranger.open(list())).status).toBe(404)
  })
})

describe('a delivery', () => {
  test('shows what was sent and what was answered', async () => {
    const receiver = await hook()
    const folder = await makeFolder('<b>Pond</b>')
    const page = await anna.open(await lastDelivery(receiver.page))
    expect(page.text).toContain('Status <strong>200</strong>')
    expect(page.text).toContain('noted')
    expect(page.text).toContain(folder.id)
    expect(page.text).toContain(`&quot;webhookId&quot;: &quot;${receiver.id}&quot;`)
    expect(page.text).toContain(String(receiver.deliveries[0]?.headers['idempotency-key']))
  })

  test('is sent again with the same payload and key, alone, behind what waits', async () => {
    const receiver = await hook()
    await makeFolder()
    const delivery = await lastDelivery(receiver.page)
    await anna.open(delivery)
    await anna.submit({}, `${delivery}/redelivery`)
    await receiver.has(2)
    const [first, second] = receiver.deliveries
    expect(second?.text).toBe(first?.text)
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key'])
    expect((await anna.open(await lastDelivery(receiver.page))).text).toContain('an earlier delivery')
  })

  test('that failed suspends its webhook and is found by its state; it is sent again when the webhook is revived', async () => {
    const receiver = await hook('frog')
    receiver.answer = () => ({ status: 404 })
    await makeFolder()
    const failed = await lastDelivery(`${receiver.page}?state=failed`)
    expect((await anna.open(`${receiver.page}?state=delivered`)).text).toContain('None are delivered.')
    expect((await anna.open(failed)).text).toContain('revive the webhook first')
    const hookPage = await anna.open(receiver.page)
    expect(hookPage.text).toContain('the receiver answered 404')

    receiver.secret = 'toad'
    const refused = await anna.submit({}, `${receiver.page}/status`)
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('It stays suspended.')
    receiver.secret = 'frog'
    receiver.answer = () => ({ status: 200 })
    expect((await anna.submit({}, `${receiver.page}/status`)).text).toContain('>Active<')
    await anna.open(failed)
    await anna.submit({}, `${failed}/redelivery`)
    await receiver.has(1)
  })

  test('that was never sent shows no payload: the application has not got it', async () => {
    const receiver = await hook()
    const { rows } = await server.store.pool.query(
      `insert into webhook_delivery (account_id, webhook_id, events, state, ended_at)
       select account_id, webhook_id, '[{"eventType":"FolderCreated","folderId":"unheard"}]', 'dropped', now()
       from webhook where hook_url = $1 returning delivery_id`,
      [receiver.url],
    )
    const { text, status } = await anna.open(`${receiver.page}/deliveries/${rows[0].delivery_id}`)
    expect(status).toBe(200)
    expect(text).toContain('It was not sent.')
    expect(text).not.toContain('unheard')
  })

  test('of 51 stands on a second page', async () => {
    const receiver = await hook()
    await server.store.pool.query(
      `insert into webhook_delivery (account_id, webhook_id, events, state, ended_at, attempts, answer_status)
       select account_id, webhook_id, '[{"eventType":"FolderCreated"}]', 'delivered', now(), 1, 200
       from webhook, generate_series(1, 51) where hook_url = $1`,
      [receiver.url],
    )
    const first = await anna.open(receiver.page)
    expect(first.text.match(/deliveries\/\d+/g)).toHaveLength(50)
    const older = /rel="next" href="([^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') as string
    const second = await anna.open(older)
    expect(second.text.match(/deliveries\/\d+/g)).toHaveLength(1)
    expect(second.text).toContain('Newer')
  })
})

describe('a test event', () => {
  test('is signed and marked, and its answer is shown; it is no delivery', async () => {
    const receiver = await hook('frog')
    receiver.answer = () => ({ status: 418 })
    await anna.open(receiver.page)
    const page = await anna.submit({}, `${receiver.page}/test`)
    expect(page.text).toContain('Status <strong>418</strong>')
    expect(page.text).toContain('did not take the test event')
    const [{ headers, text, events } = { headers: {}, text: '', events: [] }] = receiver.deliveries
    expect(headers['x-hook-test']).toBe('1')
    expect(headers['x-hook-signature']).toBe(createHmac('sha256', 'frog').update(text).digest('hex'))
    expect(events).toMatchObject([{ webhookId: receiver.id, eventType: 'Test', test: true }])
    const again = await anna.open(receiver.page)
    expect(again.text).toContain('>Active<')
    expect(again.text).toContain('None yet.')
  })
})

describe('a webhook', () => {
  test('is suspended and revived, and hears of what comes afterwards', async () => {
    const receiver = await hook()
    await anna.open(receiver.page)
    expect((await anna.submit({}, `${receiver.page}/status`)).text).toContain('by a developer of its application')
    expect((await api.get(`/webhooks/${receiver.id}`)).body.data[0].status).toBe('Suspended')
    await makeFolder()
    await anna.submit({}, `${receiver.page}/status`)
    const heard = await makeFolder()
    await receiver.has(1)
    expect(receiver.events.map(({ folderId }) => folderId)).toEqual([heard.id])
  })

  test('whose user took back what the application was allowed stays suspended', async () => {
    const receiver = await hook()
    await server.store.pool.query(
      `update webhook set status = 'Suspended', suspended_because = 'by hand',
         person_id = (select person_id from webhook where hook_url = 'https://far.example/hook'),
         account_id = (select account_id from webhook where hook_url = 'https://far.example/hook') where hook_url = $1`,
      [receiver.url],
    )
    const { text } = await anna.open(list())
    const page = new RegExp(`href="([^"]+)">${receiver.url}`).exec(text)?.[1] as string
    await anna.open(page)
    const refused = await anna.submit({}, `${page}/status`)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('its user took back what the application was allowed')
  })

  test('is deleted, with its deliveries', async () => {
    const receiver = await hook()
    await anna.open(receiver.page)
    const { text } = await anna.submit({}, `${receiver.page}/deletion`)
    expect(text).not.toContain(receiver.url)
    expect((await api.get(`/webhooks/${receiver.id}`)).status).toBe(404)
    expect((await anna.open(receiver.page)).status).toBe(404)
  })

  test('is not found through another application, nor its deliveries and actions', async () => {
    const receiver = await hook()
    await makeFolder()
    const delivery = await lastDelivery(receiver.page)
    const { personId, accountId } = server.anna
    const other = await createApplication(server.store.database, {
      name: 'Other',
      ownerPersonId: personId,
      accountId,
      redirectUris: [],
    })
    const elsewhere = (path: string) => path.replace(server.clientId, other.clientId)
    for (const path of [receiver.page, delivery, `${list()}/nonsense`])
      expect((await anna.open(elsewhere(path))).status, path).toBe(404)
    await anna.open(receiver.page)
    const token = /name="form_token" value="([^"]*)"/.exec(anna.page?.text ?? '')?.[1] as string
    for (const action of ['status', 'test', 'deletion'])
      expect((await anna.open(elsewhere(`${receiver.page}/${action}`), { form_token: token })).status).toBe(404)
    expect((await anna.open(elsewhere(`${delivery}/redelivery`), { form_token: token })).status).toBe(404)
    expect((await anna.open(`${receiver.page}/deletion`, {})).status).toBe(403)
    expect((await api.get(`/webhooks/${receiver.id}`)).body.data[0].status).toBe('Active')
  })
})
