import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { webhookEventTypes } from '#resources/webhooks/event-types.ts'
import { aroundItems } from '#testing/webhook-causes/around-items.ts'
import { ofBlueprints } from '#testing/webhook-causes/of-blueprints.ts'
import { ofFolders } from '#testing/webhook-causes/of-folders.ts'
import { ofImports } from '#testing/webhook-causes/of-imports.ts'
import { ofTasks } from '#testing/webhook-causes/of-tasks.ts'
import { startWebhookWorld, type WebhookWorld } from '#testing/webhook-world.ts'

/** For each type of event: made over the API, and what a receiver then gets of it. */
const causes = [...ofTasks, ...ofFolders, ...aroundItems, ...ofBlueprints, ...ofImports]

let world: WebhookWorld
beforeAll(async () => {
  world = await startWebhookWorld()
})
afterAll(() => world.close())

const secret = 'the-secret-of-the-pond'

describe.each(causes)('$eventType', ({ eventType, when, prepare }) => {
  test(`is told when ${when}`, async () => {
    const act = await prepare(world)
    const receiver = await world.hook({ secret, events: [eventType] })
    const members = await act()
    await receiver.has(1)
    expect(receiver.events).toEqual([
      {
        webhookId: receiver.id,
        eventAuthorId: world.anna.id,
        eventType,
        lastUpdatedDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        ...members,
      },
    ])
    const [{ headers, text }] = receiver.deliveries as [(typeof receiver.deliveries)[0]]
    expect(headers['x-hook-signature']).toBe(createHmac('sha256', secret).update(text).digest('hex'))
    await world.anna.delete(`/webhooks/${receiver.id}`)
  })
})

test('every type of event has a cause', () => {
  const caused = new Set<string>(causes.map(({ eventType }) => eventType))
  expect(webhookEventTypes.filter((type) => !caused.has(type))).toEqual([])
})
