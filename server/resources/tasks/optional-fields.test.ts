import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'
import { getTasksByIds, queryTasks } from './contract/index.ts'

let world: World
let task: Data
beforeAll(async () => {
  world = await startWorld()
  const field = (await world.anna.post('/customfields', { title: 'Depth', type: 'Text' })).body.data[0]
  task = await world.task({
    title: 'Full',
    description: 'Text',
    status: 'Completed',
    dates: { start: '2026-03-02', due: '2026-03-04' },
    responsibles: [world.ben.id],
    metadata: [{ key: 'a', value: '1' }],
    customFields: [{ id: field.id, value: '<b>deep</b>' }],
    billingType: 'Billable',
    effortAllocation: { mode: 'Basic', totalEffort: 60 },
  })
})
afterAll(() => world.close())

/** Members that always come. */
const always = [
  'accountId',
  'completedDate',
  'createdDate',
  'customStatusId',
  'dates',
  'id',
  'importance',
  'permalink',
  'priority',
  'scope',
  'status',
  'title',
  'updatedDate',
]
/** Members that lists bring when asked for, and reads by id unasked. */
const byId = [
  'authorIds',
  'briefDescription',
  'customFields',
  'dependencyIds',
  'description',
  'followedByMe',
  'followerIds',
  'hasAttachments',
  'metadata',
  'parentIds',
  'responsibleIds',
  'sharedIds',
  'subTaskIds',
  'superParentIds',
  'superTaskIds',
]
const listed = async (fields?: string[]): Promise<Data> =>
  (await world.anna.get(`/folders/${world.pond.id}/tasks`, { title: 'Full', ...(fields ? { fields } : {}) })).body
    .data[0]
const single = async (fields?: string[]): Promise<Data> =>
  (await world.anna.get(`/tasks/${task.id}`, fields ? { fields } : {})).body.data[0]

describe('a list', () => {
  test('brings the members that always come, and no others', async () => {
    expect(Object.keys(await listed()).sort()).toEqual(always)
  })
  for (const field of byId.filter((name) => name !== 'followedByMe'))
    test(`brings ${field} when it is asked for, as reads by id show it`, async () => {
      const more = await listed([field])
      const names = field === 'followerIds' ? ['followedByMe', field] : [field]
      expect(Object.keys(more).sort()).toEqual([...always, ...names].sort())
      const whole = await single()
      for (const name of names) expect(more[name]).toEqual(whole[name])
    })
  test('takes every field of its own, alone and all together', async () => {
    const own = queryTasks.fields?.filter((field) => field !== 'finance') ?? []
    expect(own.length).toBe(21)
    for (const field of own) expect(await listed([field])).toHaveProperty('id')
    expect(await listed([...own, ...own])).toMatchObject({
      billingType: 'Billable',
      recurrent: false,
      attachmentCount: 0,
    })
  })
  test('refuses members that always come, and those of other reads', async () => {
    for (const field of ['title', 'id', 'dates', 'followedByMe', 'completedDate', 'cascadingFields']) {
      const { status, body } = await world.anna.get('/tasks', { fields: [field] })
      expect({ field, status, error: body.error }).toEqual({ field, status: 400, error: 'invalid_parameter' })
    }
  })
})

describe('a read by id', () => {
  test('brings nearly everything unasked', async () => {
    expect(Object.keys(await single()).sort()).toEqual([...always, ...byId].sort())
  })
  test('refuses what comes unasked', async () => {
    for (const field of [...byId, 'title']) {
      const { status, body } = await world.anna.get(`/tasks/${task.id}`, { fields: [field] })
      expect({ field, status, error: body.error }).toEqual({ field, status: 400, error: 'invalid_parameter' })
    }
  })
  test('takes every field of its own', async () => {
    const fields = [...(getTasksByIds.fields ?? [])]
    expect(fields).toHaveLength(9)
    expect(await single(fields)).toMatchObject({
      recurrent: false,
      attachmentCount: 0,
      billingType: 'Billable',
      effortAllocation: { mode: 'Basic', totalEffort: 60 },
      responsiblePlaceholderIds: [],
    })
  })
  test('answers in the order of the request, a repeated id once', async () => {
    const { body } = await world.anna.get(`/tasks/${task.id},${world.dig.id},${task.id}`)
    expect(body.data.map((one: Data) => one.title)).toEqual(['Full', 'Dig'])
  })
  test('takes 1,000 ids and no more', async () => {
    const path = (count: number) =>
      `/tasks/${[task.id, ...Array.from({ length: count - 1 }, (_, n) => encodeId('Task', world.accountId, 800_000 + n))].join(',')}`
    expect((await world.anna.get(path(1000))).body.error).toBe('resource_not_found')
    expect((await world.anna.get(path(1001))).body.error).toBe('invalid_parameter')
  })
  test('fails whole for one bad id among good ones', async () => {
    const hidden = (await world.dan.post(`/folders/${world.root}/tasks`, { title: 'Hidden' })).body.data[0]
    expect((await world.anna.get(`/tasks/${task.id},${hidden.id}`)).body.error).toBe('access_forbidden')
    expect((await world.anna.get(`/tasks/${task.id},nonsense!`)).status).toBe(400)
  })
})

describe('plain text', () => {
  test('of custom fields comes without markup, from lists, reads and writes', async () => {
    const plain = { plainTextCustomFields: true }
    const value = ({ body }: { body: { data: Data[] } }) => body.data[0].customFields[0].value
    expect((await single()).customFields[0].value).toBe('<b>deep</b>')
    expect(value(await world.anna.get(`/tasks/${task.id}`, plain))).toBe('deep')
    expect(value(await world.anna.get('/tasks', { ...plain, title: 'Full', fields: ['customFields'] }))).toBe('deep')
    expect(value(await world.anna.put(`/tasks/${task.id}`, { ...plain, importance: 'Low' }))).toBe('deep')
  })
})

describe('the plan', () => {
  test('Free leaves out custom fields, effort, billing and dependencies, and refuses writing them', async () => {
    const { id } = (await single()).customFields[0]
    await world.plan('Free')
    const shown = await single(['effortAllocation', 'billingType'])
    for (const member of ['customFields', 'effortAllocation', 'billingType', 'dependencyIds'])
      expect(shown).not.toHaveProperty(member)
    for (const part of [
      { customFields: [{ id, value: 'x' }] },
      { effortAllocation: { mode: 'None' } },
      { setResponsibleAllocation: [] },
      { billingType: 'Billable' },
    ]) {
      const { status, body } = await world.anna.put(`/tasks/${task.id}`, part)
      expect({ part, status, error: body.error }).toEqual({ part, status: 403, error: 'not_allowed' })
    }
    expect((await world.anna.post(`/folders/${world.pond.id}/tasks`, { title: 'Plain' })).status).toBe(200)
    await world.plan('Pinnacle')
    expect((await single(['billingType'])).billingType).toBe('Billable')
  })
})
