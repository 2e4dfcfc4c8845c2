import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRelay } from '#events/relay.ts'
import { closeServer } from '#http/close.ts'
import { openEventStream } from '#http/event-stream.ts'
import { createServer } from '#http/server.ts'
import { assembleServices } from '#http/services.ts'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let relay: ReturnType<typeof startRelay>
beforeAll(async () => {
  world = await startWorld()
  relay = startRelay(world.store, world.services.log)
})
afterAll(async () => {
  await relay.stop()
  await world.close()
})

interface Heard {
  id: string
  event: string
  data: Data
}

/** Reads a stream as a program does: with a token in a header. */
async function listen(who: Person, path = '/changes/stream', headers: Record<string, string> = {}, url = world.url) {
  const stop = new AbortController()
  const response = await fetch(`${url}/api/v4${path}`, {
    headers: { authorization: `bearer ${who.token}`, ...headers },
    signal: stop.signal,
  })
  const heard: Heard[] = []
  let ended = false
  const reading = read()
  async function read(): Promise<void> {
    let text = ''
    const decoder = new TextDecoder()
    try {
      for await (const chunk of response.body as ReadableStream<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true })
        const blocks = text.split('\n\n')
        text = blocks.pop() as string
        for (const block of blocks) {
          const line = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
          if (line('data'))
            heard.push({ id: line('id') ?? '', event: line('event') ?? '', data: JSON.parse(line('data') as string) })
        }
      }
    } catch {}
    ended = true
  }
  return {
    response,
    heard,
    changes: () => heard.filter(({ event }) => event === 'change').map(({ data }) => data),
    isEnded: () => ended,
    close: async () => {
      stop.abort()
      await reading
    },
  }
}

const soon = { timeout: 10_000, interval: 10 }
const rename = (title: string, who = world.anna, id = world.dig.id) => who.put(`/tasks/${id}`, { title })

describe('a stream', () => {
  test('needs a token with the scope, and a number that is kept', async () => {
    const strange = await listen(await world.withScopes(world.anna, ['dataExportFull']))
    expect(strange.response.status).toBe(403)
    const old = await listen(world.anna, '/changes/stream', { 'last-event-id': '900000' })
    expect(old.response.status).toBe(410)
    expect((await listen(world.anna, '/changes/stream?after=x')).response.status).toBe(400)
    expect((await listen(world.anna, '/changes/stream', { 'last-event-id': 'x' })).response.status).toBe(400)
  })

  test('tells somebody, and nobody else, that their notifications have changed', async () => {
    const [anna, ben] = [await listen(world.anna), await listen(world.ben)]
    await expect.poll(() => [anna.heard.length, ben.heard.length], soon).toEqual([1, 1])
    await world.anna.put('/notifications', { read: true })
    await expect.poll(() => anna.heard.map(({ event }) => event), soon).toContain('notification')
    expect(ben.heard.map(({ event }) => event)).toEqual(['start'])
    for (const stream of [anna, ben]) await stream.close()
  })

  test('begins with the number that is reached, and tells what happens within a second', async () => {
    const stream = await listen(world.ben)
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream')
    await expect.poll(() => stream.heard[0]?.event, soon).toBe('start')
    const begun = Date.now()
    await rename('Seen')
    await expect.poll(() => stream.changes().map(({ type }) => type), soon).toEqual(['TaskTitleChanged'])
    expect(Date.now() - begun).toBeLessThan(1000)
    expect(stream.heard.at(-1)?.id).toBe(String(stream.changes()[0].sequence))
    await stream.close()
  })

  test('goes on where the last one ended, each change once and in order', async () => {
    const first = await listen(world.ben)
    await rename('One')
    await expect.poll(() => first.changes().length, soon).toBe(1)
    await first.close()
    for (const title of ['Two', 'Three', 'Four']) await rename(title)
    const second = await listen(world.ben, '/changes/stream', { 'last-event-id': first.heard.at(-1)?.id as string })
    await rename('Five')
    await expect.poll(() => second.changes().length, soon).toBe(4)
    const numbers = second.changes().map(({ sequence }) => sequence)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect(new Set(numbers).size).toBe(4)
    await second.close()
  })

  test('tells nothing that its person does not see', async () => {
    const [dan, eve, ben] = [await listen(world.dan), await listen(world.eve), await listen(world.ben)]
    await rename('Hidden')
    await expect.poll(() => ben.changes().length, soon).toBe(1)
    expect([...dan.changes(), ...eve.changes()]).toEqual([])
    await Promise.all([dan, eve, ben].map((one) => one.close()))
  })

  test('says when groups give its person something else to see, and tells of that from then on', async () => {
    const group = (await world.anna.post('/groups', { title: 'Diggers' })).body.data[0]
    const folder = await world.folder({ title: 'Of diggers' })
    await world.anna.put(`/folders/${folder.id}`, { addShareds: [group.id] })
    const stream = await listen(world.dan)
    await world.anna.put(`/groups/${group.id}`, { addMembers: [world.dan.id] })
    await expect.poll(() => stream.heard.map(({ event }) => event), soon).toContain('access')
    const task = await world.task({ in: folder, title: 'For diggers' })
    await expect.poll(() => stream.changes().map(({ entityId }) => entityId), soon).toContain(task.id)
    await stream.close()
  })
})

describe('a stream ends', () => {
  test('within a second when its token is revoked', async () => {
    const reader = await world.withScopes(world.ben, ['wsReadOnly'])
    const stream = await listen(reader)
    await expect.poll(() => stream.heard.length, soon).toBe(1)
    const begun = Date.now()
    await world.store.pool.query(
      `with gone as (delete from access_token where token_hash = sha256($1) returning account_id)
       select pg_notify('access_changed', account_id::text) from gone`,
      [Buffer.from(reader.token)],
    )
    await expect.poll(stream.isEnded, soon).toBe(true)
    expect(Date.now() - begun).toBeLessThan(1000)
  })

  test('within a second when its person loses the account', async () => {
    const fay = await world.person('Fay')
    const stream = await listen(fay)
    await expect.poll(() => stream.heard.length, soon).toBe(1)
    const begun = Date.now()
    expect((await world.anna.put(`/users/${fay.id}`, { active: false })).status).toBe(200)
    await expect.poll(stream.isEnded, soon).toBe(true)
    expect(Date.now() - begun).toBeLessThan(1000)
  })

  test('when its token lapses', async () => {
    const reader = await world.withScopes(world.ben, ['wsReadOnly'])
    await world.store.pool.query(
      `update access_token set expires_at = now() + interval '1 second' where token_hash = sha256($1)`,
      [Buffer.from(reader.token)],
    )
    const stream = await listen(reader)
    expect(stream.response.status).toBe(200)
    await expect.poll(stream.isEnded, soon).toBe(true)
  })

  test('cleanly when its server stops; another process goes on', async () => {
    const services = await assembleServices({
      settings: world.services.settings,
      store: world.store,
      log: world.services.log,
    })
    const other = await createServer(services)
    const url = await other.listen({ host: '127.0.0.1', port: 0 })
    const [there, here] = [await listen(world.ben, undefined, {}, url), await listen(world.ben)]
    await rename('Both')
    await expect.poll(() => [there.changes().length, here.changes().length], soon).toEqual([1, 1])
    const begun = Date.now()
    await closeServer(other, 10_000)
    expect(Date.now() - begun).toBeLessThan(2000)
    await expect.poll(there.isEnded, soon).toBe(true)
    await rename('One left')
    await expect.poll(() => here.changes().length, soon).toBe(2)
    await here.close()
  })
})

test('a reader who reads nothing is cut, and costs nothing from then on', async () => {
  const { body, send } = openEventStream()
  for (let id = 0; id < 100 && !body.destroyed; id++) send({ id, event: 'change', data: 'x'.repeat(5000) })
  expect(body.destroyed).toBe(true)
  expect(body.readableLength).toBeLessThan(300_000)
  send({ id: 100 })
})

test('the eleventh stream of a person is refused until one ends', async () => {
  const open = await Promise.all(Array.from({ length: 10 }, () => listen(world.cleo)))
  expect(open.map(({ response }) => response.status)).toEqual(Array(10).fill(200))
  const refused = await listen(world.cleo)
  expect(refused.response.status).toBe(429)
  expect(refused.response.headers.get('retry-after')).not.toBeNull()
  await open[0]?.close()
  await expect
    .poll(async () => {
      const next = await listen(world.cleo)
      await next.close()
      return next.response.status
    }, soon)
    .toBe(200)
  await Promise.all(open.map((one) => one.close()))
})
