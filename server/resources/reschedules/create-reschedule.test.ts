import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { recordedBy } from '#testing/recorded.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

/** Days of March 2026; the 2nd is a Monday. */
const day = (of: number) => `2026-03-${String(of).padStart(2, '0')}`
const planned = (start: number, due: number, more: Record<string, unknown> = {}): Promise<Data> =>
  world.task({ dates: { start: day(start), due: day(due) }, ...more })
const link = async (one: Data, other: Data, relationType = 'FinishToStart') => {
  const { status } = await world.anna.post(`/tasks/${one.id}/dependencies`, { successorId: other.id, relationType })
  expect(status).toBe(200)
}
const dates = (start: number, due: number) => ({ start: day(start), due: day(due) })
const ask = (parameters: Record<string, unknown>, who = world.ben) => who.post('/reschedules', parameters)
const answer = async (parameters: Record<string, unknown>, who = world.ben): Promise<Data> => {
  const { status, body } = await ask(parameters, who)
  expect({ status, says: body.errorDescription }).toEqual({ status: 200, says: undefined })
  return body.data[0]
}
const datesOf = async (tasks: readonly Data[]): Promise<Record<string, Data>> => {
  const { body } = await world.anna.get(`/tasks/${tasks.map(({ id }) => id).join(',')}`)
  return Object.fromEntries(body.data.map((task: Data) => [task.id, task.dates]))
}

describe('a reschedule is refused', () => {
  test('without anything to do, for a task twice, a task with itself, and dates that contradict themselves', async () => {
    const one = { taskId: world.dig.id, dates: dates(2, 3) }
    for (const [parameters, error] of [
      [{}, 'parameter_required'],
      [{ tasks: [] }, 'invalid_parameter'],
      [{ tasks: [one, one] }, 'invalid_parameter'],
      [{ tasks: [{ taskId: world.dig.id, dates: dates(3, 2) }] }, 'invalid_parameter'],
      [
        { dependency: { predecessorId: world.dig.id, successorId: world.dig.id, relationType: 'StartToStart' } },
        'invalid_parameter',
      ],
    ] as const) {
      expect((await ask(parameters)).body.error).toBe(error)
      expect((await ask({ ...parameters, dryRun: true })).body.error).toBe(error)
    }
  })

  test('for who may not edit, in a dry run too, and then as a whole', async () => {
    const [one, other] = [await planned(2, 3), await planned(2, 3)]
    const tasks = [one, other].map(({ id }) => ({ taskId: id, dates: dates(4, 5) }))
    for (const dryRun of [true, false]) {
      expect((await ask({ tasks, dryRun }, world.cleo)).body.error).toBe('access_forbidden')
      expect((await ask({ tasks, dryRun }, world.dan)).body.error).toBe('access_forbidden')
    }
    const wrong = [tasks[0], { taskId: other.id, dates: dates(5, 4) }]
    expect((await ask({ tasks: wrong })).status).toBe(400)
    expect(await datesOf([one])).toMatchObject({ [one.id]: { due: `${day(3)}T17:00:00` } })
  })
})

describe('a dry run', () => {
  test('tells every task that would move, and leaves nothing behind', async () => {
    const [one, two, three] = [await planned(2, 3), await planned(4, 5), await planned(6, 6)]
    await link(one, two)
    await link(two, three)
    const before = await datesOf([one, two, three])
    let told: Data = {}
    const events = await recordedBy(world, async () => {
      told = await answer({ tasks: [{ taskId: one.id, dates: dates(4, 5) }], dryRun: true })
    })
    expect(events).toEqual([])
    expect(await datesOf([one, two, three])).toEqual(before)
    expect(told).toMatchObject({ dryRun: true, hiddenTasks: 0 })
    expect(told.tasks.map((task: Data) => [task.taskId, task.before.start, task.after.start.slice(0, 10)])).toEqual([
      [one.id, before[one.id]?.start, day(4)],
      [two.id, before[two.id]?.start, day(6)],
      [three.id, before[three.id]?.start, day(10)],
    ])
  })

  test('is what the change then does, and what undoes it brings all back, whatever the plan', async () => {
    const place = await world.folder({ title: 'Plans' })
    const plan = fc.record({
      tasks: fc.array(fc.record({ start: fc.integer({ min: 2, max: 12 }), length: fc.nat(4) }), {
        minLength: 3,
        maxLength: 6,
      }),
      links: fc.array(
        fc.record({
          one: fc.nat(5),
          other: fc.nat(5),
          relationType: fc.constantFrom('FinishToStart', 'StartToStart', 'FinishToFinish', 'StartToFinish'),
        }),
        { maxLength: 8 },
      ),
      by: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(plan, async ({ tasks, links, by }) => {
        const made: Data[] = []
        for (const { start, length } of tasks) made.push(await planned(start, start + length, { in: place }))
        for (const { one, other, relationType } of links) {
          const [first, second] = [made[Math.min(one, other)], made[Math.max(one, other)]]
          if (first && second && first !== second)
            await world.anna.post(`/tasks/${first.id}/dependencies`, { successorId: second.id, relationType })
        }
        const before = await datesOf(made)
        const wanted = by.map((days, at) => {
          const { start } = tasks[at] as { start: number; length: number }
          return { taskId: made[at]?.id, dates: dates(start + days, start + days + 2) }
        })
        const dry = await answer({ tasks: wanted, dryRun: true })
        const wet = await answer({ tasks: wanted })
        expect(wet).toEqual({ ...dry, dryRun: false })
        const after = await datesOf(made)
        expect(after).toEqual({
          ...before,
          ...Object.fromEntries(dry.tasks.map((task: Data) => [task.taskId, task.after])),
        })
        const back = wet.tasks.map((task: Data) => ({
          taskId: task.taskId,
          dates: { type: task.before.type, start: task.before.start, due: task.before.due },
        }))
        if (back.length > 0) await answer({ tasks: back })
        expect(await datesOf(made)).toEqual(before)
      }),
      { numRuns: 12 },
    )
  })

  test('tells of hidden tasks only how many', async () => {
    const secret = (await world.anna.post('/spaces', { accessType: 'Private', title: 'Secret' })).body.data[0]
    const [one, hidden] = [await planned(2, 3), await planned(4, 4, { in: secret })]
    await link(one, hidden)
    const tasks = [{ taskId: one.id, dates: dates(4, 5) }]
    const told = await answer({ tasks, dryRun: true })
    expect({ titles: told.tasks.map((task: Data) => task.taskId), hidden: told.hiddenTasks }).toEqual({
      titles: [one.id],
      hidden: 1,
    })
    expect((await answer({ tasks, dryRun: true }, world.anna)).hiddenTasks).toBe(0)
  })
})

describe('a reschedule', () => {
  test('leaves named tasks where they are put, although one follows the other', async () => {
    const [one, two, three] = [await planned(2, 3), await planned(4, 5), await planned(6, 6)]
    await link(one, two)
    await link(two, three)
    for (const order of [0, 1]) {
      const tasks = [
        { taskId: one.id, dates: dates(4 + order, 9) },
        { taskId: two.id, dates: dates(6, 10 + order) },
      ]
      const told = await answer({ tasks: order ? tasks.toReversed() : tasks })
      expect(told.tasks).toHaveLength(3)
      expect(await datesOf([two, three])).toMatchObject({
        [two.id]: { start: `${day(6)}T09:00:00` },
        [three.id]: { start: `${day(11 + order)}T09:00:00` },
      })
    }
  })

  test('writes nothing for dates that are there already', async () => {
    const one = await planned(2, 3)
    const events = await recordedBy(world, () => answer({ tasks: [{ taskId: one.id, dates: dates(2, 3) }] }))
    expect(events).toEqual([])
  })

  test('links two tasks, or changes their link, and tells what that moves', async () => {
    const [one, two] = [await planned(2, 3), await planned(2, 2)]
    const dependency = { predecessorId: one.id, successorId: two.id, relationType: 'FinishToStart' }
    const dry = await answer({ dependency, dryRun: true })
    expect((await world.anna.get(`/tasks/${one.id}/dependencies`)).body.data).toEqual([])
    expect(await answer({ dependency })).toEqual({ ...dry, dryRun: false })
    expect(dry.dependency).toMatchObject({ ...dependency, lagTime: 0 })
    expect(dry.tasks).toMatchObject([{ taskId: two.id, after: { start: `${day(4)}T09:00:00` } }])
    const later = await answer({ dependency: { ...dependency, lagTime: 480 } })
    expect(later.tasks).toMatchObject([{ taskId: two.id, after: { start: `${day(5)}T09:00:00` } }])
    const circle = { predecessorId: two.id, successorId: one.id, relationType: 'FinishToStart' }
    expect((await ask({ dependency: circle, dryRun: true })).body.error).toBe('invalid_parameter')
    expect((await world.anna.get(`/tasks/${one.id}/dependencies`)).body.data).toMatchObject([{ lagTime: 480 }])
  })
})
