import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let standard: string
/** Sunday to Thursday. */
let shifted: string
beforeAll(async () => {
  world = await startWorld()
  standard = (await world.anna.get('/workschedules')).body.data[0].id
  const workweek = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu'].map((dayOfWeek) => ({ dayOfWeek, isWorkDay: true }))
  shifted = (await world.anna.post('/workschedules', { title: 'Shifted', workweek, addUsers: [world.cleo.id] })).body
    .data[0].id
})
afterAll(() => world.close())

/** Thursday; two days of work are done on Friday, in the shifted week on Sunday. */
const dates = { start: '2026-03-05', duration: 960 }
const task = (more: Record<string, unknown> = {}): Promise<Data> => world.task({ dates, ...more })
const dueOf = async ({ id }: Data): Promise<string> =>
  (await world.anna.get(`/tasks/${id}`)).body.data[0].dates.due.slice(0, 10)
const change = async ({ id }: Data, parameters: Record<string, unknown>): Promise<string> => {
  const { status, body } = await world.anna.put(`/tasks/${id}`, parameters)
  expect(body.errorDescription).toBeUndefined()
  expect(status).toBe(200)
  return body.data[0].dates.due.slice(0, 10)
}
const [friday, sunday] = ['2026-03-06', '2026-03-08']

describe('a new task', () => {
  test('follows the schedule it is given, before anybody', async () => {
    expect(await dueOf(await task({ workScheduleId: shifted }))).toBe(sunday)
    expect(await dueOf(await task({ workScheduleId: standard, responsibles: [world.cleo.id] }))).toBe(friday)
  })
  test('else that of its only assignee', async () => {
    expect(await dueOf(await task({ responsibles: [world.cleo.id] }))).toBe(sunday)
  })
  test("else the account's, with several assignees too", async () => {
    expect(await dueOf(await task())).toBe(friday)
    expect(await dueOf(await task({ responsibles: [world.cleo.id, world.ben.id] }))).toBe(friday)
  })
})

describe('a task that changes', () => {
  test('keeps start and duration when it is given away', async () => {
    const one = await task()
    expect(await change(one, { addResponsibles: [world.cleo.id] })).toBe(sunday)
    expect(await change(one, { addResponsibles: [world.ben.id] })).toBe(friday)
    expect(await change(one, { removeResponsibles: [world.ben.id] })).toBe(sunday)
  })
  test('keeps them when several tasks are given away', async () => {
    const both = [await task(), await task()]
    await world.anna.put(`/tasks/${both.map((each) => each.id).join(',')}`, { addResponsibles: [world.cleo.id] })
    expect(await Promise.all(both.map(dueOf))).toEqual([sunday, sunday])
  })
  test('keeps them when its schedule changes, and follows others again without one', async () => {
    const one = await task({ responsibles: [world.cleo.id] })
    expect(await change(one, { workScheduleId: standard })).toBe(friday)
    expect(await change(one, { workScheduleId: null })).toBe(sunday)
  })
  test('takes dates in the working days it has then', async () => {
    const one = await task()
    const sent = { addResponsibles: [world.cleo.id], dates: { start: '2026-03-06', due: '2026-03-09' } }
    const { body } = await world.anna.put(`/tasks/${one.id}`, sent)
    expect(body.data[0].dates.duration).toBe(960)
  })
  test('shows its own schedule when asked, and none if it follows others', async () => {
    const [own, other] = [await task({ workScheduleId: shifted }), await task({ responsibles: [world.cleo.id] })]
    const { body } = await world.anna.get(`/tasks/${own.id},${other.id}`, { fields: ['workScheduleId'] })
    expect(body.data.map((each) => each.workScheduleId)).toEqual([shifted, undefined])
    expect((await world.anna.get(`/tasks/${own.id}`)).body.data[0]).not.toHaveProperty('workScheduleId')
  })
  test('moves its successors out of the way', async () => {
    const [one, next] = [await task(), await world.task({ dates: { start: '2026-03-09', duration: 480 } })]
    const link = { successorId: next.id, relationType: 'FinishToStart', lagTime: 480 }
    await world.anna.post(`/tasks/${one.id}/dependencies`, link)
    expect(await dueOf(next)).toBe('2026-03-10')
    await change(one, { addResponsibles: [world.cleo.id], dates: { start: '2026-03-05', duration: 1440 } })
    expect(await dueOf(next)).toBe('2026-03-11')
  })
  test('is refused a schedule that is not there, and any on a small plan', async () => {
    const one = await task()
    const { body } = await world.eve.get('/workschedules')
    const foreign = await world.anna.put(`/tasks/${one.id}`, { workScheduleId: body.data[0].id })
    expect({ status: foreign.status, error: foreign.body.error }).toEqual({ status: 404, error: 'resource_not_found' })
    await world.plan('Team')
    const small = await world.anna.put(`/tasks/${one.id}`, { workScheduleId: shifted })
    expect({ status: small.status, error: small.body.error }).toEqual({ status: 403, error: 'not_allowed' })
    await world.plan('Pinnacle')
  })
})
