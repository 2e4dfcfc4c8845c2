import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Data, Parameters } from '#testing/client.ts'
import { eventsSince } from '#testing/events.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let task: Data
let sub: Data
let below: Data
const nested = (title: string, ...above: Data[]) =>
  world.task({ title, in: { id: world.root }, superTasks: above.map((one) => one.id) })
beforeAll(async () => {
  world = await startWorld()
})
beforeEach(async () => {
  task = await world.task({ title: 'Above' })
  sub = await nested('Sub', task)
  below = await nested('Below', sub)
})
afterAll(() => world.close())

const put = (one: Data, parameters: Parameters) => world.anna.put(`/tasks/${one.id}`, parameters)
const remove = (one: Data) => world.anna.delete(`/tasks/${one.id}`)
const restore = (one: Data) => put(one, { restore: true })
const read = async (one: Data): Promise<Data> => (await world.anna.get(`/tasks/${one.id}`)).body.data[0]
const scopes = async (...all: Data[]) => Promise.all(all.map(async (one) => (await read(one)).scope))
const ids = async (path: string, parameters: Parameters = {}) =>
  (await world.anna.get(path, parameters)).body.data.map((one: Data) => one.id)

describe('a deleted task', () => {
  test('is answered as it lies in the recycle bin', async () => {
    const { status, body } = await remove(task)
    expect(status).toBe(200)
    expect(body.data).toEqual([await read(task)])
    expect(body.data[0].scope).toBe('RbTask')
  })
  test('takes the subtasks along that live nowhere else', async () => {
    await remove(task)
    expect(await scopes(task, sub, below)).toEqual(['RbTask', 'RbTask', 'RbTask'])
  })
  test('leaves subtasks that have a folder or another task of their own', async () => {
    const [placed, shared] = [await world.task({ superTasks: [task.id] }), await nested('Shared', task, world.dig)]
    await remove(task)
    expect(await scopes(placed, shared)).toEqual(['WsTask', 'WsTask'])
    expect((await read(shared)).superTaskIds).toEqual([world.dig.id])
  })
  test('is in no list but that of the bin', async () => {
    await remove(task)
    for (const path of ['/tasks', `/folders/${world.pond.id}/tasks`, `/spaces/${world.garden.id}/tasks`])
      for (const id of [task.id, sub.id])
        expect(
          await ids(path, path === '/tasks' ? { subTasks: true } : { subTasks: true, descendants: true }),
        ).not.toContain(id)
    expect(await ids(`/folders/${world.bin}/tasks`)).toContain(task.id)
    expect(await ids(`/folders/${world.bin}/tasks`, { descendants: true })).toEqual(
      expect.arrayContaining([task.id, sub.id, below.id]),
    )
  })
  test('shows in the bin to those alone who saw it before', async () => {
    await remove(task)
    const seen = async (who: World['anna']) =>
      (await who.get(`/folders/${world.bin}/tasks`)).body.data.map((one: Data) => one.id)
    expect(await seen(world.cleo)).toContain(task.id)
    expect(await seen(world.dan)).not.toContain(task.id)
    expect((await world.dan.get(`/tasks/${task.id}`)).body.error).toBe('access_forbidden')
  })
  test('is no longer named by what stays', async () => {
    await put(sub, { addParents: [world.pond.id] })
    await remove(task)
    expect((await read(sub)).superTaskIds).toEqual([])
    await remove(below)
    expect((await read(sub)).subTaskIds).toEqual([])
  })
  test('takes no other change than being restored', async () => {
    await remove(task)
    const parts: Parameters[] = [
      { title: 'x' },
      { status: 'Completed' },
      { addParents: [world.garden.id] },
      { addShareds: [world.dan.id] },
      { addFollowers: [world.ben.id] },
      { follow: true },
      {},
    ]
    for (const part of parts) {
      const { status, body } = await put(task, part)
      expect({ part, status, error: body.error }).toEqual({ part, status: 403, error: 'not_allowed' })
    }
    expect((await world.anna.post(`/tasks/${task.id}/comments`, { text: 'x' })).status).toBe(403)
    expect((await read(task)).title).toBe('Above')
  })
  test('is deleted again without effect', async () => {
    await remove(task)
    const since = await eventsSince(world)
    expect((await remove(task)).body.data[0].scope).toBe('RbTask')
    expect(await since()).toEqual([])
  })
  test('announces each task that went', async () => {
    const since = await eventsSince(world)
    await remove(task)
    expect(await since()).toEqual(['TaskDeleted', 'TaskDeleted', 'TaskDeleted'])
  })
})

describe('a restored task', () => {
  test('comes back with what went along, to where it was', async () => {
    await remove(task)
    const { body } = await restore(task)
    expect(body.data[0]).toMatchObject({ scope: 'WsTask', parentIds: [world.pond.id], subTaskIds: [sub.id] })
    expect(await scopes(sub, below)).toEqual(['WsTask', 'WsTask'])
    expect((await read(below)).superParentIds).toEqual([world.pond.id])
    expect(await ids(`/folders/${world.pond.id}/tasks`)).toContain(task.id)
  })
  test('leaves in the bin what had been deleted before it', async () => {
    await remove(sub)
    await remove(task)
    await restore(task)
    expect(await scopes(task, sub, below)).toEqual(['WsTask', 'RbTask', 'RbTask'])
  })
  test('may be a subtask alone, with those below it', async () => {
    await remove(task)
    await restore(sub)
    expect(await scopes(task, sub, below)).toEqual(['RbTask', 'WsTask', 'WsTask'])
    expect((await world.cleo.get(`/tasks/${sub.id}`)).status).toBe(200)
  })
  test('hangs under the root of who restores it while its folder is in the bin, and returns with the folder', async () => {
    const shed = await world.folder({ title: 'Shed' })
    const tool = await world.task({ in: shed, title: 'Tool' })
    await world.anna.delete(`/folders/${shed.id}`)
    expect((await read(tool)).scope).toBe('RbTask')
    expect((await restore(tool)).body.data[0]).toMatchObject({ scope: 'WsTask', parentIds: [world.root] })
    await world.anna.put(`/folders/${shed.id}`, { restore: true })
    expect((await read(tool)).parentIds).toEqual([shed.id])
  })
  test('that is not in the bin stays as it is, and nothing is announced', async () => {
    const since = await eventsSince(world)
    expect((await restore(task)).status).toBe(200)
    expect(await since()).toEqual([])
  })
  test('announces each task that came back', async () => {
    await remove(task)
    const since = await eventsSince(world)
    await restore(task)
    expect(await since()).toEqual(['TaskRestored', 'TaskRestored', 'TaskRestored'])
  })
  test('needs the role Full', async () => {
    await remove(task)
    expect((await world.ben.put(`/tasks/${task.id}`, { restore: true })).body.error).toBe('access_forbidden')
  })
})
