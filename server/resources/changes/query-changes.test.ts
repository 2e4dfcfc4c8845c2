import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRelay } from '#events/relay.ts'
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

const page = async (who: Person, parameters: Record<string, unknown> = {}): Promise<Data> =>
  (await who.get('/changes', parameters)).body.data[0]

/** The number that the account has reached, once every event has its place. */
async function now(): Promise<number> {
  const waiting = () => world.store.pool.query('select 1 from event where sequence is null limit 1')
  await expect.poll(async () => (await waiting()).rowCount, { timeout: 10_000 }).toBe(0)
  return (await page(world.anna)).sequence
}

/** What a person hears of what happens meanwhile. */
async function heard(who: Person, work: () => Promise<unknown>): Promise<Data[]> {
  const after = await now()
  await work()
  await now()
  return (await page(who, { after })).changes
}

const ok = async (answer: ReturnType<Person['put']>) => {
  const { status, body } = await answer
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data[0]
}

describe('the feed', () => {
  test('refuses a number that is too old or was never reached, and says how to go on', async () => {
    await now()
    const { status, body } = await world.anna.get('/changes', { after: 900_000 })
    expect({ status, error: body.error }).toEqual({ status: 410, error: 'invalid_request' })
    expect(body.errorDescription).toContain('read anew')
    await world.store.pool.query(
      `update event set occurred_at = now() - interval '31 days' where account_id = $1 and sequence = 1`,
      [world.accountId],
    )
    expect((await world.anna.get('/changes', { after: 0 })).status).toBe(410)
    expect((await world.anna.get('/changes', { after: 1 })).status).toBe(200)
  })

  test('begins with the number that is reached, and no changes', async () => {
    const sequence = await now()
    expect(await page(world.ben)).toEqual({ sequence, upToDate: true, changes: [] })
  })

  test('tells what changed, of what, by whom and when', async () => {
    const after = await now()
    await ok(world.ben.put(`/tasks/${world.dig.id}`, { title: 'Dig deep', importance: 'High' }))
    const comment = await ok(world.ben.post(`/tasks/${world.dig.id}/comments`, { text: 'Done' }))
    await now()
    const { changes, ...rest } = await page(world.cleo, { after })
    expect(rest).toEqual({ sequence: await now(), upToDate: true })
    expect(changes[0]).toEqual({
      sequence: after + 1,
      type: 'TaskTitleChanged',
      entityType: 'Task',
      entityId: world.dig.id,
      members: ['title'],
      authorId: world.ben.id,
      date: expect.stringMatching(/^\d{4}-.*Z$/),
    })
    expect(changes[1].members).toEqual(['importance'])
    expect(changes.find((one: Data) => one.entityType === 'Comment')).toMatchObject({
      type: 'CommentAdded',
      entityId: comment.id,
      taskId: world.dig.id,
    })
  })

  test('comes in pages that together are the whole, each change once', async () => {
    const after = await now()
    for (const title of ['One', 'Two', 'Three']) await world.task({ title })
    await now()
    const whole = (await page(world.anna, { after })).changes
    const seen: Data[] = []
    for (let at = after, done = false; !done; ) {
      const next = await page(world.anna, { after: at, limit: 2 })
      seen.push(...next.changes)
      at = next.sequence
      done = next.upToDate
    }
    expect(seen).toEqual(whole)
    expect(whole.length).toBeGreaterThanOrEqual(3)
  })
})

describe('who sees nothing of an item', () => {
  test('hears nothing of it, while its number moves on', async () => {
    const after = await now()
    const made = await world.task({ title: 'Hidden' })
    await ok(world.anna.post(`/tasks/${made.id}/comments`, { text: 'Hidden' }))
    await now()
    const { changes, sequence } = await page(world.dan, { after })
    expect(changes).toEqual([])
    expect(sequence).toBe(await now())
  })

  test('hears of nothing in another account', async () => {
    expect((await page(world.eve, { after: 0 })).changes.map((one: Data) => one.entityId)).not.toContain(world.dig.id)
  })

  test('hears of a dependency only if it sees both of its tasks', async () => {
    const dates = { start: '2026-03-02', due: '2026-03-03' }
    const [one, two] = [await world.task({ title: 'First', dates }), await world.task({ title: 'Second', dates })]
    await ok(world.anna.put(`/tasks/${one.id}`, { addShareds: [world.dan.id] }))
    const link = () =>
      world.anna.post(`/tasks/${one.id}/dependencies`, { successorId: two.id, relationType: 'FinishToStart' })
    const toDan = await heard(world.dan, () => ok(link()))
    expect(toDan.filter(({ entityType }) => entityType === 'Dependency')).toEqual([])
  })
})

describe('what goes away', () => {
  test('a deleted task is gone for who saw it', async () => {
    const task = await world.task({ title: 'Short' })
    const [change] = await heard(world.ben, () => ok(world.anna.delete(`/tasks/${task.id}`)))
    expect(change).toMatchObject({ type: 'TaskDeleted', entityId: task.id, gone: true })
  })

  test('a deleted comment names its task', async () => {
    const comment = await ok(world.ben.post(`/tasks/${world.dig.id}/comments`, { text: 'Oops' }))
    const all = await heard(world.cleo, () => world.ben.delete(`/comments/${comment.id}`))
    expect(all.find(({ type }) => type === 'CommentDeleted')).toMatchObject({
      entityId: comment.id,
      taskId: world.dig.id,
      gone: true,
    })
  })

  test('a task that is no longer shared is gone, without a word of how or by whom', async () => {
    const task = await world.task({ title: 'Lent' })
    await ok(world.anna.put(`/tasks/${task.id}`, { addShareds: [world.dan.id] }))
    const changes = await heard(world.dan, () =>
      ok(world.anna.put(`/tasks/${task.id}`, { removeShareds: [world.dan.id] })),
    )
    expect(changes).toEqual([
      {
        sequence: expect.any(Number),
        type: 'AccessRemoved',
        entityType: 'Task',
        entityId: task.id,
        gone: true,
        date: expect.any(String),
      },
    ])
    expect(await heard(world.dan, () => ok(world.anna.put(`/tasks/${task.id}`, { title: 'Kept' })))).toEqual([])
  })

  test('a task that moves to where a reader sees nothing is gone for that reader, and moved for others', async () => {
    const secret = (await world.anna.post('/spaces', { accessType: 'Private', title: 'Secret' })).body.data[0]
    const task = await world.task({ title: 'Moves' })
    const after = await now()
    await ok(world.anna.put(`/tasks/${task.id}`, { addParents: [secret.id], removeParents: [world.pond.id] }))
    await now()
    const told = async (who: Person) =>
      (await page(who, { after })).changes.map(({ type, gone }: Data) => ({ type, gone }))
    expect(await told(world.ben)).toEqual([{ type: 'AccessRemoved', gone: true }])
    expect(await told(world.anna)).toEqual([
      { type: 'TaskParentsAdded', gone: undefined },
      { type: 'TaskParentsRemoved', gone: undefined },
    ])
  })

  test('a folder that is no longer shared, and a space one is no member of any more, are gone', async () => {
    const folder = await world.folder({ title: 'Lent folder' })
    await ok(world.anna.put(`/folders/${folder.id}`, { addShareds: [world.dan.id] }))
    const unshared = await heard(world.dan, () =>
      ok(world.anna.put(`/folders/${folder.id}`, { removeShareds: [world.dan.id] })),
    )
    expect(unshared).toMatchObject([{ type: 'AccessRemoved', entityType: 'Folder', entityId: folder.id }])
    const left = await heard(world.cleo, () =>
      ok(world.anna.put(`/spaces/${world.garden.id}`, { membersRemove: [world.cleo.id] })),
    )
    expect(left).toMatchObject([{ type: 'AccessRemoved', entityId: world.garden.id, gone: true }])
  })

  test('a locked space that is erased at once is gone for its members', async () => {
    const { id } = (await world.anna.post('/spaces', { accessType: 'Locked', title: 'Vault' })).body.data[0]
    const changes = await heard(world.anna, () => world.anna.delete(`/spaces/${id}`))
    expect(changes).toMatchObject([{ type: 'AccessRemoved', entityId: id, gone: true }])
  })
})

describe('what is of the account', () => {
  test('a field of a space is told to those who see the space, a workflow of the account to all', async () => {
    const { id } = (await world.anna.post('/spaces', { accessType: 'Private', title: 'Own' })).body.data[0]
    const fields = () => world.anna.post('/customfields', { title: 'Depth', type: 'Text', spaceId: id })
    expect(await heard(world.ben, () => ok(fields()))).toEqual([])
    expect(await heard(world.anna, () => ok(fields()))).toMatchObject([{ entityType: 'CustomField' }])
    const workflow = () => world.anna.post('/workflows', { name: `Flow ${Math.random()}` })
    expect(await heard(world.dan, () => ok(workflow()))).toMatchObject([{ entityType: 'Workflow' }])
  })

  test('changes of people are told to insiders, and to outsiders of themselves only', async () => {
    const olga = await world.person('Olga', { role: 'external' })
    const after = await now()
    await ok(world.ben.put(`/contacts/${world.ben.id}`, { metadata: [{ key: 'a', value: 'b' }] }))
    await ok(olga.put(`/contacts/${olga.id}`, { metadata: [{ key: 'a', value: 'b' }] }))
    await now()
    const ids = async (who: Person) => (await page(who, { after })).changes.map(({ entityId }: Data) => entityId)
    expect(await ids(world.dan)).toEqual([world.ben.id, olga.id])
    expect(await ids(olga)).toEqual([olga.id])
  })
})
