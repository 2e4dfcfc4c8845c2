import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data, Parameters } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const create = (dates: Parameters) => world.anna.post(`/folders/${world.pond.id}/tasks`, { title: 'Dated', dates })
const dated = async (dates: Parameters): Promise<Data> => (await create(dates)).body.data[0]
const moved = async (task: Data, dates: Parameters) =>
  (await world.anna.put(`/tasks/${task.id}`, { dates })).body.data[0].dates

/** Monday, 2 March 2026, to Wednesday. */
const threeDays = { start: '2026-03-02', due: '2026-03-04' }
const planned = (start: string, due: string, duration: number) => ({ type: 'Planned', duration, start, due })

describe('dates are refused', () => {
  const wrong: [string, Parameters][] = [
    ['a start after the due date', { start: '2026-03-04', due: '2026-03-02' }],
    ['a moment with a zone', { start: '2026-03-02T09:00:00Z' }],
    ['a moment with milliseconds', { start: '2026-03-02T09:00:00.000' }],
    ['a day that does not exist', { start: '2026-02-30' }],
    ['a moment before 1970', { start: '1969-12-31' }],
    ['a moment from 2100 on', { due: '2100-01-01' }],
    ['a duration below zero', { start: '2026-03-02', duration: -1 }],
    ['a duration of 1,800,000 minutes', { start: '2026-03-02', duration: 1_800_000 }],
    ['a Planned task without any date', { type: 'Planned' }],
    ['a Milestone without a due date', { type: 'Milestone' }],
    ['a Milestone that starts', { type: 'Milestone', start: '2026-03-02', due: '2026-03-04' }],
    ['a Backlog task that is due', { type: 'Backlog', due: '2026-03-04' }],
    ['a type that is none', { type: 'Sometime' }],
    ['a member that is none', { begin: '2026-03-02' }],
  ]
  for (const [name, dates] of wrong)
    test(name, async () => {
      const { status, body } = await create(dates)
      expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_parameter' })
      expect((await world.anna.put(`/tasks/${world.dig.id}`, { dates })).status).toBe(400)
    })
  test('and nothing else of the call is written', async () => {
    await world.anna.put(`/tasks/${world.dig.id}`, { title: 'Half', dates: { start: '2026-03-04', due: '2026-03-02' } })
    expect((await world.anna.get(`/tasks/${world.dig.id}`)).body.data[0].title).toBe('Dig')
  })
})

describe('a new task', () => {
  const cases: [string, Parameters, Data][] = [
    ['without dates is Backlog', {}, { type: 'Backlog' }],
    ['may be Backlog with a duration', { type: 'Backlog', duration: 90 }, { type: 'Backlog', duration: 90 }],
    [
      'with two days starts at 09:00 and is due at 17:00',
      threeDays,
      planned('2026-03-02T09:00:00', '2026-03-04T17:00:00', 1440),
    ],
    [
      'keeps the times it is given',
      { start: '2026-03-02T13:00:00', due: '2026-03-03T11:00:00' },
      planned('2026-03-02T13:00:00', '2026-03-03T11:00:00', 360),
    ],
    [
      'with a start alone takes a day',
      { start: '2026-03-02' },
      planned('2026-03-02T09:00:00', '2026-03-02T17:00:00', 480),
    ],
    [
      'with a due date alone takes that day',
      { due: '2026-03-04' },
      planned('2026-03-04T09:00:00', '2026-03-04T17:00:00', 480),
    ],
    [
      'with start and duration is due when that is done, after the weekend',
      { start: '2026-03-06', duration: 960 },
      planned('2026-03-06T09:00:00', '2026-03-09T17:00:00', 960),
    ],
    [
      'with due date and duration starts as early as it has to',
      { due: '2026-03-09', duration: 960 },
      planned('2026-03-06T09:00:00', '2026-03-09T17:00:00', 960),
    ],
    [
      'may be done on weekends',
      { start: '2026-03-06', duration: 960, workOnWeekends: true },
      { ...planned('2026-03-06T09:00:00', '2026-03-07T17:00:00', 960), workOnWeekends: true },
    ],
    ['may be a Milestone', { type: 'Milestone', due: '2026-03-04' }, { type: 'Milestone', due: '2026-03-04T17:00:00' }],
  ]
  for (const [name, dates, expected] of cases)
    test(name, async () => expect((await dated(dates)).dates).toEqual(expected))
})

describe('a task that is there', () => {
  test('keeps its duration when its start moves', async () => {
    expect(await moved(await dated(threeDays), { start: '2026-03-05' })).toEqual(
      planned('2026-03-05T09:00:00', '2026-03-09T17:00:00', 1440),
    )
  })
  test('keeps its duration when its due date moves', async () => {
    expect(await moved(await dated(threeDays), { due: '2026-03-06' })).toEqual(
      planned('2026-03-04T09:00:00', '2026-03-06T17:00:00', 1440),
    )
  })
  test('keeps its start when its duration changes', async () => {
    expect(await moved(await dated(threeDays), { duration: 480 })).toEqual(
      planned('2026-03-02T09:00:00', '2026-03-02T17:00:00', 480),
    )
  })
  test('loses its dates when it becomes Backlog', async () => {
    expect(await moved(await dated(threeDays), { type: 'Backlog' })).toEqual({ type: 'Backlog' })
  })
  test('stays a Milestone when its due date moves, and becomes Planned with a start', async () => {
    const task = await dated({ type: 'Milestone', due: '2026-03-04' })
    expect(await moved(task, { due: '2026-03-05' })).toEqual({ type: 'Milestone', due: '2026-03-05T17:00:00' })
    expect(await moved(task, { start: '2026-03-05' })).toMatchObject({ type: 'Planned', start: '2026-03-05T09:00:00' })
  })
  test('becomes a Milestone of its due date', async () => {
    expect(await moved(await dated(threeDays), { type: 'Milestone' })).toEqual({
      type: 'Milestone',
      due: '2026-03-04T17:00:00',
    })
  })
  test('is worked on over weekends from now on', async () => {
    const task = await dated({ start: '2026-03-06', duration: 960 })
    expect(await moved(task, { workOnWeekends: true })).toEqual({
      ...planned('2026-03-06T09:00:00', '2026-03-07T17:00:00', 960),
      workOnWeekends: true,
    })
  })
  test('moves the tasks that depend on it out of its way', async () => {
    const [first, next] = [await dated(threeDays), await dated({ start: '2026-03-05' })]
    await world.anna.post(`/tasks/${first.id}/dependencies`, { successorId: next.id, relationType: 'FinishToStart' })
    await moved(first, { due: '2026-03-06', start: '2026-03-02' })
    expect((await world.anna.get(`/tasks/${next.id}`)).body.data[0].dates).toEqual(
      planned('2026-03-09T09:00:00', '2026-03-09T17:00:00', 480),
    )
  })
})
