import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answered, Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const list = { title: 'List', kind: 'List', settings: {} }
const made = async (answer: Promise<Answered>): Promise<Data> => {
  const { status, body } = await answer
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data[0]
}
const refusal = async (answer: Promise<Answered>) => {
  const { status, body } = await answer
  return `${status} ${body.error}`
}
const titles = async (answer: Promise<Answered>) => (await answer).body.data.map(({ title }) => title)

describe('who has a view', () => {
  test('a personal view is its owner’s alone', async () => {
    const own = await made(world.ben.post(`/folders/${world.pond.id}/views`, { ...list, title: 'Ben’s' }))
    expect(await titles(world.anna.get(`/folders/${world.pond.id}/views`))).not.toContain('Ben’s')
    expect(await titles(world.ben.get(`/folders/${world.pond.id}/views`))).toContain('Ben’s')
    expect(await titles(world.ben.get('/views'))).toContain('Ben’s')
    expect(await refusal(world.anna.get(`/views/${own.id}`))).toBe('403 access_forbidden')
    expect(await refusal(world.anna.put(`/views/${own.id}`, { title: 'x' }))).toBe('403 access_forbidden')
    expect(await refusal(world.anna.delete(`/views/${own.id}`))).toBe('403 access_forbidden')
  })

  test('a shared view is seen by everybody who sees the place, and by nobody else', async () => {
    const shared = await made(
      world.ben.post(`/folders/${world.pond.id}/views`, { ...list, title: 'Everybody’s', shared: true }),
    )
    expect((await made(world.cleo.get(`/views/${shared.id}`))).canEdit).toBe(false)
    expect(await titles(world.dan.get('/views'))).not.toContain('Everybody’s')
    expect(await refusal(world.dan.get(`/views/${shared.id}`))).toBe('403 access_forbidden')
    expect(await refusal(world.dan.get(`/folders/${world.pond.id}/views`))).toBe('403 access_forbidden')
  })

  test('a reader may not share a view, change one or delete it; whoever edits the place may', async () => {
    const place = `/folders/${world.pond.id}/views`
    expect(await refusal(world.cleo.post(place, { ...list, shared: true }))).toBe('403 access_forbidden')
    const own = await made(world.cleo.post(place, { ...list, title: 'Cleo’s' }))
    expect(await refusal(world.cleo.put(`/views/${own.id}`, { shared: true }))).toBe('403 access_forbidden')
    const shared = await made(world.anna.post(place, { ...list, title: 'Open', shared: true }))
    expect(await refusal(world.cleo.put(`/views/${shared.id}`, { title: 'x' }))).toBe('403 access_forbidden')
    expect(await refusal(world.cleo.delete(`/views/${shared.id}`))).toBe('403 access_forbidden')
    expect((await made(world.ben.get(`/views/${shared.id}`))).canEdit).toBe(true)
    expect((await made(world.ben.put(`/views/${shared.id}`, { title: 'By Ben' }))).title).toBe('By Ben')
    expect((await world.ben.delete(`/views/${shared.id}`)).status).toBe(200)
    expect(await refusal(world.anna.get(`/views/${shared.id}`))).toBe('404 resource_not_found')
  })

  test('a view of everything cannot be shared', async () => {
    expect(await refusal(world.anna.post('/views', { ...list, shared: true }))).toBe('400 invalid_parameter')
    const own = await made(world.anna.post('/views', list))
    expect(own).not.toHaveProperty('folderId')
    expect(await refusal(world.anna.put(`/views/${own.id}`, { shared: true }))).toBe('400 invalid_parameter')
  })

  test('views of a place in the recycle bin are left out, and are back with it', async () => {
    const folder = await world.folder({ title: 'Bed' })
    await made(world.anna.post(`/folders/${folder.id}/views`, { ...list, title: 'Of the bed' }))
    await world.anna.delete(`/folders/${folder.id}`)
    expect(await titles(world.anna.get('/views'))).not.toContain('Of the bed')
    expect(await refusal(world.anna.post(`/folders/${folder.id}/views`, list))).toBe('403 not_allowed')
    await world.anna.put(`/folders/${folder.id}`, { restore: true })
    expect(await titles(world.anna.get('/views'))).toContain('Of the bed')
  })
})

describe('settings', () => {
  test('come back as they were given', async () => {
    const { id: fieldId } = await made(world.anna.post('/customfields', { title: 'Depth', type: 'Numeric' }))
    const workflows = (await world.anna.get('/workflows')).body.data
    const settings = {
      filters: {
        title: 'pond',
        customStatuses: [workflows[0].customStatuses[0].id],
        statusGroups: ['Active'],
        importances: ['High', 'Low'],
        assignees: { ids: [world.ben.id], me: true, nobody: true },
        authors: { me: true },
        startDate: { start: '2026-03-01', end: '2026-04-01' },
        dueDate: { relative: 'Next7Days' },
        dateTypes: ['Planned'],
        customFields: [{ id: fieldId, comparator: 'InRange', minValue: '1', maxValue: '3' }],
      },
      subTasks: true,
      descendants: false,
      groupBy: [
        { field: 'Status', order: 'Desc' },
        { field: 'CustomField', customFieldId: fieldId },
      ],
      collapsedGroups: ['x'],
      sortBy: [{ field: 'DueDate', order: 'Asc' }, { field: 'Manual' }],
      columns: [
        { field: 'Title', width: 320 },
        { field: 'CustomField', customFieldId: fieldId },
      ],
      scale: 'Week',
    }
    const view = await made(
      world.anna.post(`/folders/${world.garden.id}/views`, { title: 'All', kind: 'Table', settings }),
    )
    expect(view.settings).toEqual(settings)
    expect((await made(world.anna.get(`/views/${view.id}`))).settings).toEqual(settings)
    const changed = await made(world.anna.put(`/views/${view.id}`, { kind: 'Gantt', settings: { scale: 'Month' } }))
    expect([changed.kind, changed.settings]).toEqual(['Gantt', { scale: 'Month' }])
  })

  test('that contradict themselves or name what is not there are refused', async () => {
    const { id: fieldId } = await made(world.anna.post('/customfields', { title: 'Note', type: 'Text' }))
    const refused = (settings: object) => refusal(world.anna.post('/views', { ...list, settings }))
    for (const wrong of [
      { colour: 'red' },
      { filters: { dueDate: {} } },
      { filters: { dueDate: { relative: 'Today', start: '2026-01-01' } } },
      { filters: { dueDate: { start: '2026-01-02', end: '2026-01-01' } } },
      { columns: [{ field: 'CustomField' }] },
      { columns: [{ field: 'Title', customFieldId: fieldId }] },
      { columns: [{ field: 'Title', width: 3 }] },
      { filters: { customFields: [{ id: fieldId, comparator: 'ContainsAll', values: ['a'] }] } },
    ])
      expect(await refused(wrong)).toBe('400 invalid_parameter')
    expect(await refused({ filters: { assignees: { ids: [world.eve.id] } } })).toBe('404 resource_not_found')
    expect(await refused({ filters: { customStatuses: ['IEAAAAAQJMAAAAAB'] } })).toBe('404 resource_not_found')
  })
})

test('views stand where they are put, and pages together are all of them', async () => {
  const place = `/folders/${(await world.folder({ title: 'Order' })).id}/views`
  const views: Data[] = []
  for (const title of ['A', 'B', 'C', 'D']) views.push(await made(world.anna.post(place, { ...list, title })))
  await made(world.anna.post(place, { ...list, title: 'E', positionBefore: views[0].id }))
  await made(world.anna.put(`/views/${views[3].id}`, { positionAfter: views[0].id }))
  await made(world.anna.put(`/views/${views[1].id}`, { positionAfter: views[2].id }))
  expect(await titles(world.anna.get(place))).toEqual(['E', 'A', 'D', 'C', 'B'])
  const first = (await world.anna.get(place, { pageSize: 3 })).body
  const rest = (await world.anna.get(place, { nextPageToken: first.nextPageToken })).body
  expect([...first.data, ...rest.data].map(({ title }) => title)).toEqual(['E', 'A', 'D', 'C', 'B'])
  expect(rest.nextPageToken).toBeUndefined()
  const both = { positionBefore: views[0].id, positionAfter: views[1].id }
  expect(await refusal(world.anna.put(`/views/${views[2].id}`, both))).toBe('400 invalid_parameter')
})

describe('what is remembered of a place', () => {
  test('is each person’s own, one for each kind, the last used first', async () => {
    const place = `/folders/${world.pond.id}/view_memory`
    await made(world.cleo.put(place, { kind: 'Table', settings: { columns: [{ field: 'Title', width: 200 }] } }))
    await made(world.cleo.put(place, { kind: 'Board', settings: { groupBy: [{ field: 'Status' }] } }))
    await made(world.cleo.put(place, { kind: 'Table', settings: { columns: [{ field: 'Title', width: 300 }] } }))
    const { data } = (await world.cleo.get(place)).body
    expect(data.map(({ kind, settings }) => [kind, settings])).toEqual([
      ['Table', { columns: [{ field: 'Title', width: 300 }] }],
      ['Board', { groupBy: [{ field: 'Status' }] }],
    ])
    expect((await world.ben.get(place)).body.data).toEqual([])
    expect(await refusal(world.dan.put(place, { kind: 'List', settings: {} }))).toBe('403 access_forbidden')
    await made(world.dan.put('/view_memory', { kind: 'List', settings: { subTasks: true } }))
    expect((await world.dan.get('/view_memory')).body.data[0]).not.toHaveProperty('folderId')
  })

  test('goes with a place that is deleted for good', async () => {
    const folder = await world.folder({ title: 'Gone' })
    const number = (
      await world.store.pool.query<{ folder_id: number }>(`select folder_id from folder where title = 'Gone'`)
    ).rows[0]?.folder_id
    await made(world.anna.put(`/folders/${folder.id}/view_memory`, { kind: 'List', settings: {} }))
    await made(world.anna.post(`/folders/${folder.id}/views`, list))
    await world.store.pool.query('delete from folder_access where folder_id = $1', [number])
    await world.store.pool.query('delete from folder_share where folder_id = $1', [number])
    await world.store.pool.query('delete from folder_parent where folder_id = $1', [number])
    await world.store.pool.query('delete from folder where folder_id = $1', [number])
    const left = await world.store.pool.query(
      'select 1 from view_memory where folder_id = $1 union all select 1 from saved_view where folder_id = $1',
      [number],
    )
    expect(left.rows).toEqual([])
  })
})
