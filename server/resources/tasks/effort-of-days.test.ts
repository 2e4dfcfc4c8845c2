import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let standard: string
beforeAll(async () => {
  world = await startWorld()
  standard = (await world.anna.get('/workschedules')).body.data[0].id
})
afterAll(() => world.close())

/** From Thursday to Tuesday, over a weekend: four work days. */
const dates = { start: '2026-03-05', due: '2026-03-10' }
const effort = async (effortAllocation: Data, more: Record<string, unknown> = {}): Promise<Data> => {
  const task = await world.task({ dates, effortAllocation, ...more })
  return read(task.id)
}
const read = async (id: string): Promise<Data> =>
  (await world.anna.get(`/tasks/${id}`, { fields: ['effortAllocation'] })).body.data[0].effortAllocation
const days = (allocation: Data) => allocation.dailyAllocation.map((day: Data) => [day.date.slice(5), day.effortMinutes])

describe('full time', () => {
  test('takes the whole days of all who do it', async () => {
    const whole = { mode: 'FullTime', totalEffort: 1920, allocatedEffort: 1920, dailyAllocationPercentage: 100 }
    expect(await effort({ mode: 'FullTime' })).toEqual(whole)
    const both = { responsibles: [world.ben.id, world.dan.id] }
    expect(await effort({ mode: 'FullTime' }, both)).toEqual({ ...whole, totalEffort: 3840, allocatedEffort: 3840 })
  })
  test('takes a part of the days on which it starts and ends', async () => {
    const half = { start: '2026-03-05T13:00:00', due: '2026-03-09T10:00:00' }
    expect((await effort({ mode: 'FullTime' }, { dates: half })).totalEffort).toBe(240 + 480 + 60)
  })
  test('is less with leave, with fewer minutes, and with parts of days', async () => {
    const person = await world.person('Pia')
    const { id } = await world.task({ dates, effortAllocation: { mode: 'FullTime' }, responsibles: [person.id] })
    const day = (equal: string) => ({ dateRange: { equal } })
    await world.anna.post(`/users/${person.id}/user_schedule_capacity_change`, {
      ...day('2026-03-05'),
      capacityMinutes: 300,
    })
    expect((await read(id)).totalEffort).toBe(1740)
    await world.anna.post('/user_schedule_partial_exclusion', {
      ...{ userId: person.id, ...day('2026-03-06'), exclusionType: 'VacationPTO' },
      capacityMinutes: 120,
    })
    expect((await read(id)).totalEffort).toBe(1380)
    await world.anna.post('/user_schedule_exclusions', {
      ...{ userId: person.id, fromDate: '2026-03-09', toDate: '2026-03-09' },
      exclusionType: 'VacationPTO',
    })
    // Its due date moves to Wednesday: the leave costs a day of dates, and no effort.
    expect((await read(id)).totalEffort).toBe(1380)
  })
})

describe('basic', () => {
  test('is a part of what is there', async () => {
    expect(await effort({ mode: 'Basic', totalEffort: 480 })).toEqual({
      mode: 'Basic',
      totalEffort: 480,
      allocatedEffort: 480,
      dailyAllocationPercentage: 25,
    })
    expect(await effort({ mode: 'Basic', dailyAllocationPercentage: 50 })).toMatchObject({ totalEffort: 960 })
  })
  test('without a total is as long as the task', async () => {
    expect(await effort({ mode: 'Basic' })).toMatchObject({ totalEffort: 1920, dailyAllocationPercentage: 100 })
  })
  test('cannot be allocated where nobody has time', async () => {
    const workweek = [{ dayOfWeek: 'Thu', isWorkDay: true }]
    const idle = { title: 'Idle', workweek, capacityMinutes: 0 }
    const { id } = (await world.anna.post('/workschedules', idle)).body.data[0]
    expect(await effort({ mode: 'Basic', totalEffort: 60 }, { workScheduleId: id })).toEqual({
      mode: 'Basic',
      totalEffort: 60,
      allocatedEffort: 0,
    })
  })
})

describe('flexible', () => {
  test('is spread over the work days of each person, and adds up', async () => {
    const sent = { fromDate: '2026-03-06', toDate: '2026-03-06', exclusionType: 'VacationPTO' }
    await world.anna.post('/user_schedule_exclusions', { userId: world.ben.id, ...sent })
    const both = { responsibles: [world.ben.id, world.dan.id] }
    const shown = await effort({ mode: 'Flexible', totalEffort: 1000 }, both)
    expect(shown).toMatchObject({ totalEffort: 1000, allocatedEffort: 1000 })
    expect(shown.responsibleAllocation.map((one: Data) => one.userId)).toEqual([world.ben.id, world.dan.id])
    const [bens, dans] = shown.responsibleAllocation.map(days)
    expect(bens.map(([day]: Data) => day)).toEqual(['03-05', '03-09', '03-10'])
    expect(dans.map(([day]: Data) => day)).toEqual(['03-05', '03-06', '03-09', '03-10'])
    const sum = [...bens, ...dans].reduce((minutes, [, effortMinutes]) => minutes + effortMinutes, 0)
    expect(sum).toBe(1000)
  })
  test('skips a public holiday, and takes its day back', async () => {
    const task = await world.task({
      ...{ dates: { start: '2026-04-02', due: '2026-04-06' }, responsibles: [world.dan.id] },
      effortAllocation: { mode: 'Flexible', totalEffort: 90 },
    })
    const shown = async () => days((await read(task.id)).responsibleAllocation[0])
    const before = await shown()
    const holiday = { fromDate: '2026-04-03', toDate: '2026-04-03', exclusionType: 'PublicHolidays' }
    const path = `/workschedules/${standard}/workschedule_exclusions`
    const { id } = (await world.anna.post(path, holiday)).body.data[0]
    expect(before).toEqual([
      ['04-02', 30],
      ['04-03', 30],
      ['04-06', 30],
    ])
    expect(await shown()).toEqual([
      ['04-02', 30],
      ['04-06', 30],
      ['04-07', 30],
    ])
    await world.anna.delete(`/workschedule_exclusions/${id}`)
    expect(await shown()).toEqual(before)
  })
  test('that people have spread stays as they have', async () => {
    const said = [{ userId: world.dan.id, dailyAllocation: [{ date: '2026-03-07', effortMinutes: 15 }] }]
    const shown = await effort({ mode: 'Flexible', totalEffort: 60, responsibleAllocation: said })
    expect(shown).toMatchObject({ totalEffort: 60, allocatedEffort: 15, responsibleAllocation: said })
  })
  test('over more than 1,000 days is not listed day by day', async () => {
    const long = { dates: { start: '1990-01-01', due: '2090-01-01' }, responsibles: [world.dan.id] }
    const shown = await effort({ mode: 'Flexible', totalEffort: 60 }, long)
    expect(shown).toMatchObject({ totalEffort: 60, allocatedEffort: 60 })
    expect(shown).not.toHaveProperty('responsibleAllocation')
  })
})

test('lists of tasks work it out too, and tasks without dates or effort say what was said', async () => {
  const folder = await world.folder({ title: 'Efforts' })
  await world.task({ in: folder, title: 'A', dates, effortAllocation: { mode: 'FullTime' } })
  await world.task({ in: folder, title: 'B', effortAllocation: { mode: 'Basic', totalEffort: 30 } })
  await world.task({ in: folder, title: 'C', dates })
  const { body } = await world.anna.get(`/folders/${folder.id}/tasks`, {
    fields: ['effortAllocation'],
    sortField: 'Title',
  })
  expect(body.data.map((task) => task.effortAllocation)).toMatchObject([
    { mode: 'FullTime', totalEffort: 1920 },
    { mode: 'Basic', totalEffort: 30 },
    { mode: 'None' },
  ])
})
