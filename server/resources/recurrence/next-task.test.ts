import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data, Parameters } from '#testing/client.ts'
import { eventsSince } from '#testing/events.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let task: Data
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const recur = async (one: Data, rule: Parameters) =>
  expect((await world.anna.put(`/tasks/${one.id}/recurrence`, rule)).status).toBe(200)
const put = async (one: Data, parameters: Parameters, who = world.anna): Promise<Data> => {
  const { status, body } = await who.put(`/tasks/${one.id}`, parameters)
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data[0]
}
const complete = (one: Data, who = world.anna) => put(one, { status: 'Completed' }, who)
const series = async (one: Data): Promise<Data[]> => {
  const { taskIds } = (await world.anna.get(`/tasks/${one.id}/recurrence`)).body.data[0]
  return (await world.anna.get(`/tasks/${taskIds.join(',')}`, { fields: ['effortAllocation', 'recurrent'] })).body.data
}
const state = async (one: Data) => (await world.anna.get(`/tasks/${one.id}/recurrence`)).body.data[0].state

beforeEach(async () => {
  task = await world.task({ title: 'Water', dates: { start: '2026-03-04T10:00:00', due: '2026-03-05T11:00:00' } })
  await recur(task, { scheduleType: 'Weekly' })
})

describe('completing a task of a series', () => {
  test('makes the next one, with its dates on the next day of the rule and a fresh status', async () => {
    const done = await complete(task)
    expect(done.status).toBe('Completed')
    const [first, next, ...more] = await series(task)
    expect(more).toEqual([])
    expect(first).toEqual({ ...done, effortAllocation: { mode: 'None' }, recurrent: true })
    expect(next).toMatchObject({
      title: 'Water',
      status: 'Active',
      customStatusId: task.customStatusId,
      dates: {
        type: 'Planned',
        start: '2026-03-11T10:00:00',
        due: '2026-03-12T11:00:00',
        duration: task.dates.duration,
      },
      recurrent: true,
    })
    expect(next).not.toHaveProperty('completedDate')
    expect((next as Data).priority > (first as Data).priority).toBe(true)
  })
  test('takes over people, places, fields and all that describes it, but no metadata', async () => {
    const field = (await world.anna.post('/customfields', { title: 'Depth', type: 'Text' })).body.data[0]
    const [shed, above] = [await world.folder({ title: 'Shed' }), await world.task({ title: 'Above' })]
    await put(task, {
      description: '<b>All</b> of it',
      importance: 'High',
      addParents: [shed.id],
      addSuperTasks: [above.id],
      addShareds: [world.dan.id],
      addResponsibles: [world.ben.id],
      addFollowers: [world.cleo.id],
      customFields: [{ id: field.id, value: 'deep' }],
      metadata: [{ key: 'ticket', value: '7' }],
      effortAllocation: { mode: 'Basic', totalEffort: 90 },
    })
    const done = await complete(task, world.ben)
    const next = (await series(task))[1] as Data
    for (const member of ['description', 'importance', 'customFields', 'parentIds', 'superTaskIds', 'authorIds'])
      expect(next[member]).toEqual(done[member])
    for (const member of ['sharedIds', 'responsibleIds', 'followerIds'])
      expect([...next[member]].sort()).toEqual([...done[member]].sort())
    expect(next.metadata).toEqual([])
    expect(next.effortAllocation).toMatchObject({ mode: 'Basic', totalEffort: 90 })
    expect((await world.dan.get(`/tasks/${next.id}`)).status).toBe(200)
  })
  test('takes over what the same call changes', async () => {
    await put(task, { status: 'Completed', title: 'Water well', addResponsibles: [world.dan.id] })
    expect((await series(task))[1]).toMatchObject({ title: 'Water well', responsibleIds: [world.dan.id] })
  })
  test('copies the living tasks inside it, done or not, with dates that move as far', async () => {
    const inside = (title: string, above: Data, more: Parameters = {}) =>
      world.task({ title, in: { id: world.root }, superTasks: [above.id], ...more })
    const can = await inside('Fill the can', task, { dates: { start: '2026-03-04', due: '2026-03-04' } })
    const tap = await inside('Open the tap', can, { responsibles: [world.ben.id] })
    await world.anna.delete(`/tasks/${(await inside('Gone', task)).id}`)
    await complete(can)
    await complete(task)
    const next = (await series(task))[1] as Data
    const read = async (ids: string[]) => (await world.anna.get(`/tasks/${ids.join(',')}`)).body.data
    const [newCan, ...others] = await read(next.subTaskIds)
    expect(others).toEqual([])
    expect(newCan).toMatchObject({
      title: 'Fill the can',
      status: 'Active',
      dates: { start: '2026-03-11T09:00:00', due: '2026-03-11T17:00:00' },
      superTaskIds: [next.id],
      parentIds: [],
      superParentIds: [world.pond.id],
    })
    const [newTap] = await read(newCan.subTaskIds)
    expect(newTap).toMatchObject({ title: 'Open the tap', responsibleIds: [world.ben.id], superTaskIds: [newCan.id] })
    expect(newTap.id).not.toBe(tap.id)
  })
  test('announces what was made', async () => {
    const since = await eventsSince(world)
    await complete(task)
    expect(await since()).toEqual(['TaskStatusChanged', 'TaskCreated'])
  })
  test('works with a custom status, for several tasks at once, and with the role Limited', async () => {
    const other = await world.task({ title: 'Feed', dates: { type: 'Milestone', due: '2026-03-31' } })
    await recur(other, { scheduleType: 'Monthly' })
    const lim = await world.person(`Lim`)
    const limited = encodeId('AccessRole', world.accountId, 0xfffffffd)
    await world.anna.put(`/folders/${world.pond.id}`, { addAccessRoles: { [lim.id]: limited } })
    const customStatus = encodeId('CustomStatus', world.accountId, 1)
    expect((await lim.put(`/tasks/${task.id},${other.id}`, { customStatus })).status).toBe(200)
    expect((await series(task))[1]).toMatchObject({ title: 'Water' })
    expect((await series(other))[1]).toMatchObject({ title: 'Feed', dates: { due: '2026-04-30T17:00:00' } })
  })
  test('of a rule with weekdays goes on to the next of them, wherever the task was moved', async () => {
    await recur(task, { scheduleType: 'Weekly', weekDays: ['Wed', 'Fri'] })
    await put(task, { dates: { start: '2026-03-05T10:00:00' } })
    await complete(task)
    expect((await series(task))[1]).toMatchObject({ dates: { start: '2026-03-06T10:00:00' } })
  })
})

describe('the next task is made once', () => {
  test('by twelve clients that complete the task at once', async () => {
    await Promise.all(Array.from({ length: 12 }, () => complete(task)))
    expect(await series(task)).toHaveLength(2)
  })
  test('by clients that complete it and take it back, at once and one after another', async () => {
    for (let round = 0; round < 3; round++)
      await Promise.all([complete(task), put(task, { status: 'Active' }), complete(task)])
    await put(task, { status: 'Active' })
    await complete(task)
    expect(await series(task)).toHaveLength(2)
  })
  test('even if it was deleted since', async () => {
    await complete(task)
    await world.anna.delete(`/tasks/${((await series(task))[1] as Data).id}`)
    await put(task, { status: 'Active' })
    await complete(task)
    expect(await series(task)).toHaveLength(1)
  })
  test('for each task of the series, in their order', async () => {
    let current = task
    for (let round = 0; round < 3; round++) {
      await complete(current)
      current = (await series(task)).at(-1) as Data
    }
    expect((await series(task)).map((one) => one.dates.start.slice(0, 10))).toEqual([
      '2026-03-04',
      '2026-03-11',
      '2026-03-18',
      '2026-03-25',
    ])
  })
})

describe('no next task is made', () => {
  const last = async (rule: Parameters, tasks: number) => {
    await recur(task, rule)
    let current = task
    for (let round = 1; round < tasks; round++) {
      await complete(current)
      current = (await series(task)).at(-1) as Data
    }
    expect(await state(task)).toBe('Active')
    await complete(current)
    expect(await series(task)).toHaveLength(tasks)
    expect(await state(task)).toBe('Finished')
    expect(((await series(task))[0] as Data).recurrent).toBe(false)
  }
  test('after the limit', () => last({ scheduleType: 'Daily', occurrenceLimit: 3 }, 3))
  test('after the end', () => last({ scheduleType: 'Weekly', intervalEndDate: '2026-03-11' }, 2))
  test('of a series that was ended', async () => {
    await world.anna.delete(`/tasks/${task.id}/recurrence`)
    await complete(task)
    expect(await series(task)).toHaveLength(1)
  })
  test('when the task is put off or cancelled', async () => {
    await put(task, { status: 'Deferred' })
    await put(task, { status: 'Cancelled' })
    expect(await series(task)).toHaveLength(1)
  })
  test('when the change is refused after all', async () => {
    const { status } = await world.anna.put(`/tasks/${task.id}`, {
      status: 'Completed',
      removeParents: [world.pond.id],
    })
    expect(status).toBe(400)
    expect(await series(task)).toHaveLength(1)
  })
})
