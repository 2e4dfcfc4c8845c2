import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { recordedBy } from '#testing/recorded.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let project: Data
let task: Data
const march = { start: '2026-03-01', end: '2026-03-31' }

beforeAll(async () => {
  world = await startWorld()
})
beforeEach(async () => {
  project = await world.folder({ title: 'Terrace', project: {} })
  task = await world.task({ in: project })
})
afterAll(() => world.close())

const path = (of: Data = project) => `/folders/${of.id}/timelog_lock_periods`
const lock = (period: Record<string, string>, of: Data = project) => world.anna.post(path(of), { period })
const unlock = (period: Record<string, string>, of: Data = project) => world.anna.delete(path(of), { period })
const log = (trackedDate: string, on: Data = task) =>
  world.ben.post(`/tasks/${on.id}/timelogs`, { comment: 'Laying', hours: 1, trackedDate })
const all = { start: '2026-01-01', end: '2026-12-31' }
const locks = async (of: string = path()) =>
  (await world.anna.get(of, { period: all })).body.data.map((one) => `${one.start}…${one.end}`)

describe('who may', () => {
  test('an editor and a reader see locks and make none', async () => {
    await lock(march)
    for (const who of [world.ben, world.cleo]) {
      expect((await who.post(path(), { period: march })).body.error).toBe('access_forbidden')
      expect((await who.delete(path(), { period: march })).body.error).toBe('access_forbidden')
      expect((await who.get(path(), { period: march })).body.data).toHaveLength(1)
    }
    expect(await locks()).toEqual(['2026-03-01…2026-03-31'])
  })

  test('an external user locks nothing, even with the role Full', async () => {
    const erin = await world.person('Erin', { role: 'external' })
    const folder = await world.folder({ shareds: [erin.id] })
    expect((await erin.post(path(folder), { period: march })).body.error).toBe('not_allowed')
  })

  test('a plan without time tracking locks nothing', async () => {
    await world.plan('Team')
    expect((await lock(march)).body.error).toBe('not_allowed')
    await world.plan('Pinnacle')
  })
})

describe('periods', () => {
  test('both ends are inside, and a day is a period', async () => {
    const { body } = await lock({ equal: '2026-03-10' })
    expect(body.data).toEqual([{ start: '2026-03-10', end: '2026-03-10', source: { type: 'Project', id: project.id } }])
  })

  test('periods that overlap or follow one another become one', async () => {
    await lock({ start: '2026-03-01', end: '2026-03-10' })
    await lock({ start: '2026-03-20', end: '2026-03-31' })
    expect(await locks()).toHaveLength(2)
    await lock({ start: '2026-03-11', end: '2026-03-19' })
    expect(await locks()).toEqual(['2026-03-01…2026-03-31'])
  })

  test('opening days in the middle leaves both sides', async () => {
    await lock(march)
    const { body } = await unlock({ start: '2026-03-10', end: '2026-03-12' })
    expect(body.data).toEqual([])
    expect(await locks()).toEqual(['2026-03-01…2026-03-09', '2026-03-13…2026-03-31'])
    await unlock(all)
    expect(await locks()).toEqual([])
  })

  test('one that is not whole or contradicts itself is refused', async () => {
    for (const period of [
      { start: '2026-03-01' },
      { end: '2026-03-01' },
      { start: '2026-03-02', end: '2026-03-01' },
      { equal: '2026-03-02', end: '2026-03-03' },
    ])
      expect((await lock(period)).body.error).toBe('invalid_parameter')
    expect(await locks()).toEqual([])
  })

  test('without a period the list is of half a year back and ahead', async () => {
    const today = new Date().toISOString().slice(0, 10)
    await lock({ equal: today })
    await lock({ equal: '2001-01-01' })
    const { body } = await world.anna.get(path())
    expect(body.data.map((one) => one.start)).toEqual([today])
  })
})

describe('time', () => {
  test('in a locked period nothing is recorded, changed, moved into it or deleted', async () => {
    const inside = (await log('2026-03-31')).body.data[0]
    const outside = (await log('2026-04-01')).body.data[0]
    await lock(march)
    const refused = [
      await log('2026-03-01'),
      await world.ben.put(`/timelogs/${inside.id}`, { hours: 5 }),
      await world.ben.put(`/timelogs/${inside.id}`, { trackedDate: '2026-04-02' }),
      await world.ben.put(`/timelogs/${outside.id}`, { trackedDate: '2026-03-05' }),
      await world.ben.delete(`/timelogs/${inside.id}`),
      await world.anna.put(`/timelogs/${inside.id}`, { hours: 5 }),
    ]
    for (const { status, body } of refused) expect([status, body.error]).toEqual([403, 'not_allowed'])
    expect((await world.ben.put(`/timelogs/${outside.id}`, { hours: 2 })).status).toBe(200)
    const { body } = await world.ben.get(`/timelogs/${inside.id},${outside.id}`, { fields: ['lockStatus'] })
    expect(body.data.map((one) => [one.hours, one.lockStatus])).toEqual([
      [1, 'Locked'],
      [2, 'Unlocked'],
    ])
    await unlock(march)
    expect((await world.ben.delete(`/timelogs/${inside.id}`)).status).toBe(200)
  })

  test('a lock reaches all that lies below: folders, tasks, subtasks', async () => {
    const space = (await world.anna.post('/spaces', { accessType: 'Private', title: 'Yard' })).body.data[0]
    const inner = await world.folder({ in: await world.folder({ in: space }) })
    const deep = await world.task({ in: inner })
    const sub = (await world.anna.post(`/folders/${world.root}/tasks`, { title: 'Sub', superTasks: [deep.id] })).body
      .data[0]
    const own = `/spaces/${space.id}/timelog_lock_periods`
    const made = await world.anna.post(own, { period: march })
    expect(made.body.data[0].source).toEqual({ type: 'Space', id: space.id })
    expect(await locks(path(inner))).toEqual(['2026-03-01…2026-03-31'])
    for (const one of [deep, sub]) {
      expect(await locks(`/tasks/${one.id}/timelog_lock_periods`)).toEqual(['2026-03-01…2026-03-31'])
      const { body } = await world.anna.post(`/tasks/${one.id}/timelogs`, {
        comment: '',
        hours: 1,
        trackedDate: '2026-03-02',
      })
      expect(body.error).toBe('not_allowed')
    }
    // Opening it below does not help: it is locked from above.
    expect((await unlock(march, inner)).body.data).toHaveLength(1)
  })

  test('a task in two folders is locked by either', async () => {
    const other = await world.folder()
    await world.anna.put(`/tasks/${task.id}`, { addParents: [other.id] })
    await lock(march, other)
    expect((await log('2026-03-05')).body.error).toBe('not_allowed')
    await world.anna.put(`/tasks/${task.id}`, { removeParents: [other.id] })
    expect((await log('2026-03-05')).status).toBe(200)
  })

  test('what a lock comes from is named to those who see it only', async () => {
    const upper = await world.folder({ in: { id: world.root } })
    const lower = await world.folder({ in: upper, shareds: [world.dan.id] })
    await lock(march, upper)
    const { body } = await world.dan.get(path(lower), { period: march })
    expect(body.data).toEqual([{ ...march, source: { type: 'Folder' } }])
  })
})

test('locking and opening are told once each, and not where nothing changes', async () => {
  const told = await recordedBy(world, async () => {
    await lock(march)
    await lock({ equal: '2026-03-05' })
    await unlock(march)
    await unlock(march)
  })
  expect(told.map((one) => one.type)).toEqual(['TimelogLocked', 'TimelogUnlocked'])
  expect(told[0]?.after).toEqual(march)
})
