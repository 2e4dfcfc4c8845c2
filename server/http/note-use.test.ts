import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTask } from '#resources/tasks/contract/index.ts'
import { startV3World, type V3World } from '#testing/v3-world.ts'

/** A deprecation of createTask, laid over the contract before the server starts. */
const title = createTask.parameters.title as object & { deprecation?: object }
let world: V3World
beforeAll(async () => {
  title.deprecation = { since: '2026-01-01', until: '2030-01-01', instead: 'nothing' }
  world = await startV3World()
})
afterAll(async () => {
  delete title.deprecation
  await world.close()
})

test('every answer of v3 says that v3 is deprecated, and what of v4 the request used', async () => {
  const { headers } = await world.v3.get('/contacts')
  expect(headers.get('deprecation')).toBe(`@${Date.parse('2018-09-13') / 1000}`)
  expect(headers.get('sunset')).toBeNull()
  expect(headers.get('link')).toContain('#deprecated-v3>; rel="deprecation"')
  const made = await world.v3.post(`/folders/${world.pond.id}/tasks`, { title: 'Old' })
  expect(made.headers.get('link')).toMatch(/#deprecated-v3>.*#deprecated-v4-createTask-title>/)
  expect(made.headers.get('sunset')).toBe('Tue, 01 Jan 2030 00:00:00 GMT')
})

test('a batch says what its operations use', async () => {
  const task = { type: 'TaskCreation', parameters: { folderId: world.pond.id, title: 'One' } }
  const used = await world.anna.post('/batch', { operations: [task] })
  expect(used.headers.get('link')).toContain('#deprecated-v4-createTask-title>')
  const folder = { type: 'FolderCreation', parameters: { folderId: world.pond.id, title: 'One' } }
  expect((await world.anna.post('/batch', { operations: [folder] })).headers.get('deprecation')).toBeNull()
})
