import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashSecret } from '#oauth/secrets.ts'
import { resumeApplication, suspendApplication } from '#oauth/suspension.ts'
import { revokeToken } from '#oauth/tokens.ts'
import { startWebhookWorld, type WebhookWorld } from '#testing/webhook-world.ts'

let world: WebhookWorld
beforeAll(async () => {
  world = await startWebhookWorld()
})
afterAll(() => world.close())

const inOne = <R>(work: (rows: WebhookWorld['store']['database']) => Promise<R>) =>
  world.store.database.transaction().execute(work)

test('the webhooks of a suspended application rest, and come back with it, but for those nobody speaks for any longer', async () => {
  const fay = await world.withApplication(await world.person('Fay', { role: 'admin' }))
  const gus = await world.person('Gus', { role: 'admin' })
  const hook = await world.hook({ of: fay, events: ['TaskCreated'] })
  const stopped = await world.hook({ of: fay, events: ['TaskCreated'] })
  const other = await world.hook({ events: ['TaskCreated'] })
  const row = async (id: string) => (await fay.get(`/webhooks/${id}`)).body.data[0].status
  const state = async ({ url }: { url: string }) =>
    (
      await world.store.pool.query('select status, suspended_because, client_id from webhook where hook_url = $1', [
        url,
      ])
    ).rows[0]
  await fay.put(`/webhooks/${stopped.id}`, { status: 'Suspended' })
  const { client_id: clientId } = await state(hook)
  await world.store.pool.query(
    `insert into access_token (token_hash, kind, person_id, account_id, client_id, scopes)
     values ($1, 'permanent', $2, $3, $4, '{Default}')`,
    [hashSecret('of gus'), gus.personId, world.accountId, clientId],
  )
  await world.store.pool.query(
    `insert into webhook (account_id, person_id, client_id, hook_url, host) values ($1, $2, $3, 'http://127.0.0.1:9/gus', '127.0.0.1:9')`,
    [world.accountId, gus.personId, clientId],
  )

  await inOne((rows) => suspendApplication(rows, clientId, 'Too much', world.eve.personId))
  expect(await state(hook)).toMatchObject({ status: 'Suspended', suspended_because: 'its application was suspended' })
  await world.task({ shareds: [fay.id] })
  await other.has(1)
  expect(hook.events).toEqual([])
  await revokeToken(world.store.database, hashSecret('of gus').toString('hex'))

  await inOne((rows) => resumeApplication(rows, clientId, null))
  await expect.poll(() => row(hook.id)).toBe('Active')
  expect(await row(stopped.id)).toBe('Suspended')
  expect(await state({ url: 'http://127.0.0.1:9/gus' })).toMatchObject({ status: 'Suspended' })
  const later = await world.task({ shareds: [fay.id] })
  await hook.has(1)
  expect(hook.events[0].taskId).toBe(later.id)
  const { rows: events } = await world.store.pool.query(
    `select after->>'status' as status from event where type = 'WebhookStatusChanged'
     and entity_id = (select webhook_id from webhook where hook_url = $1) order by event_id`,
    [hook.url],
  )
  expect(events.map(({ status }) => status)).toEqual(['Suspended', 'Active'])
})
