import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { recordedBy } from '#testing/recorded.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

/** A task with dates, from and until these days of March 2026; the 2nd is a Monday. */
const planned = (start: number, due: number, more: Record<string, unknown> = {}): Promise<Data> =>
  world.task({ dates: { start: day(start), due: day(due) }, ...more })
const day = (of: number) => `2026-03-${String(of).padStart(2, '0')}`
const link = async (one: Data, other: Data, more: Record<string, unknown> = {}): Promise<Data> => {
  const parameters = { successorId: other.id, relationType: 'FinishToStart', ...more }
  const { status, body } = await world.ben.post(`/tasks/${one.id}/dependencies`, parameters)
  expect(status).toBe(200)
  return body.data[0]
}
const datesOf = async (task: Data) => {
  const { start, due } = (await world.anna.get(`/tasks/${task.id}`)).body.data[0].dates
  return `${start} ${due}`
}
const span = (start: string, due: string) => `2026-03-${start} 2026-03-${due}`

describe('a link moves its successor', () => {
  test('behind the predecessor, over the weekend, with its duration', async () => {
    const [one, other] = [await planned(5, 6), await planned(2, 3)]
    await link(one, other)
    expect(await datesOf(other)).toBe(span('09T09:00:00', '10T17:00:00'))
    expect(await datesOf(one)).toBe(span('05T09:00:00', '06T17:00:00'))
  })

  test('on a Saturday if it works on weekends', async () => {
    const dates = { start: day(2), due: day(3), workOnWeekends: true }
    const [one, other] = [await planned(5, 6), await world.task({ dates })]
    await link(one, other)
    expect(await datesOf(other)).toBe(span('07T09:00:00', '08T17:00:00'))
  })

  test('not at all if it is out of the way', async () => {
    const [one, other] = [await planned(2, 3), await planned(9, 10)]
    const events = await recordedBy(world, () => link(one, other))
    expect(events.map((event) => event.type)).toEqual(['DependencyAdded'])
    expect(await datesOf(other)).toBe(span('09T09:00:00', '10T17:00:00'))
  })

  const relations: [string, number, string][] = [
    ['FinishToStart', 480, span('06T09:00:00', '06T17:00:00')],
    ['FinishToStart', -480, span('04T09:00:00', '04T17:00:00')],
    ['StartToStart', 0, span('03T09:00:00', '03T17:00:00')],
    ['StartToFinish', 480, span('03T09:00:00', '03T17:00:00')],
    ['FinishToFinish', 0, span('04T09:00:00', '04T17:00:00')],
    ['FinishToFinish', 240, span('04T13:00:00', '05T13:00:00')],
  ]
  for (const [relationType, lagTime, expected] of relations) {
    test(`${relationType} with a lag of ${lagTime} minutes`, async () => {
      const [one, other] = [await planned(3, 4), await planned(2, 2)]
      await link(one, other, { relationType, lagTime })
      expect(await datesOf(other)).toBe(expected)
    })
  }
})

describe('a change of dates', () => {
  test('moves the whole chain behind it, each with an event', async () => {
    const [one, two, three] = [await planned(2, 3), await planned(4, 5), await planned(6, 6)]
    await link(one, two)
    await link(two, three)
    const events = await recordedBy(world, () =>
      world.ben.put(`/tasks/${one.id}`, { dates: { start: day(4), due: day(5) } }),
    )
    expect(events.map((event) => event.type)).toEqual(['TaskDatesChanged', 'TaskDatesChanged', 'TaskDatesChanged'])
    expect(await datesOf(two)).toBe(span('06T09:00:00', '09T17:00:00'))
    expect(await datesOf(three)).toBe(span('10T09:00:00', '10T17:00:00'))
  })

  test('to an earlier day moves nothing', async () => {
    const [one, two] = [await planned(4, 5), await planned(6, 6)]
    await link(one, two)
    await world.ben.put(`/tasks/${one.id}`, { dates: { start: day(2), due: day(3) } })
    expect(await datesOf(two)).toBe(span('06T09:00:00', '06T17:00:00'))
  })

  test('of a successor stands, although it starts too early', async () => {
    const [one, two] = [await planned(4, 5), await planned(6, 6)]
    await link(one, two)
    await world.ben.put(`/tasks/${two.id}`, { dates: { start: day(3), due: day(3) } })
    expect(await datesOf(two)).toBe(span('03T09:00:00', '03T17:00:00'))
  })

  test('waits for the latest of several predecessors', async () => {
    const [one, other, last] = [await planned(2, 2), await planned(2, 4), await planned(2, 2)]
    await link(one, last)
    await link(other, last)
    expect(await datesOf(last)).toBe(span('05T09:00:00', '05T17:00:00'))
    await world.ben.put(`/tasks/${one.id}`, { dates: { start: day(5), due: day(6) } })
    expect(await datesOf(last)).toBe(span('09T09:00:00', '09T17:00:00'))
  })

  test('moves successors that the caller cannot see: the plan holds together', async () => {
    const secret = (await world.anna.post('/spaces', { accessType: 'Private', title: 'Secret' })).body.data[0]
    const [one, hidden] = [await planned(2, 3), await planned(4, 4, { in: secret })]
    const parameters = { successorId: hidden.id, relationType: 'FinishToStart' }
    expect((await world.anna.post(`/tasks/${one.id}/dependencies`, parameters)).status).toBe(200)
    await world.ben.put(`/tasks/${one.id}`, { dates: { start: day(4), due: day(5) } })
    expect(await datesOf(hidden)).toBe(span('06T09:00:00', '06T17:00:00'))
    expect((await world.ben.get(`/tasks/${one.id}/dependencies`)).body.data).toEqual([])
  })

  test('leaves what lies in the recycle bin where it is', async () => {
    const [one, gone] = [await planned(2, 3), await planned(4, 4)]
    await link(one, gone)
    await world.anna.delete(`/tasks/${gone.id}`)
    await world.ben.put(`/tasks/${one.id}`, { dates: { start: day(4), due: day(5) } })
    expect(await datesOf(gone)).toBe(span('04T09:00:00', '04T17:00:00'))
  })
})
