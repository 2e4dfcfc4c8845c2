import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let points: Data
beforeAll(async () => {
  world = await startWorld()
  points = (await world.anna.post('/customfields', { title: 'Points', type: 'Numeric' })).body.data[0]
})
afterAll(() => world.close())

const worth = (value: number | string | null) => ({ customFields: [{ id: points.id, value: value && String(value) }] })
const roll = (folder: Data, rollups: object[], who = world.ben) => who.put(`/folders/${folder.id}/rollups`, { rollups })
const read = async (folder: Data, parameters: Record<string, unknown> = {}, who = world.anna): Promise<Data[]> =>
  (await who.get(`/folders/${folder.id}/rollups`, parameters)).body.data
const rolled = async (folder: Data, fieldId = points.id, who = world.anna) =>
  (await read(folder, {}, who))[0].rollupSettings.find((one: Data) => one.fieldId === fieldId)?.value
const pointsOf = async (folder: Data) =>
  (await world.anna.get(`/folders/${folder.id}`)).body.data[0].customFields.find((one: Data) => one.id === points.id)
    ?.value
const project = (place = world.garden) => world.folder({ in: place, project: {} })

describe('rollups', () => {
  test('are read by those who see the place and set by its editors, on a plan with them', async () => {
    const top = await project()
    const wanted = [{ fieldId: points.id }]
    expect((await roll(top, wanted, world.cleo)).body.error).toBe('access_forbidden')
    expect((await world.dan.get(`/folders/${top.id}/rollups`)).body.error).toBe('access_forbidden')
    await world.plan('Team')
    expect((await roll(top, wanted)).body.error).toBe('not_allowed')
    await world.plan('Pinnacle')
    const setting = { fieldId: points.id, systemField: false, aggregation: 'Sum' }
    expect((await roll(top, wanted)).body).toEqual({
      kind: 'rollups',
      data: [{ itemId: top.id, rollupSettings: [setting], childIds: [] }],
    })
    expect(await read(top, {}, world.cleo)).toHaveLength(1)
    expect((await roll(top, [{ fieldId: points.id, enabled: false }])).body.data[0].rollupSettings).toEqual([])
  })
  test('need a field of numbers, once, that does not flow down from there', async () => {
    const top = await project()
    const text = (await world.anna.post('/customfields', { title: 'Text', type: 'Text' })).body.data[0]
    expect((await roll(top, [{ fieldId: text.id }])).status).toBe(400)
    expect((await roll(top, [{ fieldId: 'nonsense' }])).status).toBe(400)
    expect((await roll(top, [{ fieldId: 'effort', aggregation: 'Min' }])).status).toBe(400)
    expect((await roll(top, [{ fieldId: points.id }, { fieldId: points.id }])).status).toBe(400)
    await world.ben.post(`/folders/${top.id}/cascading_field_settings`, { fieldId: points.id })
    expect((await roll(top, [{ fieldId: points.id }])).status).toBe(400)
    const other = await project()
    await roll(other, [{ fieldId: points.id }])
    const both = await world.ben.post(`/folders/${other.id}/cascading_field_settings`, { fieldId: points.id })
    expect(both.status).toBe(400)
    expect(
      (
        await roll(
          top,
          Array.from({ length: 21 }, () => ({ fieldId: 'effort' })),
        )
      ).status,
    ).toBe(400)
  })
})

describe('a custom field of numbers', () => {
  test('follows what is directly below, level by level', async () => {
    const top = await project()
    const sub = await project(top)
    const [one, two] = [await world.task({ in: sub, ...worth(2) }), await world.task({ in: sub, ...worth(3) })]
    for (const folder of [sub, top]) await roll(folder, [{ fieldId: points.id }])
    expect([await pointsOf(sub), await pointsOf(top)]).toEqual(['5', '5'])
    await world.ben.put(`/tasks/${one.id}`, worth(10.5))
    expect([await pointsOf(sub), await pointsOf(top), await rolled(top)]).toEqual(['13.5', '13.5', '13.5'])
    await world.anna.delete(`/tasks/${two.id}`)
    expect(await pointsOf(top)).toBe('10.5')
    await world.anna.put(`/tasks/${one.id}`, { addParents: [world.pond.id], removeParents: [sub.id] })
    expect([await pointsOf(sub), await pointsOf(top)]).toEqual([undefined, undefined])
    await world.ben.put(`/folders/${top.id}`, worth(99))
    expect(await pointsOf(top)).toBeUndefined()
  })
  test('is an average, a minimum or a maximum where that is asked for', async () => {
    const top = await project()
    for (const value of [1, 2, 6]) await world.task({ in: top, ...worth(value) })
    for (const [aggregation, expected] of [
      ['Average', '3'],
      ['Min', '1'],
      ['Max', '6'],
    ] as const) {
      await roll(top, [{ fieldId: points.id, aggregation }])
      expect(await pointsOf(top)).toBe(expected)
    }
  })
  test('of a task follows its subtasks', async () => {
    const task = await world.task()
    const { body } = await world.ben.put(`/tasks/${task.id}/rollups`, { rollups: [{ fieldId: points.id }] })
    expect(body.data[0]).toMatchObject({ itemId: task.id, childIds: [] })
    const subtask = await world.task({ in: { id: world.root }, superTasks: [task.id], ...worth(4) })
    const [rollup] = (await world.ben.get(`/tasks/${task.id}/rollups`)).body.data
    expect(rollup).toMatchObject({ childIds: [subtask.id], rollupSettings: [{ value: '4' }] })
    expect((await world.ben.get(`/tasks/${task.id}`)).body.data[0].customFields).toEqual([
      { id: points.id, value: '4' },
    ])
    expect((await world.ben.get(`/tasks/${task.id}/rollups`, { pageSize: 5 })).status).toBe(400)
  })
})

describe('fields of the system', () => {
  test('dates of a project follow its tasks', async () => {
    const top = await project()
    await roll(top, [{ fieldId: 'startDate' }, { fieldId: 'dueDate' }])
    const task = await world.task({ in: top, dates: { start: '2026-03-02', due: '2026-03-04' } })
    await world.task({ in: top, dates: { start: '2026-03-03', due: '2026-03-06' } })
    const dates = async () => (await world.ben.get(`/folders/${top.id}`)).body.data[0].project
    expect(await dates()).toMatchObject({ startDate: '2026-03-02', endDate: '2026-03-06' })
    await world.ben.put(`/tasks/${task.id}`, { dates: { start: '2026-03-09', due: '2026-03-10' } })
    expect(await dates()).toMatchObject({ startDate: '2026-03-03', endDate: '2026-03-10' })
    expect(await rolled(top, 'dueDate')).toBe('2026-03-10')
  })
  test('effort and progress count all tasks below, each once', async () => {
    const top = await project()
    const sub = await world.folder({ in: top })
    const effort = (totalEffort: number) => ({ effortAllocation: { mode: 'Basic', totalEffort } })
    await world.task({ in: sub, parents: [top.id], ...effort(90) })
    await world.task({ in: top, status: 'Completed', ...effort(30) })
    await world.task({ in: top, status: 'Cancelled' })
    await roll(top, [{ fieldId: 'effort' }, { fieldId: 'progress' }])
    expect([await rolled(top, 'effort'), await rolled(top, 'progress')]).toEqual(['120', '50'])
  })
  test('money is told to account admins alone', async () => {
    const top = await project()
    const task = await world.task({ in: top })
    await world.anna.put('/hourly_rates', { rates: [{ rateSubjectId: world.ben.id, rateType: 'Cost', rateValue: 30 }] })
    await world.ben.post(`/tasks/${task.id}/timelogs`, { hours: 2, comment: '', trackedDate: '2026-03-02' })
    await roll(top, [{ fieldId: 'actualCost' }])
    expect([await rolled(top, 'actualCost'), await rolled(top, 'actualCost', world.ben)]).toEqual(['60', undefined])
  })
})

describe('the list', () => {
  test('holds the folder first, then those below with rollups, page by page, by filter', async () => {
    const top = await project()
    const subs = [await project(top), await project(top), await project(top)]
    for (const sub of subs) await roll(sub, [{ fieldId: points.id }])
    await roll(subs[1] as Data, [{ fieldId: 'effort' }])
    expect(await read(top)).toEqual([{ itemId: top.id, rollupSettings: [], childIds: subs.map((sub) => sub.id) }])
    const all = (await read(top, { descendants: true })).map((one) => one.itemId)
    expect(all).toEqual([top.id, ...subs.map((sub) => sub.id)])
    const filtered = await read(top, { descendants: true, filter: { fieldId: 'effort' } })
    expect(filtered.map((one) => one.itemId)).toEqual([top.id, subs[1]?.id])
    const first = (await world.anna.get(`/folders/${top.id}/rollups`, { descendants: true, pageSize: 2 })).body
    expect(first.data).toHaveLength(2)
    const rest = { descendants: true, nextPageToken: first.nextPageToken }
    const second = (await world.anna.get(`/folders/${top.id}/rollups`, rest)).body
    expect([...first.data, ...second.data].map((one: Data) => one.itemId)).toEqual(all)
    expect(second.nextPageToken).toBeUndefined()
  })
})
