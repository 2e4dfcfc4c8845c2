import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data, Parameters } from '#testing/client.ts'
import { eventsSince } from '#testing/events.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const put = (task: Data, parameters: Parameters) => world.anna.put(`/tasks/${task.id}`, parameters)
const changed = async (task: Data, parameters: Parameters): Promise<Data> => {
  const { status, body } = await put(task, parameters)
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data[0]
}
const whole = async (task: Data): Promise<Data> =>
  (
    await world.anna.get(`/tasks/${task.id}`, {
      fields: ['effortAllocation', 'billingType', 'attachmentCount', 'recurrent'],
    })
  ).body.data[0]

/** As if it had last been changed long ago. */
const age = (task: Data) =>
  world.store.pool.query(`begin; set local session_replication_role = replica;
    update task set updated_at = '2026-01-01T00:00:00Z' where task_id = ${Number(task.permalink.split('=')[1])}; commit`)

/** All attributes of a task that has one of everything. */
const full = async () => {
  const field = (await world.anna.post('/customfields', { title: 'Depth', type: 'Text' })).body.data[0]
  const task = await world.task({
    title: 'Full',
    description: 'Text',
    importance: 'High',
    dates: { start: '2026-03-02', due: '2026-03-04' },
    responsibles: [world.ben.id],
    metadata: [{ key: 'a', value: '1' }],
    customFields: [{ id: field.id, value: 'deep' }],
    billingType: 'Billable',
    effortAllocation: { mode: 'Basic', totalEffort: 60 },
  })
  return { task, field }
}

describe('a change of one attribute leaves all others alone', () => {
  const cases: [string, (field: Data) => Parameters, (field: Data) => Data][] = [
    ['title', () => ({ title: ' Other ' }), () => ({ title: 'Other' })],
    ['description', () => ({ description: '<i>x</i>' }), () => ({ description: '<i>x</i>', briefDescription: 'x' })],
    ['description, emptied', () => ({ description: '' }), () => ({ description: '', briefDescription: '' })],
    ['importance', () => ({ importance: 'Low' }), () => ({ importance: 'Low' })],
    [
      'dates',
      () => ({ dates: { start: '2026-03-03', due: '2026-03-03' } }),
      () => ({
        dates: { type: 'Planned', duration: 480, start: '2026-03-03T09:00:00', due: '2026-03-03T17:00:00' },
        // An hour of one day, no longer of three.
        effortAllocation: { mode: 'Basic', totalEffort: 60, allocatedEffort: 60, dailyAllocationPercentage: 12.5 },
      }),
    ],
    ['metadata', () => ({ metadata: [{ key: 'a', value: '2' }] }), () => ({ metadata: [{ key: 'a', value: '2' }] })],
    [
      'customFields',
      (field) => ({ customFields: [{ id: field.id, value: 'x' }] }),
      (field) => ({ customFields: [{ id: field.id, value: 'x' }] }),
    ],
    ['billingType', () => ({ billingType: 'NonBillable' }), () => ({ billingType: 'NonBillable' })],
    [
      'effortAllocation',
      () => ({ effortAllocation: { mode: 'FullTime' } }),
      () => ({
        effortAllocation: {
          mode: 'FullTime',
          totalEffort: 1440,
          allocatedEffort: 1440,
          dailyAllocationPercentage: 100,
        },
      }),
    ],
    ['responsibles', () => ({ removeResponsibles: [world.ben.id] }), () => ({ responsibleIds: [] })],
  ]
  for (const [name, parameters, expected] of cases) {
    test(name, async () => {
      const { task, field } = await full()
      const before = await whole(task)
      await changed(task, parameters(field))
      const { updatedDate: _then, ...rest } = before
      const { updatedDate: _now, ...after } = await whole(task)
      expect(after).toEqual({ ...rest, ...expected(field) })
    })
  }
  test('priority', async () => {
    const { task } = await full()
    const before = await whole(task)
    const { priority, updatedDate: _now, ...after } = await changed(task, { priorityBefore: world.dig.id })
    const { priority: _old, updatedDate: _then, ...rest } = before
    expect(rest).toMatchObject(after)
    expect(priority < world.dig.priority).toBe(true)
  })
})

describe('a change', () => {
  test('is refused where a title is empty, blank or too long', async () => {
    for (const title of ['', ' ', 'x'.repeat(1001)]) expect((await put(world.dig, { title })).status).toBe(400)
  })
  test('is refused for a part that does not exist, and nothing is written', async () => {
    const id = (type: 'Folder' | 'Task' | 'Contact' | 'CustomStatus') => encodeId(type, world.accountId, 900_000_009)
    const parts: Parameters[] = [
      { addParents: [id('Folder')] },
      { addSuperTasks: [id('Task')] },
      { priorityBefore: id('Task') },
      { addResponsibles: [id('Contact')] },
      { addShareds: [id('Contact')] },
      { addFollowers: [id('Contact')] },
      { customStatus: id('CustomStatus') },
    ]
    for (const part of parts)
      expect({ part, status: (await put(world.dig, { title: 'Half', ...part })).status }).toEqual({ part, status: 404 })
    expect((await whole(world.dig)).title).toBe('Dig')
  })
  test('is refused where a hidden place is named', async () => {
    const secret = (await world.dan.post(`/folders/${world.root}/folders`, { title: 'Secret' })).body.data[0]
    const { status, body } = await put(world.dig, { title: 'Half', addParents: [secret.id] })
    expect({ status, error: body.error }).toEqual({ status: 403, error: 'access_forbidden' })
    expect((await whole(world.dig)).title).toBe('Dig')
  })
  test('raises updatedDate, whatever part of the task it is about', async () => {
    const shed = await world.folder({ title: 'Shed' })
    const parts: Parameters[] = [
      { title: 'Other' },
      { addParents: [shed.id] },
      { addShareds: [world.dan.id] },
      { addResponsibles: [world.ben.id] },
      { addSuperTasks: [world.dig.id] },
    ]
    for (const part of parts) {
      const task = await world.task()
      await age(task)
      const before = await whole(task)
      expect(before.updatedDate).toBe('2026-01-01T00:00:00Z')
      expect({ part, moved: (await changed(task, part)).updatedDate > before.updatedDate }).toEqual({
        part,
        moved: true,
      })
    }
  })
  test('that changes nothing announces nothing', async () => {
    const task = await world.task({ title: 'Same', importance: 'High' })
    const since = await eventsSince(world)
    await changed(task, {})
    await changed(task, {
      title: 'Same',
      importance: 'High',
      removeShareds: [world.dan.id],
      addParents: [world.pond.id],
    })
    expect(await since()).toEqual([])
  })
  test('announces one event for each kind of difference', async () => {
    const task = await world.task({ title: 'Told' })
    const since = await eventsSince(world)
    await changed(task, {
      title: 'Told again',
      importance: 'High',
      dates: { start: '2026-03-02' },
      addResponsibles: [world.ben.id],
      addFollowers: [world.cleo.id],
      metadata: [{ key: 'a', value: 'b' }],
      status: 'Completed',
    })
    expect((await since()).sort()).toEqual([
      'TaskDatesChanged',
      'TaskFollowersAdded',
      'TaskImportanceChanged',
      'TaskMetadataChanged',
      'TaskResponsiblesAdded',
      'TaskStatusChanged',
      'TaskTitleChanged',
    ])
  })
  test('brings optional members that are asked for, and refuses others', async () => {
    expect(await changed(world.dig, { fields: ['effortAllocation', 'responsiblePlaceholderIds'] })).toMatchObject({
      effortAllocation: { mode: 'None' },
      responsiblePlaceholderIds: [],
    })
    for (const field of ['description', 'recurrent', 'customItemTypeId'])
      expect((await put(world.dig, { fields: [field] })).body.error).toBe('invalid_parameter')
  })
  test('follows: oneself on and off, others on', async () => {
    expect(await changed(world.dig, { follow: false })).toMatchObject({ followedByMe: false, followerIds: [] })
    expect(await changed(world.dig, { addFollowers: [world.ben.id] })).toMatchObject({ followerIds: [world.ben.id] })
    expect((await changed(world.dig, { follow: true })).followedByMe).toBe(true)
    expect((await put(world.dig, { removeFollowers: [world.ben.id] })).body.error).toBe('invalid_parameter')
  })
  test('of two clients at once keeps what both have written', async () => {
    const task = await world.task()
    const parts = Array.from({ length: 8 }, (_, n) => ({ metadata: [{ key: `k${n}`, value: String(n) }] }))
    await Promise.all(parts.map((part) => changed(task, part)))
    expect((await whole(task)).metadata).toHaveLength(8)
  })
})
