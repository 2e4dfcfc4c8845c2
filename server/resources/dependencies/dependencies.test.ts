import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { recordedBy } from '#testing/recorded.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let one: Data
let other: Data
let dependency: Data
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  one = await world.task({ dates: { start: '2026-03-02', due: '2026-03-03' } })
  other = await world.task({ dates: { start: '2026-03-04', due: '2026-03-05' } })
  dependency = await link(one, other)
})

const link = async (from: Data, to: Data): Promise<Data> => {
  const parameters = { successorId: to.id, relationType: 'FinishToStart' }
  return (await world.anna.post(`/tasks/${from.id}/dependencies`, parameters)).body.data[0]
}

describe('reading', () => {
  test('a task lists the links it is at either end of', async () => {
    const third = await world.task({ dates: { start: '2026-03-06', due: '2026-03-06' } })
    const second = await link(other, third)
    const { body } = await world.cleo.get(`/tasks/${other.id}/dependencies`)
    expect(body.data.map((row) => row.id)).toEqual([dependency.id, second.id])
  })

  test('a link is hidden with either of its tasks', async () => {
    await world.anna.put(`/tasks/${one.id}`, { addShareds: [world.dan.id] })
    expect((await world.dan.get(`/tasks/${one.id}/dependencies`)).body.data).toEqual([])
    expect((await world.dan.get(`/dependencies/${dependency.id}`)).body.error).toBe('access_forbidden')
    await world.anna.put(`/tasks/${other.id}`, { addShareds: [world.dan.id] })
    expect((await world.dan.get(`/dependencies/${dependency.id}`)).body.data[0]).toEqual(dependency)
  })

  test('by id, at most 100, in the order asked for, a repeated one once', async () => {
    const third = await world.task({ dates: { start: '2026-03-06', due: '2026-03-06' } })
    const second = await link(other, third)
    const { body } = await world.ben.get(`/dependencies/${second.id},${dependency.id},${second.id}`)
    expect(body.data.map((row) => row.id)).toEqual([second.id, dependency.id])
  })

  test('a link to a task in the recycle bin is not listed, and is back with the task', async () => {
    await world.anna.delete(`/tasks/${other.id}`)
    expect((await world.anna.get(`/tasks/${one.id}/dependencies`)).body.data).toEqual([])
    await world.anna.put(`/tasks/${other.id}`, { restore: true })
    expect((await world.anna.get(`/tasks/${one.id}/dependencies`)).body.data).toHaveLength(1)
  })
})

describe('changing', () => {
  test('needs both tasks, and a relation that fits', async () => {
    for (const who of [world.cleo, world.dan])
      expect((await who.put(`/dependencies/${dependency.id}`, { lagTime: 1 })).body.error).toBe('access_forbidden')
    await world.anna.put(`/tasks/${other.id}`, { dates: { type: 'Milestone', due: '2026-03-09' } })
    const wrong = await world.ben.put(`/dependencies/${dependency.id}`, { relationType: 'StartToStart' })
    expect(wrong.body.error).toBe('invalid_parameter')
  })

  test('the lag moves the successor; the id and the relation stay', async () => {
    const events = await recordedBy(world, async () => {
      const { body } = await world.ben.put(`/dependencies/${dependency.id}`, { lagTime: 480 })
      expect(body.data[0]).toEqual({ ...dependency, lagTime: 480 })
    })
    expect(events.map((event) => event.type)).toEqual(['DependencyChanged', 'TaskDatesChanged'])
    expect(events[0]).toMatchObject({ before: { lagMinutes: 0 }, after: { lagMinutes: 480 } })
    const { body } = await world.ben.get(`/tasks/${other.id}`)
    expect(body.data[0].dates.start).toBe('2026-03-05T09:00:00')
  })

  test('the relation may change alone', async () => {
    const { body } = await world.ben.put(`/dependencies/${dependency.id}`, { relationType: 'FinishToFinish' })
    expect(body.data[0]).toEqual({ ...dependency, relationType: 'FinishToFinish' })
  })
})

describe('deleting', () => {
  test('needs both tasks', async () => {
    for (const who of [world.cleo, world.dan])
      expect((await who.delete(`/dependencies/${dependency.id}`)).body.error).toBe('access_forbidden')
  })

  test('answers nothing, leaves dates as they are, and tells what there was', async () => {
    const before = (await world.anna.get(`/tasks/${other.id}`)).body.data[0].dates
    const events = await recordedBy(world, async () => {
      expect((await world.ben.delete(`/dependencies/${dependency.id}`)).body).toEqual({
        kind: 'dependencies',
        data: [],
      })
    })
    expect(events).toMatchObject([
      { type: 'DependencyDeleted', before: { relationType: 'FinishToStart' }, after: null },
    ])
    expect((await world.ben.get(`/dependencies/${dependency.id}`)).body.error).toBe('resource_not_found')
    expect((await world.anna.get(`/tasks/${other.id}`)).body.data[0].dates).toEqual(before)
  })
})
