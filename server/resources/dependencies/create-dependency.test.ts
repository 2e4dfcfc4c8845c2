import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeDependencyId, decodeId } from '#ids/decode.ts'
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
const milestone = (due: number) => world.task({ dates: { type: 'Milestone', due: day(due) } })
const day = (of: number) => `2026-03-${String(of).padStart(2, '0')}`
const link = (one: Data, other: Data, more: Record<string, unknown> = {}, who = world.ben) =>
  who.post(`/tasks/${one.id}/dependencies`, { successorId: other.id, relationType: 'FinishToStart', ...more })

describe('refusals', () => {
  test('both ends must be editable: readers can’t, and a hidden task is no successor', async () => {
    const [one, other] = [await planned(2, 3), await planned(4, 5)]
    expect((await link(one, other, {}, world.cleo)).body.error).toBe('access_forbidden')
    expect((await link(one, other, {}, world.dan)).body.error).toBe('access_forbidden')
    const hidden = await planned(4, 5, { in: await secretFolder() })
    expect((await link(one, hidden)).body.error).toBe('access_forbidden')
  })

  test('nobody may on a plan without dependencies; reading goes on', async () => {
    const [one, other] = [await planned(2, 3), await planned(4, 5)]
    await world.plan('Free')
    expect((await link(one, other)).body.error).toBe('not_allowed')
    expect((await world.ben.get(`/tasks/${one.id}/dependencies`)).body.data).toEqual([])
    await world.plan('Pinnacle')
  })

  test('exactly one of predecessor and successor is named', async () => {
    const [one, other] = [await planned(2, 3), await planned(4, 5)]
    expect((await link(one, other, { successorId: undefined })).body.error).toBe('parameter_required')
    expect((await link(one, other, { predecessorId: other.id })).body.error).toBe('invalid_parameter')
  })

  test('a task does not depend on itself, and tasks are linked once', async () => {
    const [one, other] = [await planned(2, 3), await planned(4, 5)]
    expect((await link(one, one)).body.error).toBe('invalid_parameter')
    expect((await link(one, other)).status).toBe(200)
    expect((await link(one, other, { relationType: 'FinishToFinish' })).body.error).toBe('invalid_parameter')
  })

  test('a link that closes a circle is refused, a long one too', async () => {
    const tasks = [await planned(2, 2), await planned(3, 3), await planned(4, 4)] as [Data, Data, Data]
    await link(tasks[0], tasks[1])
    await link(tasks[1], tasks[2])
    expect((await link(tasks[1], tasks[0])).body.error).toBe('invalid_parameter')
    expect((await link(tasks[2], tasks[0])).body.error).toBe('invalid_parameter')
  })

  test('two links that close a circle together are not both made', async () => {
    const [one, other] = [await planned(2, 3), await planned(2, 3)]
    const answers = await Promise.all([link(one, other), link(other, one)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400])
  })

  test('a task in the recycle bin takes no links', async () => {
    const [one, other] = [await planned(2, 3), await planned(4, 5)]
    await world.anna.delete(`/tasks/${other.id}`)
    expect((await link(one, other)).body.error).toBe('not_allowed')
  })
})

const secretFolder = async () =>
  (await world.anna.post('/spaces', { accessType: 'Private', title: 'Secret' })).body.data[0]

describe('relations', () => {
  const fits: [string, 'Planned' | 'Milestone' | 'Backlog', 'Planned' | 'Milestone' | 'Backlog', boolean][] = [
    ['FinishToStart', 'Planned', 'Planned', true],
    ['FinishToStart', 'Milestone', 'Planned', true],
    ['FinishToStart', 'Planned', 'Milestone', false],
    ['FinishToStart', 'Backlog', 'Planned', false],
    ['StartToStart', 'Planned', 'Planned', true],
    ['StartToStart', 'Milestone', 'Planned', false],
    ['StartToStart', 'Planned', 'Milestone', false],
    ['StartToFinish', 'Planned', 'Planned', true],
    ['StartToFinish', 'Planned', 'Milestone', true],
    ['StartToFinish', 'Milestone', 'Milestone', false],
    ['FinishToFinish', 'Milestone', 'Milestone', true],
    ['FinishToFinish', 'Planned', 'Milestone', true],
    ['FinishToFinish', 'Planned', 'Backlog', false],
  ]
  for (const [relationType, before, after, fit] of fits) {
    test(`${relationType} ${fit ? 'joins' : 'does not join'} a ${before} with a ${after} task`, async () => {
      const make = { Planned: () => planned(2, 3), Milestone: () => milestone(3), Backlog: () => world.task() }
      const { status } = await link(await make[before](), await make[after](), { relationType })
      expect(status).toBe(fit ? 200 : 400)
    })
  }
})

describe('a new link', () => {
  test('has an id that names both tasks, and no lag unless given', async () => {
    const [one, other] = [await planned(2, 3), await planned(4, 5)]
    const { body } = await link(one, other)
    expect(body).toMatchObject({
      kind: 'dependencies',
      data: [{ predecessorId: one.id, successorId: other.id, relationType: 'FinishToStart', lagTime: 0 }],
    })
    const decoded = decodeDependencyId(body.data[0].id)
    expect(decoded).toMatchObject({
      predecessor: decodeId('Task', one.id)?.number,
      successor: decodeId('Task', other.id)?.number,
    })
  })

  test('may be made from its successor', async () => {
    const [one, other] = [await planned(2, 3), await planned(4, 5)]
    const parameters = { predecessorId: one.id, relationType: 'FinishToStart', lagTime: 60 }
    const { body } = await world.ben.post(`/tasks/${other.id}/dependencies`, parameters)
    expect(body.data[0]).toMatchObject({ predecessorId: one.id, successorId: other.id, lagTime: 60 })
  })

  test('is named by both tasks, and is an event', async () => {
    const [one, other] = [await planned(2, 3), await planned(4, 5)]
    const events = await recordedBy(world, () => link(one, other))
    expect(events.map((event) => event.type)).toEqual(['DependencyAdded'])
    for (const task of [one, other]) {
      const { body } = await world.ben.get(`/tasks/${task.id}`)
      expect(body.data[0].dependencyIds).toHaveLength(1)
    }
  })
})
