import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { readCsv } from '#testing/csv.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

test('blueprints are no work: nothing of them is exported', async () => {
  const { anna, garden } = world
  const folder = await world.folder({ title: 'Original', project: { ownerIds: [anna.id] } })
  const task = await world.task({ in: folder, title: 'Step', responsibles: [anna.id] })
  await anna.upload(`/tasks/${task.id}/attachments`, 'map.txt', 'A map')
  const made = await anna.post(`/folders/${folder.id}/folder_blueprints`, { spaceId: garden.id, title: 'Model' })
  expect(made.status).toBe(200)
  const path = `/data_export/${(await anna.post('/data_export')).body.data[0].id}`
  let done: Data
  const state = async () => {
    done = (await anna.get(path)).body.data[0]
    return done.status
  }
  await expect.poll(state, { timeout: 20_000, interval: 50 }).toBe('Completed')
  const table = async (id: string) => {
    const { url } = done.resources.find(({ name }: Data) => name === id)
    return readCsv(await (await anna.raw(new URL(url).pathname.replace('/api/v4', ''))).text())
  }
  const names = (await table('work_item')).map((row) => row.work_name)
  expect(names.filter((name) => ['Original', 'Model', 'Step'].includes(name ?? '')).sort()).toEqual([
    'Original',
    'Step',
  ])
  expect(await table('work_assignee')).toHaveLength(2)
  expect(await table('work_attachment')).toHaveLength(1)
  expect((await table('work_project')).filter((row) => row.work_id !== '')).toHaveLength(2)
  expect(await table('work_task')).toHaveLength(2)
})
