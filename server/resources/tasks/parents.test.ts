import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Data, Parameters } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let shed: Data
let task: Data
beforeAll(async () => {
  world = await startWorld()
  shed = await world.folder({ title: 'Shed' })
})
beforeEach(async () => {
  task = await world.task()
})
afterAll(() => world.close())

const put = (one: Data, parameters: Parameters) => world.anna.put(`/tasks/${one.id}`, parameters)
const changed = async (one: Data, parameters: Parameters): Promise<Data> => {
  const { status, body } = await put(one, parameters)
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data[0]
}
const refused = async (one: Data, parameters: Parameters) => {
  const { status, body } = await put(one, parameters)
  return { status, error: body.error }
}
const read = async (one: Data): Promise<Data> => (await world.anna.get(`/tasks/${one.id}`)).body.data[0]

describe('a move is refused', () => {
  test('into or out of the recycle bin, and out of the root', async () => {
    expect(await refused(task, { addParents: [world.bin] })).toEqual({ status: 403, error: 'not_allowed' })
    expect(await refused(task, { removeParents: [world.bin] })).toEqual({ status: 403, error: 'not_allowed' })
    expect(await refused(task, { removeParents: [world.root] })).toEqual({ status: 403, error: 'not_allowed' })
  })
  test('into and out of one place in one call', async () => {
    expect(await refused(task, { addParents: [shed.id], removeParents: [shed.id] })).toMatchObject({ status: 400 })
    expect(await refused(task, { addSuperTasks: [world.dig.id], removeSuperTasks: [world.dig.id] })).toMatchObject({
      status: 400,
    })
  })
  test('out of the last place', async () => {
    expect(await refused(task, { removeParents: [world.pond.id] })).toEqual({ status: 400, error: 'invalid_parameter' })
    expect((await read(task)).parentIds).toEqual([world.pond.id])
    const sub = await world.task({ in: { id: world.root }, superTasks: [world.dig.id] })
    expect(await refused(sub, { removeSuperTasks: [world.dig.id] })).toMatchObject({ status: 400 })
    expect((await read(sub)).superTaskIds).toEqual([world.dig.id])
  })
  test('by eight clients at once leaves no circle', async () => {
    const ring = await Promise.all(Array.from({ length: 8 }, () => world.task()))
    const next = (at: number) => ring[(at + 1) % ring.length] as Data
    const answers = await Promise.all(ring.map((one, at) => put(one, { addSuperTasks: [next(at).id] })))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 400])
  })
  test('into itself, or into a task that lies in it', async () => {
    const sub = await world.task({ superTasks: [task.id] })
    const below = await world.task({ superTasks: [sub.id] })
    for (const above of [task, sub, below])
      expect(await refused(task, { addSuperTasks: [above.id] })).toEqual({ status: 400, error: 'invalid_parameter' })
  })
  test('into itself, by two clients that each move half of the circle', async () => {
    const other = await world.task()
    const answers = await Promise.all([
      put(task, { addSuperTasks: [other.id] }),
      put(other, { addSuperTasks: [task.id] }),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400])
  })
})

describe('a task', () => {
  test('is added to folders, and taken out of others, in one call', async () => {
    expect((await changed(task, { addParents: [shed.id], removeParents: [world.pond.id] })).parentIds).toEqual([
      shed.id,
    ])
  })
  test('that is there already is added again without harm, as is taking it from where it is not', async () => {
    expect((await changed(task, { addParents: [world.pond.id], removeParents: [shed.id] })).parentIds).toEqual([
      world.pond.id,
    ])
  })
  test('goes to the root of the caller when it leaves its last folder for it', async () => {
    const moved = await changed(task, { addParents: [world.root], removeParents: [world.pond.id] })
    expect(moved).toMatchObject({ parentIds: [world.root], sharedIds: [world.anna.id] })
    expect((await world.ben.get(`/tasks/${task.id}`)).status).toBe(403)
  })
  test('gives access to the people of its new folder, and takes it from those of the old one', async () => {
    const private_ = (await world.anna.post(`/folders/${world.root}/folders`, { title: 'Private' })).body.data[0]
    await world.anna.put(`/folders/${private_.id}`, { addShareds: [world.dan.id] })
    expect((await world.dan.get(`/tasks/${task.id}`)).status).toBe(403)
    await changed(task, { addParents: [private_.id] })
    expect((await world.dan.get(`/tasks/${task.id}`)).status).toBe(200)
    await changed(task, { removeParents: [private_.id] })
    expect((await world.dan.get(`/tasks/${task.id}`)).status).toBe(403)
  })
  test('inside another inherits its folders and its people', async () => {
    const alone = await world.task({ in: { id: world.root } })
    const inside = await changed(alone, { addSuperTasks: [world.dig.id] })
    expect(inside).toMatchObject({ superTaskIds: [world.dig.id], superParentIds: [world.pond.id] })
    expect((await world.cleo.get(`/tasks/${alone.id}`)).status).toBe(200)
    await changed(alone, { addParents: [shed.id], removeSuperTasks: [world.dig.id] })
    expect(await read(alone)).toMatchObject({ superTaskIds: [], superParentIds: [], parentIds: [shed.id] })
  })
  test('keeps folders that it has itself when it leaves the task above', async () => {
    await changed(task, { addSuperTasks: [world.dig.id] })
    expect(await changed(task, { removeSuperTasks: [world.dig.id] })).toMatchObject({
      parentIds: [world.pond.id],
      superParentIds: [],
    })
  })
  test('takes its subtasks along into the sight of others', async () => {
    const private_ = (await world.anna.post(`/folders/${world.root}/folders`, { title: 'Private' })).body.data[0]
    await world.anna.put(`/folders/${private_.id}`, { addShareds: [world.dan.id] })
    const sub = await world.task({ in: { id: world.root }, superTasks: [task.id] })
    const below = await world.task({ in: { id: world.root }, superTasks: [sub.id] })
    expect((await world.dan.get(`/tasks/${below.id}`)).status).toBe(403)
    await changed(task, { addParents: [private_.id] })
    expect((await world.dan.get(`/tasks/${below.id}`)).status).toBe(200)
    expect((await read(below)).superParentIds).toContain(private_.id)
  })
  test('may be inside several tasks', async () => {
    const [one, two] = [await world.task(), await world.task()]
    const both = await changed(task, { addSuperTasks: [one.id, two.id] })
    expect([...both.superTaskIds].sort()).toEqual([one.id, two.id].sort())
    expect((await read(one)).subTaskIds).toEqual([task.id])
    expect((await read(two)).subTaskIds).toEqual([task.id])
  })
})

describe('ids inside answers', () => {
  test('of parents, subtasks, super tasks and dependencies that the caller does not see are left out', async () => {
    const secret = (await world.anna.post(`/folders/${world.root}/folders`, { title: 'Secret' })).body.data[0]
    const hidden = await world.task({ in: secret, title: 'Hidden', dates: { start: '2026-03-04' } })
    await changed(task, { addParents: [secret.id], addSuperTasks: [hidden.id], dates: { start: '2026-03-02' } })
    await world.anna.post(`/tasks/${task.id}/dependencies`, { successorId: hidden.id, relationType: 'FinishToStart' })
    expect(await read(task)).toMatchObject({ superTaskIds: [hidden.id], superParentIds: [secret.id] })
    expect((await read(task)).dependencyIds).toHaveLength(1)
    const seen = (await world.cleo.get(`/tasks/${task.id}`)).body.data[0]
    expect(seen).toMatchObject({ parentIds: [world.pond.id], superTaskIds: [], superParentIds: [], dependencyIds: [] })
  })
  test('under nothing the caller sees is its root', async () => {
    const secret = (await world.anna.post(`/folders/${world.root}/folders`, { title: 'Secret' })).body.data[0]
    const given = await world.task({ in: secret, shareds: [world.dan.id] })
    expect((await world.dan.get(`/tasks/${given.id}`)).body.data[0].parentIds).toEqual([world.root])
  })
})
