import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWorld, type World } from '../../server/testing/world.ts'
import {
  ApiError,
  type Client,
  createAttachment,
  createClient,
  createTask,
  deleteTask,
  downloadAttachment,
  getTasksByIds,
  queryFolders,
  queryTasks,
  updateTask,
} from '../src/index.ts'

let world: World
let anna: Client
beforeAll(async () => {
  world = await startWorld()
  anna = createClient({ server: world.url, token: world.anna.token })
})
afterAll(() => world.close())

describe('a call', () => {
  test('puts ids into the path, and everything else where the verb wants it', async () => {
    const dates = { type: 'Planned', start: '2026-11-23T09:00:00', due: '2026-11-25T17:00:00' } as const
    const { data } = await anna.call(createTask, { folderId: world.pond.id, title: 'Plant & water', dates })
    const [task] = data
    expect(task).toMatchObject({ title: 'Plant & water', dates: { type: 'Planned' } })
    const found = await anna.call(queryTasks, {
      folderId: world.pond.id,
      title: 'Plant & water',
      status: ['Active'],
      fields: ['description'],
    })
    expect(found.data.map(({ id }) => id)).toEqual([task?.id])
    await anna.call(updateTask, { taskId: task?.id as string, status: 'Completed' })
    const several = await anna.call(getTasksByIds, { taskIds: [task?.id as string, world.dig.id] })
    expect(several.data.map(({ status }) => status).sort()).toEqual(['Active', 'Completed'])
    await anna.call(deleteTask, { taskId: task?.id as string })
  })

  test('chooses among the paths of an operation by the ids it is given', async () => {
    const of = async (input: { spaceId?: string; folderId?: string }) =>
      (await anna.call(queryFolders, input)).data.map(({ title }) => title)
    expect(await of({ spaceId: world.garden.id })).toContain('Pond')
    expect(await of({})).toContain('Root')
  })

  test('that lacks an id its paths need is a mistake of the program', async () => {
    await expect(anna.call(updateTask, {} as { taskId: string })).rejects.toThrow(TypeError)
  })

  test('that is refused throws what the API says, and what helps', async () => {
    const refused = await anna.call(queryTasks, { status: ['Sleeping' as 'Active'] }).catch((error) => error)
    expect(refused).toBeInstanceOf(ApiError)
    expect(refused).toMatchObject({ status: 400, code: 'invalid_parameter' })
    expect(refused.hint).toContain('Active')
    expect(refused.requestId).toMatch(/^[\da-f-]{36}$/)
  })

  test('can be given up', async () => {
    const signal = AbortSignal.abort()
    await expect(anna.call(queryTasks, {}, { signal })).rejects.toThrow(/abort/i)
  })
})

test('all rows of a list come page by page, each once', async () => {
  const folder = await world.folder({ title: 'Rows' })
  for (let count = 0; count < 5; count++) await world.task({ in: folder, title: `Row ${count}` })
  const titles: string[] = []
  for await (const task of anna.rows(queryTasks, { folderId: folder.id, pageSize: 2 })) titles.push(task.title)
  expect(titles.sort()).toEqual(['Row 0', 'Row 1', 'Row 2', 'Row 3', 'Row 4'])
})

test('a file goes up and comes down as it was, whatever its name', async () => {
  const content = new Blob(['a pond full of frogs'])
  const { data } = await anna.upload(createAttachment, { taskId: world.dig.id }, { name: 'frösche 🐸.txt', content })
  expect(data[0]).toMatchObject({ name: 'frösche 🐸.txt' })
  const down = await anna.download(downloadAttachment, { attachmentId: data[0]?.id as string })
  expect(await down.text()).toBe('a pond full of frogs')
})

test('a request that came too often is tried again when the server says, at least a second later', async () => {
  const times: number[] = []
  const client = createClient({
    server: world.url,
    token: async () => world.anna.token,
    fetch: async (address, init) => {
      times.push(Date.now())
      const refusal = { status: 429, headers: { 'retry-after': '1' } }
      return times.length === 1 ? new Response('{"error":"rate_limit_exceeded"}', refusal) : fetch(address, init)
    },
  })
  const { data } = await client.call(getTasksByIds, { taskIds: [world.dig.id] })
  expect(data[0]?.title).toBe('Dig')
  expect((times[1] as number) - (times[0] as number)).toBeGreaterThanOrEqual(990)
})
