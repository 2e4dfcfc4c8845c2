import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data, Parameters } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let mow: Data
let grown: string
beforeAll(async () => {
  world = await startWorld()
  const { body } = await world.anna.get('/workflows')
  grown = body.data[0].customStatuses.find((status: Data) => status.group === 'Completed').id
  await world.task({
    title: 'Rake 100% of it_all',
    importance: 'High',
    dates: { start: '2026-03-02T13:00:00', due: '2026-03-04' },
    metadata: [{ key: 'tool', value: 'rake' }],
    responsibles: [world.ben.id],
    billingType: 'Billable',
  })
  mow = await world.task({ title: 'Mow', status: 'Completed', dates: { type: 'Milestone', due: '2026-03-06' } })
  await world.ben.post(`/folders/${world.pond.id}/tasks`, { title: 'Sow', billingType: 'NonBillable' })
  await world.store.pool.query(`begin; set local session_replication_role = replica;
    update task set created_at = '2026-01-01T10:00:00Z', updated_at = '2026-01-02T10:00:00Z' where title = 'Sow';
    update task set completed_at = '2026-01-03T10:00:00Z' where title = 'Mow'; commit`)
})
afterAll(() => world.close())

const query = (parameters: Parameters, path = '/tasks') => world.anna.get(path, parameters)
const titles = async (parameters: Parameters, path?: string): Promise<string[]> => {
  const { status, body } = await query(parameters, path)
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data.map((task: Data) => task.title).sort()
}
const RAKE = 'Rake 100% of it_all'

describe('tasks are found', () => {
  const cases: [string, () => Parameters, string[]][] = [
    ['by part of the title, in any case', () => ({ title: 'MO' }), ['Mow']],
    ['by signs of the title that mean something to SQL', () => ({ title: '100% of it_' }), [RAKE]],
    ['by no sign that matches anything', () => ({ title: 'i%' }), []],
    ['by status', () => ({ status: ['Completed'] }), ['Mow']],
    ['by status, bare', () => ({ status: 'Completed' }), ['Mow']],
    ['by any of several statuses', () => ({ status: ['Completed', 'Active'] }), ['Dig', 'Mow', RAKE, 'Sow']],
    ['by custom status', () => ({ customStatuses: [grown] }), ['Mow']],
    ['by importance', () => ({ importance: 'High' }), [RAKE]],
    ['by type Planned', () => ({ type: 'Planned' }), [RAKE]],
    ['by type Milestone', () => ({ type: 'Milestone' }), ['Mow']],
    ['by type Backlog', () => ({ type: 'Backlog' }), ['Dig', 'Sow']],
    ['by billing type', () => ({ billingTypes: ['Billable'] }), [RAKE]],
    ['by several billing types', () => ({ billingTypes: ['Billable', 'NonBillable'] }), [RAKE, 'Sow']],
    ['by author', () => ({ authors: [world.ben.id] }), ['Sow']],
    ['by responsible', () => ({ responsibles: [world.ben.id, world.dan.id] }), [RAKE]],
    ['that nobody is assigned to', () => ({ unassigned: true }), ['Dig', 'Mow', 'Sow']],
    [
      'of somebody or of nobody',
      () => ({ unassigned: true, responsibles: [world.dan.id], importances: ['Normal'] }),
      ['Dig', 'Mow', 'Sow'],
    ],
    ['by any of several importances', () => ({ importances: ['High', 'Low'] }), [RAKE]],
    ['by any of several types', () => ({ dateTypes: ['Backlog', 'Milestone'] }), ['Dig', 'Mow', 'Sow']],
    ['by permalink', () => ({ permalink: mow.permalink }), ['Mow']],
    ['by a permalink of nothing', () => ({ permalink: 'https://example.com/' }), []],
    ['by key of metadata', () => ({ metadata: { key: 'tool' } }), [RAKE]],
    ['by key and value of metadata', () => ({ metadata: { key: 'tool', value: 'spade' } }), []],
    ['by start day', () => ({ startDate: { equal: '2026-03-02' } }), [RAKE]],
    ['by start moment', () => ({ startDate: { equal: '2026-03-02T13:00:00' } }), [RAKE]],
    ['by another start moment', () => ({ startDate: { equal: '2026-03-02T09:00:00' } }), []],
    ['by start from a day on', () => ({ startDate: { start: '2026-03-02' } }), [RAKE]],
    ['by start, whose end is outside', () => ({ startDate: { end: '2026-03-02T13:00:00' } }), []],
    ['by due date, half open', () => ({ dueDate: { start: '2026-03-04', end: '2026-03-06' } }), [RAKE]],
    ['by due day of a milestone', () => ({ dueDate: { equal: '2026-03-06' } }), ['Mow']],
    ['by a day of their schedule', () => ({ scheduledDate: { equal: '2026-03-03' } }), [RAKE]],
    [
      'by days their schedule touches',
      () => ({ scheduledDate: { start: '2026-03-04', end: '2026-03-07' } }),
      ['Mow', RAKE],
    ],
    ['by days before their schedule', () => ({ scheduledDate: { start: '2026-02-01', end: '2026-03-02' } }), []],
    ['by moment of creation', () => ({ createdDate: { end: '2026-01-01T10:00:01Z' } }), ['Sow']],
    ['by moment of creation, whose end is outside', () => ({ createdDate: { end: '2026-01-01T10:00:00Z' } }), []],
    [
      'by last update',
      () => ({ updatedDate: { start: '2026-01-02T10:00:00Z', end: '2026-01-02T10:00:01Z' } }),
      ['Sow'],
    ],
    [
      'by completion',
      () => ({ completedDate: { start: '2026-01-03T10:00:00Z', end: '2026-01-04T10:00:00Z' } }),
      ['Mow'],
    ],
    ['by completion, before', () => ({ completedDate: { end: '2026-01-03T10:00:00Z' } }), []],
    ['by several filters that all hold', () => ({ title: 'o', status: 'Active', authors: [world.ben.id] }), ['Sow']],
  ]
  for (const [name, parameters, expected] of cases)
    test(name, async () => expect(await titles(parameters())).toEqual(expected))
  test('by metadata of their application only', async () => {
    const other = await world.withApplication(world.anna)
    expect((await other.get('/tasks', { metadata: { key: 'tool' } })).body.data).toEqual([])
  })
  test('by who is invited, by the invitation', async () => {
    const invitation = (await world.anna.post('/invitations', { email: 'hal@example.com' })).body.data[0]
    const task = await world.task({ title: 'Hals', responsibles: [invitation.id] })
    expect(await titles({ responsibles: [invitation.id] })).toEqual(['Hals'])
    await world.anna.delete(`/tasks/${task.id}`)
  })
})

describe('a filter is refused', () => {
  const wrong: [string, () => Parameters][] = [
    ['for an empty range', () => ({ createdDate: {} })],
    ['for equal together with an end', () => ({ dueDate: { equal: '2026-03-02', end: '2026-03-04' } })],
    ['for a start after the end', () => ({ startDate: { start: '2026-03-04', end: '2026-03-02' } })],
    [
      'for instants the wrong way round',
      () => ({ updatedDate: { start: '2026-03-04T00:00:00Z', end: '2026-03-02T00:00:00Z' } }),
    ],
    ['for equal of a range of instants', () => ({ createdDate: { equal: '2026-03-04T00:00:00Z' } })],
    ['for a bare day as an instant', () => ({ createdDate: { start: '2026-03-04' } })],
    ['for milliseconds', () => ({ createdDate: { start: '2026-03-04T00:00:00.000Z' } })],
    ['for a zone in a local date', () => ({ startDate: { start: '2026-03-04T00:00:00Z' } })],
    ['for a schedule with one end', () => ({ scheduledDate: { start: '2026-03-04' } })],
    ['for a schedule the wrong way round', () => ({ scheduledDate: { start: '2026-03-04', end: '2026-03-02' } })],
    ['for a status spelled wrong', () => ({ status: 'active' })],
    ['for metadata without a key', () => ({ metadata: { value: 'x' } })],
    ['for a limit of none', () => ({ limit: 0 })],
    ['for descendants of nothing', () => ({ descendants: true })],
    ['for finance outside of a folder', () => ({ fields: ['finance'] })],
  ]
  for (const [name, parameters] of wrong)
    test(name, async () => {
      const { status, body } = await query(parameters())
      expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_parameter' })
    })
  test('for people, fields and statuses that are not there', async () => {
    const id = (type: 'Contact' | 'CustomField' | 'CustomStatus' | 'CustomItemType' | 'Placeholder') =>
      encodeId(type, world.accountId, 900_000_009)
    for (const parameters of [
      { authors: [id('Contact')] },
      { responsibles: [id('Contact')] },
      { customFields: [{ id: id('CustomField'), value: 'x' }] },
      { customStatuses: [id('CustomStatus')] },
      { customItemTypes: [id('CustomItemType')] },
      { responsiblePlaceholders: [id('Placeholder')] },
    ])
      expect({ parameters, status: (await query(parameters)).status }).toEqual({ parameters, status: 404 })
  })
})

describe('the place of a list', () => {
  let bed: Data
  let deep: Data
  beforeAll(async () => {
    bed = await world.folder({ in: world.pond, title: 'Bed' })
    deep = await world.task({ in: bed, title: 'Deep' })
    await world.task({ in: { id: world.root }, title: 'Inside', superTasks: [deep.id] })
    await world.task({ in: { id: world.root }, title: 'At root' })
    await world.task({ in: world.garden, title: 'In space' })
  })
  const all = ['At root', 'Deep', 'Dig', 'In space', 'Mow', RAKE, 'Sow']
  test('is the account, without tasks that are only inside others', async () => {
    expect(await titles({})).toEqual(all)
    expect(await titles({ subTasks: true })).toEqual([...all, 'Inside'].sort())
  })
  test('is a folder alone, or with all below it', async () => {
    const path = `/folders/${world.pond.id}/tasks`
    expect(await titles({}, path)).toEqual(['Dig', 'Mow', RAKE, 'Sow'])
    expect(await titles({ descendants: true }, path)).toEqual(['Deep', 'Dig', 'Mow', RAKE, 'Sow'])
    expect(await titles({ descendants: true, subTasks: true }, path)).toEqual([
      'Deep',
      'Dig',
      'Inside',
      'Mow',
      RAKE,
      'Sow',
    ])
    expect(await titles({ subTasks: true }, `/folders/${bed.id}/tasks`)).toEqual(['Deep', 'Inside'])
  })
  test('is a space alone, or with all below it', async () => {
    const path = `/spaces/${world.garden.id}/tasks`
    expect(await titles({}, path)).toEqual(['In space'])
    expect(await titles({ descendants: true }, path)).toEqual(['Deep', 'Dig', 'In space', 'Mow', RAKE, 'Sow'])
  })
  test('is the root alone, or with all below it', async () => {
    const path = `/folders/${world.root}/tasks`
    expect(await titles({}, path)).toEqual(['At root'])
    expect(await titles({ descendants: true }, path)).toEqual(all)
  })
  test('holds what the caller sees, and refuses a place it does not see', async () => {
    expect((await world.dan.get('/tasks')).body.data).toEqual([])
    expect((await world.dan.get(`/folders/${world.pond.id}/tasks`)).body.error).toBe('access_forbidden')
    expect((await world.dan.get(`/spaces/${world.garden.id}/tasks`)).body.error).toBe('access_forbidden')
    expect((await world.anna.get(`/spaces/${encodeId('Space', world.accountId, 900_009)}/tasks`)).status).toBe(404)
  })
  test('is no space where a folder is named', async () => {
    const { status, body } = await world.anna.get(`/spaces/${world.pond.id}/tasks`)
    expect({ status, error: body.error }).toEqual({ status: 404, error: 'resource_not_found' })
  })
  test('takes `limit` as a plain cap, without token and count', async () => {
    const { body } = await query({ limit: 2 })
    expect(body.data).toHaveLength(2)
    expect(body).not.toHaveProperty('nextPageToken')
    expect(body).not.toHaveProperty('responseSize')
  })
})
