import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { waitFor } from '#testing/receiver.ts'
import { startWebhookWorld, type WebhookWorld } from '#testing/webhook-world.ts'

let world: WebhookWorld
beforeAll(async () => {
  world = await startWebhookWorld()
})
afterAll(() => world.close())

const types = (events: { eventType: string }[]) => events.map(({ eventType }) => eventType)
const statusOf = async (id: string) => (await world.anna.get(`/webhooks/${id}`)).body.data[0].status
const isSuspended = (id: string) =>
  waitFor(
    async () => (await statusOf(id)) === 'Suspended',
    5000,
    () => 'still active',
  )

describe('a delivery', () => {
  test('tells who changed what, signed over its raw bytes', async () => {
    const hook = await world.hook({ secret: 'a secret of the pond', events: ['TaskCreated'] }).catch(() => undefined)
    expect(hook, 'a blank is no sign of a secret').toBeUndefined()
    const receiver = await world.hook({ secret: 'frog', events: ['TaskCreated', 'TaskTitleChanged'] })
    const task = await world.task({ title: 'Plant' })
    await world.anna.put(`/tasks/${task.id}`, { title: 'Plant reed' })
    await receiver.has(2)
    expect(receiver.events).toEqual([
      {
        webhookId: receiver.id,
        eventAuthorId: world.anna.id,
        eventType: 'TaskCreated',
        lastUpdatedDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        taskId: task.id,
      },
      {
        webhookId: receiver.id,
        eventAuthorId: world.anna.id,
        eventType: 'TaskTitleChanged',
        lastUpdatedDate: expect.any(String),
        taskId: task.id,
        oldValue: 'Plant',
        title: 'Plant reed',
      },
    ])
    for (const { headers, text } of receiver.deliveries) {
      expect(headers['x-hook-signature']).toBe(createHmac('sha256', 'frog').update(text).digest('hex'))
      const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`
      expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', 'frog').update(signed).digest('base64')}`)
      expect(headers['content-type']).toBe('application/json;charset=UTF-8')
    }
  })

  test('without a secret has no signature', async () => {
    const receiver = await world.hook({ events: ['TaskCreated'] })
    await world.task()
    await receiver.has(1)
    expect(receiver.handshakes).toEqual([])
    expect(Object.keys(receiver.deliveries[0]?.headers ?? {}).filter((name) => /hook/.test(name))).toEqual([])
  })

  test('is tried again after a passing fault, with the same key, and what follows waits for it', async () => {
    const receiver = await world.hook({ events: ['TaskCreated', 'TaskTitleChanged'] })
    const faults = [503, 429, 408]
    receiver.answer = () => ({ status: faults.shift() ?? 200 })
    const task = await world.task()
    await waitFor(
      () => receiver.deliveries.length >= 1,
      20_000,
      () => 'nothing came',
    )
    await world.anna.put(`/tasks/${task.id}`, { title: 'Later' })
    await receiver.has(2)
    expect(receiver.deliveries).toHaveLength(5)
    const keys = receiver.deliveries.map(({ headers }) => headers['idempotency-key'])
    expect(new Set(keys.slice(0, 4)).size).toBe(1)
    expect(keys[4]).not.toBe(keys[0])
    expect(types(receiver.events)).toEqual(['TaskCreated', 'TaskTitleChanged'])
  })

  test('that fails four times suspends its webhook, drops what waits and tells the owner', async () => {
    const receiver = await world.hook({ events: ['TaskCreated'] })
    receiver.answer = () => ({ status: 500 })
    await world.task()
    await isSuspended(receiver.id)
    expect(receiver.deliveries).toHaveLength(4)
    await world.task()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(receiver.deliveries).toHaveLength(4)
    const { rows } = await world.store.pool.query(
      `select subject, text from outbox_mail where recipient = 'anna@example.com'`,
    )
    expect(rows.at(-1).text).toContain('answered 500 at attempt 4')
  })

  test('that is refused suspends its webhook at once', async () => {
    const receiver = await world.hook({ events: ['TaskCreated'] })
    receiver.answer = () => ({ status: 401 })
    await world.task()
    await isSuspended(receiver.id)
    expect(receiver.deliveries).toHaveLength(1)
  })

  test('that is revived hears of what happens from then on', async () => {
    const receiver = await world.hook({ events: ['TaskCreated'], secret: 'frog' })
    receiver.answer = () => ({ status: 410 })
    await world.task()
    await isSuspended(receiver.id)
    await world.task({ title: 'Unheard' })
    receiver.answer = () => ({ status: 204 })
    receiver.secret = 'toad'
    expect((await world.anna.put(`/webhooks/${receiver.id}`, { status: 'Active' })).body.error).toBe('invalid_request')
    receiver.secret = 'frog'
    expect((await world.anna.put(`/webhooks/${receiver.id}`, { status: 'Active' })).status).toBe(200)
    const heard = await world.task({ title: 'Heard' })
    await receiver.has(1)
    expect(receiver.events.map(({ taskId }) => taskId)).toEqual([heard.id])
  })

  test('that is asked to come later comes later', async () => {
    const receiver = await world.hook({ events: ['TaskCreated'] })
    const answers = [{ status: 503, headers: { 'retry-after': '1' } }]
    receiver.answer = () => answers.shift() ?? { status: 200 }
    await world.task()
    const began = Date.now()
    await receiver.has(1)
    expect(Date.now() - began).toBeGreaterThan(700)
  })

  test('a slow receiver gets what gathers meanwhile in one request, and holds back nobody else', async () => {
    const slow = await world.hook({ events: ['TaskCreated'] })
    const quick = await world.hook({ events: ['TaskCreated'] })
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    slow.answer = () => held.then(() => ({ status: 200 }))
    for (let count = 0; count < 10; count++) await world.task()
    await quick.has(10)
    expect(slow.events).toEqual([])
    letGo()
    await slow.has(10)
    expect(slow.deliveries.length).toBeLessThanOrEqual(3)
    expect(slow.events.map(({ taskId }) => taskId)).toEqual(quick.events.map(({ taskId }) => taskId))
  })
})
