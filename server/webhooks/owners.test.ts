import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deleteApplication } from '#oauth/applications.ts'
import { createGrant, endGrants } from '#oauth/grants.ts'
import { hashSecret } from '#oauth/secrets.ts'
import { issuePermanentToken, revokeToken } from '#oauth/tokens.ts'
import { Person } from '#testing/people.ts'
import type { Receiver } from '#testing/receiver.ts'
import { startWebhookWorld, type WebhookWorld } from '#testing/webhook-world.ts'

/** What becomes of webhooks when those go for whom they were made. */
let world: WebhookWorld
let fay: Person
let clientId: string
let hook: Receiver & { id: string }
let other: Receiver & { id: string }
let count = 0
beforeAll(async () => {
  world = await startWebhookWorld()
})
beforeEach(async () => {
  fay = await world.withApplication(await world.person(`Fay${++count}`, { role: 'admin' }))
  hook = await world.hook({ of: fay, events: ['TaskCreated'] })
  other = await world.hook({ events: ['TaskCreated'] })
  clientId = (await rowOf(hook)).client_id
})
afterAll(() => world.close())

const rowOf = async ({ url }: Receiver) =>
  (await world.store.pool.query('select * from webhook where hook_url = $1', [url])).rows[0]
const eventsOf = async (webhookId: number) =>
  (
    await world.store.pool.query(
      `select type, actor_id, coalesce(after, before) as said from event
       where entity_type = 'webhook' and entity_id = $1 and type <> 'WebhookCreated'`,
      [webhookId],
    )
  ).rows
const revoke = ({ token }: Person) => revokeToken(world.store.database, hashSecret(token).toString('hex'))

describe('a webhook is suspended, with the reason', () => {
  const isSuspended = async (because: string, by: Person) => {
    const row = await rowOf(hook)
    expect(row).toMatchObject({ status: 'Suspended', suspended_because: because, next_at: null })
    expect(await eventsOf(row.webhook_id)).toMatchObject([
      { type: 'WebhookStatusChanged', actor_id: by.personId, said: { status: 'Suspended', because } },
    ])
    expect((await rowOf(other)).status).toBe('Active')
  }

  test('when its user is switched off, and stays so when it is back', async () => {
    expect((await world.anna.put(`/users/${fay.id}`, { active: false })).status).toBe(200)
    await isSuspended('its user was deactivated', world.anna)
    await world.anna.put(`/users/${fay.id}`, { active: true })
    const { database } = world.store
    const { accountId } = world
    const again = new Person(
      world.url,
      await issuePermanentToken(database, { ...fay, accountId, clientId, scopes: ['Default'], name: '' }),
      fay.personId,
      accountId,
    )
    expect((await again.get('/webhooks')).body.data).toMatchObject([{ id: hook.id, status: 'Suspended' }])
    expect((await again.put(`/webhooks/${hook.id}`, { status: 'Active' })).body.data[0].status).toBe('Active')
    expect((await rowOf(hook)).suspended_because).toBeNull()
  })

  test('when several users are switched off', async () => {
    expect((await world.anna.put(`/users/${fay.id},${world.dan.id}`, { active: false })).status).toBe(200)
    await isSuspended('its user was deactivated', world.anna)
    await world.anna.put(`/users/${world.dan.id}`, { active: true })
  })

  test('when the last that its user allowed the application is taken back', async () => {
    const grant = { clientId, personId: fay.personId, accountId: world.accountId, allAccounts: false }
    await createGrant(world.store.database, { ...grant, scopes: ['Default'], separator: ',', redirectUri: null })
    await revoke(fay)
    expect((await rowOf(hook)).status).toBe('Active')
    await world.store.database.transaction().execute((rows) => endGrants(rows, { clientId, personId: fay.personId }))
    await isSuspended('its user took back what the application was allowed', fay)
  })

  test('and what waits for it is dropped', async () => {
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    hook.answer = () => held.then(() => ({ status: 200 }))
    const [first] = [await world.task({ shareds: [fay.id] }), await other.has(1)]
    await expect.poll(() => hook.deliveries.length, { timeout: 10_000 }).toBe(1)
    await world.task({ shareds: [fay.id] })
    await other.has(2)
    await revoke(fay)
    letGo()
    await hook.has(1)
    await world.task({ shareds: [fay.id] })
    await other.has(3)
    expect(hook.events.map(({ taskId }) => taskId)).toEqual([first.id])
    const { webhook_id } = await rowOf(hook)
    const { rows } = await world.store.pool.query('select state from webhook_delivery where webhook_id = $1', [
      webhook_id,
    ])
    expect(rows.filter(({ state }) => state === 'waiting')).toEqual([])
  })
})

test('an access token that runs out, or one of several permanent ones, suspends nothing', async () => {
  const { database, pool } = world.store
  const { accountId } = world
  await issuePermanentToken(database, { ...fay, accountId, clientId, scopes: ['Default'], name: 'second' })
  await revoke(fay)
  expect((await rowOf(hook)).status).toBe('Active')
  await pool.query(
    `insert into access_token (token_hash, kind, person_id, account_id, client_id, scopes, expires_at)
    values (sha256('short'), 'access', $1, $2, $3, '{Default}', now())`,
    [fay.personId, accountId, clientId],
  )
  await revokeToken(database, hashSecret('short').toString('hex'))
  expect((await rowOf(hook)).status).toBe('Active')
})

test('the webhooks of a deleted application go with it, each with an event', async () => {
  const { webhook_id } = await rowOf(hook)
  await deleteApplication(world.store.database, clientId, world.anna.personId)
  expect(await rowOf(hook)).toBeUndefined()
  expect(await eventsOf(webhook_id)).toMatchObject([{ type: 'WebhookDeleted', actor_id: world.anna.personId }])
  await world.task()
  await other.has(1)
  expect(hook.events).toEqual([])
})

test('a token of no application has webhooks too, its own', async () => {
  const { accountId } = world
  const token = (clientId: string | null) =>
    issuePermanentToken(world.store.database, { ...fay, accountId, clientId, scopes: ['Default'], name: '' })
  const plain = new Person(world.url, await token(null), fay.personId, accountId)
  const own = await world.hook({ of: plain, events: ['TaskCreated'] })
  expect((await plain.get('/webhooks')).body.data.map(({ id }) => id)).toEqual([own.id])
  expect((await fay.get('/webhooks')).body.data.map(({ id }) => id)).toEqual([hook.id])
  const task = await world.task({ shareds: [fay.id] })
  await own.has(1)
  expect(own.events[0].taskId).toBe(task.id)
  await revoke(plain)
  expect((await rowOf(own)).status).toBe('Suspended')
  expect((await rowOf(hook)).status).toBe('Active')
})
