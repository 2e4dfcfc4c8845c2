import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeId } from '#ids/decode.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const convert = async (type: string, ids: unknown, who = world.anna) => (await who.get('/ids', { type, ids })).body
const number = (type: 'Task' | 'Folder' | 'Comment' | 'Timelog' | 'Contact' | 'Form', id: string) =>
  decodeId(type, id)?.number as number

test('numbers of all kinds of things become their ids, in the order sent, a repeated one once', async () => {
  const comment = (await world.anna.post(`/tasks/${world.dig.id}/comments`, { text: 'x' })).body.data[0]
  const log = { comment: '', hours: 1, trackedDate: '2026-03-02' }
  const timelog = (await world.anna.post(`/tasks/${world.dig.id}/timelogs`, log)).body.data[0]
  const pages = [{ title: 'About it', fields: [{ id: 'what', title: 'What', type: 'Text', attribute: 'title' }] }]
  const forms = `/spaces/${world.garden.id}/request_forms`
  const form = (await world.anna.post(forms, { title: 'Wish', pages })).body.data[0]
  const other = await world.task()
  const known: [string, 'Task' | 'Folder' | 'Comment' | 'Timelog' | 'Contact' | 'Form', string[]][] = [
    ['ApiV2Task', 'Task', [other.id, world.dig.id]],
    ['ApiV2Folder', 'Folder', [world.pond.id, world.garden.id]],
    ['ApiV2Comment', 'Comment', [comment.id]],
    ['ApiV2Timelog', 'Timelog', [timelog.id]],
    ['ApiV2RequestForm', 'Form', [form.id]],
    ['ApiV2User', 'Contact', [world.ben.id, world.anna.id]],
  ]
  for (const [type, idType, ids] of known) {
    const numbers = ids.map((id) => number(idType, id))
    expect(await convert(type, [...numbers, ...numbers])).toEqual({
      kind: 'ids',
      data: ids.map((id, at) => ({ id, apiV2Id: String(numbers[at]) })),
    })
  }
  expect((await convert('ApiV2Account', [world.accountId])).data).toEqual([
    { id: world.account, apiV2Id: String(world.accountId) },
  ])
})

test('what is hidden, of another kind or account, or nothing at all is left out', async () => {
  const task = number('Task', world.dig.id)
  expect((await convert('ApiV2Task', [task], world.dan)).data).toEqual([])
  expect((await convert('ApiV2Task', [task], world.eve)).data).toEqual([])
  expect((await convert('ApiV2Folder', [task])).data).toEqual([])
  expect((await convert('ApiV2Task', [0, -1, 2 ** 53 - 1])).data).toEqual([])
  expect((await convert('ApiV2Account', [world.accountId + 1])).data).toEqual([])
  expect((await convert('ApiV2User', [world.eve.personId])).data).toEqual([])
})

test('ids are whole numbers, at most 1,000', async () => {
  for (const ids of [[1.5], ['x'], [2 ** 60], Array.from({ length: 1001 }, (_, at) => at)])
    expect((await convert('ApiV2Task', ids)).error).toBe('invalid_parameter')
  expect((await world.anna.get('/ids', { type: 'ApiV2Task' })).body.error).toBe('parameter_required')
})
