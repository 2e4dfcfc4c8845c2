import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWebhookWorld, type WebhookWorld } from '#testing/webhook-world.ts'
import { webhookEventTypes } from './event-types.ts'

let world: WebhookWorld
beforeAll(async () => {
  world = await startWebhookWorld()
})
afterAll(() => world.close())

const hookUrl = 'https://example.org/hook'
const eventsOf = async (id: number) =>
  (
    await world.store.pool.query(
      `select type from event where entity_type = 'webhook' and entity_id = $1 order by event_id`,
      [id],
    )
  ).rows

describe('a webhook', () => {
  test('of the account reports all there is, unless some are named', async () => {
    const { body } = await world.anna.post('/webhooks', { hookUrl })
    expect(body.data).toEqual([
      { id: expect.any(String), accountId: world.account, hookUrl, events: [...webhookEventTypes], status: 'Active' },
    ])
    const named = await world.anna.post('/webhooks', { hookUrl, events: '[TaskCreated,TaskDeleted]' })
    expect(named.body.data[0].events).toEqual(['TaskCreated', 'TaskDeleted'])
  })

  test('of a folder or a space says which; the secret stays here', async () => {
    const folder = await world.anna.post(`/folders/${world.pond.id}/webhooks`, { hookUrl, recursive: true })
    expect(folder.body.data[0]).toMatchObject({ folderId: world.pond.id, recursive: true })
    const receiver = await world.hook({ on: `/spaces/${world.garden.id}`, secret: 'frog' })
    const { body } = await world.anna.get(`/webhooks/${receiver.id}`)
    expect(body.data[0]).toMatchObject({ spaceId: world.garden.id, status: 'Active' })
    expect(JSON.stringify(body)).not.toContain('frog')
  })

  test('belongs to its user and application: for others there is none', async () => {
    const { id } = (await world.ben.post('/webhooks', { hookUrl })).body.data[0]
    const other = await world.withApplication(world.ben)
    for (const who of [world.anna, world.eve, other]) {
      expect((await who.get('/webhooks')).body.data.map((hook) => hook.id)).not.toContain(id)
      expect((await who.get(`/webhooks/${id}`)).body.error).toBe('resource_not_found')
      expect((await who.put(`/webhooks/${id}`, { status: 'Suspended' })).body.error).toBe('resource_not_found')
      expect((await who.delete(`/webhooks/${id}`)).body.error).toBe('resource_not_found')
    }
    expect((await world.ben.get('/webhooks')).body.data.map((hook) => hook.id)).toEqual([id])
  })

  test('is suspended, brought back and ended, and each is an event', async () => {
    const { id } = (await world.anna.post('/webhooks', { hookUrl })).body.data[0]
    expect((await world.anna.put(`/webhooks/${id}`, { status: 'Suspended' })).body.data[0].status).toBe('Suspended')
    expect((await world.anna.put(`/webhooks/${id}`, { status: 'Active' })).body.data[0].status).toBe('Active')
    expect((await world.anna.put(`/webhooks/${id}`, { status: 'Active' })).status).toBe(200)
    expect((await world.anna.delete(`/webhooks/${id}`)).body).toEqual({ kind: 'webhooks', data: [] })
    expect((await world.anna.get(`/webhooks/${id}`)).status).toBe(404)
    const { rows } = await world.store.pool.query(
      `select max(entity_id) as id from event where type = 'WebhookDeleted'`,
    )
    expect((await eventsOf(rows[0].id)).map(({ type }) => type)).toEqual([
      'WebhookCreated',
      'WebhookStatusChanged',
      'WebhookStatusChanged',
      'WebhookDeleted',
    ])
  })
})

describe('refused are', () => {
  const refused = async (parameters: object, on = '') =>
    (await world.anna.post(`${on}/webhooks`, { hookUrl, ...parameters })).body

  test('addresses that must not be called', async () => {
    for (const hookUrl of [
      'http://10.0.0.1/',
      'http://[::1]/',
      'https://me:word@example.org/',
      'https://example.org/#x',
      'ftp://example.org/',
      'nowhere',
      '',
      `https://example.org/${'x'.repeat(2000)}`,
    ]) {
      expect(await refused({ hookUrl }), hookUrl).toEqual({
        error: 'invalid_parameter',
        errorDescription: "Parameter 'hookUrl' value is invalid",
      })
    }
  })
  test('no events, unknown ones, secrets with blanks, and recursive where there is no folder', async () => {
    for (const wrong of [
      { events: [] },
      { events: ['TaskEaten'] },
      { secret: 'a b' },
      { secret: 'é' },
      { recursive: true },
    ])
      expect((await refused(wrong)).error, JSON.stringify(wrong)).toBe('invalid_parameter')
  })
  test('filters that an event does not have, and an event type named twice', async () => {
    const [TaskCreated, TaskTitleChanged] = [{ eventType: 'TaskCreated' }, { eventType: 'TaskTitleChanged' }]
    for (const parameterisedEvents of [
      [{ ...TaskCreated, filter: { customFields: [] } }],
      [{ ...TaskTitleChanged, filter: { recurrent: true } }],
      [{ ...TaskCreated, filter: { colour: 'red' } }],
      [{ ...TaskCreated, fields: ['secret'] }],
      [TaskCreated, TaskCreated],
    ])
      expect((await refused({ parameterisedEvents })).error).toBe('invalid_parameter')
  })
  test('folders and spaces that are hidden, and logical ones', async () => {
    const of = async (path: string) => (await world.dan.post(`${path}/webhooks`, { hookUrl })).body.error
    expect(await of(`/folders/${world.pond.id}`)).toBe('access_forbidden')
    expect(await of(`/spaces/${world.garden.id}`)).toBe('access_forbidden')
    expect(await of(`/folders/${world.root}`)).toBe('not_allowed')
    expect((await world.anna.post(`/spaces/${world.pond.id}/webhooks`, { hookUrl })).body.error).toBe(
      'resource_not_found',
    )
  })
  test('receivers that do not know the secret, and then there is no webhook', async () => {
    const before = (await world.anna.get('/webhooks')).body.data.length
    const receiver = await world.hook({ secret: 'frog' })
    receiver.secret = undefined
    const { error, errorDescription } = await refused({ hookUrl: receiver.url, secret: 'toad' })
    expect(error).toBe('invalid_request')
    expect(errorDescription).toContain('could not be verified')
    expect(receiver.handshakes).toHaveLength(2)
    for (const { headers, text } of receiver.handshakes) {
      expect(text).toBe('{"requestType":"WebHook secret verification"}')
      expect(headers['x-hook-secret']).toMatch(/^[A-Za-z0-9]{32}$/)
    }
    expect((await refused({ hookUrl: 'http://127.0.0.1:1/', secret: 'toad' })).error).toBe('invalid_request')
    expect((await world.anna.get('/webhooks')).body.data).toHaveLength(before + 1)
  })
  test('more than a hundred of one user and application', async () => {
    const other = await world.withApplication(world.anna)
    const made = await Promise.all(Array.from({ length: 100 }, () => other.post('/webhooks', { hookUrl })))
    expect(made.every(({ status }) => status === 200)).toBe(true)
    expect((await other.post('/webhooks', { hookUrl })).body.error).toBe('not_allowed')
  })
})
