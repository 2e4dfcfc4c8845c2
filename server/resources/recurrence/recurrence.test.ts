import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Data, Parameters } from '#testing/client.ts'
import { eventsSince } from '#testing/events.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let task: Data
beforeAll(async () => {
  world = await startWorld()
})
beforeEach(async () => {
  task = await world.task({ title: 'Water', dates: { start: '2026-03-04', due: '2026-03-05' } })
})
afterAll(() => world.close())

const path = (one = task) => `/tasks/${one.id}/recurrence`
const put = (parameters: Parameters, one = task) => world.anna.put(path(one), parameters)
const set = async (parameters: Parameters, one = task): Promise<Data> => {
  const { status, body } = await put(parameters, one)
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data[0]
}
const read = async (one = task) => (await world.anna.get(path(one))).body.data
const isRecurrent = async (one = task) =>
  (await world.anna.get(`/tasks/${one.id}`, { fields: ['recurrent'] })).body.data[0].recurrent

describe('a rule is refused', () => {
  const wrong: [string, Parameters][] = [
    ['without a type', {}],
    ['of an unknown type', { scheduleType: 'Hourly' }],
    ['every no days', { scheduleType: 'Daily', scheduleFrequency: 0 }],
    ['every 1,000 days', { scheduleType: 'Daily', scheduleFrequency: 1000 }],
    ['with weekdays of a month', { scheduleType: 'Monthly', weekDays: ['Mon'] }],
    ['with no weekday', { scheduleType: 'Weekly', weekDays: [] }],
    ['with a weekday that is none', { scheduleType: 'Weekly', weekDays: ['Monday'] }],
    ['with an end and a limit', { scheduleType: 'Daily', intervalEndDate: '2027-01-01', occurrenceLimit: 5 }],
    ['that ends before it starts', { scheduleType: 'Daily', intervalEndDate: '2026-03-03' }],
    ['of no tasks', { scheduleType: 'Daily', occurrenceLimit: 0 }],
    ['that starts at a moment', { scheduleType: 'Daily', intervalStartDate: '2026-03-04T09:00:00' }],
  ]
  for (const [name, parameters] of wrong)
    test(name, async () => {
      expect((await put(parameters)).status).toBe(400)
      expect(await read()).toEqual([])
    })
  test('from who may not edit the task, as is ending it', async () => {
    await set({ scheduleType: 'Daily' })
    expect((await world.cleo.put(path(), { scheduleType: 'Weekly' })).body.error).toBe('access_forbidden')
    expect((await world.cleo.delete(path())).body.error).toBe('access_forbidden')
    expect((await world.cleo.get(path())).body.data).toHaveLength(1)
  })
  test('for a task in the recycle bin', async () => {
    await world.anna.delete(`/tasks/${task.id}`)
    expect((await put({ scheduleType: 'Daily' })).body.error).toBe('not_allowed')
  })
  test('on the plan Free', async () => {
    await world.plan('Free')
    expect((await put({ scheduleType: 'Daily' })).body.error).toBe('not_allowed')
    await world.plan('Pinnacle')
  })
})

describe('a task', () => {
  test('does not recur until it is told to', async () => {
    expect(await read()).toEqual([])
    expect(await isRecurrent()).toBe(false)
  })
  test('recurs from its own day on, every time, without end', async () => {
    const told = await set({ scheduleType: 'Weekly' })
    expect(told).toEqual({
      taskId: task.id,
      scheduleType: 'Weekly',
      scheduleFrequency: 1,
      intervalStartDate: '2026-03-04',
      state: 'Active',
      occurrence: 1,
      occurrenceDate: '2026-03-04',
      nextOccurrenceDate: '2026-03-11',
      taskIds: [task.id],
    })
    expect(await read()).toEqual([told])
    expect(await isRecurrent()).toBe(true)
    const { body } = await world.anna.get('/tasks', { title: 'Water', fields: ['recurrent'] })
    expect(body.data.find((one: Data) => one.id === task.id).recurrent).toBe(true)
  })
  test('keeps what is said of its series', async () => {
    const rule = {
      name: 'Watering',
      scheduleType: 'Weekly',
      scheduleFrequency: 2,
      weekDays: ['Mon', 'Fri'],
      intervalStartDate: '2026-03-02',
      intervalEndDate: '2026-12-31',
    }
    expect(await set(rule)).toMatchObject({ ...rule, nextOccurrenceDate: '2026-03-06' })
    expect(await set({ scheduleType: 'Daily', occurrenceLimit: 1 })).toMatchObject({
      occurrenceLimit: 1,
      intervalStartDate: '2026-03-02',
    })
    const [after] = await read()
    for (const member of ['name', 'weekDays', 'intervalEndDate', 'nextOccurrenceDate'])
      expect(after).not.toHaveProperty(member)
  })
  test('without dates recurs from today on', async () => {
    const backlog = await world.task({ title: 'Sometime' })
    const today = new Date().toISOString().slice(0, 10)
    expect(await set({ scheduleType: 'Daily' }, backlog)).toMatchObject({ intervalStartDate: today })
  })
  test('that is a milestone recurs from its due day on', async () => {
    const milestone = await world.task({ dates: { type: 'Milestone', due: '2026-03-31' } })
    expect(await set({ scheduleType: 'Monthly' }, milestone)).toMatchObject({
      intervalStartDate: '2026-03-31',
      nextOccurrenceDate: '2026-04-30',
    })
  })
  test('ends its series, and ending it again changes nothing', async () => {
    await set({ scheduleType: 'Daily' })
    const since = await eventsSince(world)
    expect((await world.anna.delete(path())).body.data).toEqual([])
    expect((await world.anna.delete(path())).status).toBe(200)
    expect(await since()).toEqual(['TaskRecurrenceChanged'])
    expect((await read())[0]).toMatchObject({ state: 'Stopped' })
    expect(await isRecurrent()).toBe(false)
    expect(await set({ scheduleType: 'Monthly' })).toMatchObject({ state: 'Active', scheduleType: 'Monthly' })
  })
  test('announces how it recurs', async () => {
    const since = await eventsSince(world)
    await set({ scheduleType: 'Daily' })
    await set({ scheduleType: 'Weekly' })
    expect(await since()).toEqual(['TaskRecurrenceChanged', 'TaskRecurrenceChanged'])
  })
})
