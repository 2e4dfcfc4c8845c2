import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let categories: Data[]
let logs: { first: Data; second: Data; below: Data; sub: Data; other: Data }
let deep: Data
let subTask: Data
beforeAll(async () => {
  world = await startWorld()
  categories = (await world.anna.get('/timelog_categories')).body.data
  deep = await world.folder({ in: world.pond, title: 'Deep' })
  const bottom = await world.task({ in: deep, title: 'Bottom' })
  subTask = await world.task({ title: 'Sub', superTasks: [world.dig.id] })
  const elsewhere = await world.task({ in: await world.folder({ title: 'Elsewhere' }) })
  logs = {
    first: await log(world.dig, { trackedDate: '2026-03-02', categoryId: categories[0].id }),
    second: await log(world.dig, { trackedDate: '2026-03-03', comment: '<b>two</b>' }, world.ben),
    below: await log(bottom, { trackedDate: '2026-03-04', categoryId: categories[1].id }),
    sub: await log(subTask, { trackedDate: '2026-03-05' }),
    other: await log(elsewhere, { trackedDate: '2026-03-06' }),
  }
})
afterAll(() => world.close())

const log = async (task: Data, more: Record<string, unknown>, who = world.anna): Promise<Data> =>
  (await who.post(`/tasks/${task.id}/timelogs`, { comment: 'x', hours: 1, ...more })).body.data[0]
/** The names of the records of an answer. */
const found = async (path: string, parameters: Record<string, unknown> = {}, who = world.anna) => {
  const { body } = await who.get(path, parameters)
  if (!body.data) return body.error
  return body.data.map((one) => Object.entries(logs).find(([, known]) => known.id === one.id)?.[0])
}

describe('lists', () => {
  test('of the account hold what the caller sees, oldest first', async () => {
    expect(await found('/timelogs')).toEqual(['first', 'second', 'below', 'sub', 'other'])
    expect(await found('/timelogs', {}, world.cleo)).toHaveLength(5)
    expect(await found('/timelogs', {}, world.dan)).toEqual([])
  })

  test('of a task hold those of its subtasks, of a folder those of folders below', async () => {
    expect(await found(`/tasks/${world.dig.id}/timelogs`)).toEqual(['first', 'second', 'sub'])
    expect(await found(`/tasks/${world.dig.id}/timelogs`, { subTasks: false })).toEqual(['first', 'second'])
    expect(await found(`/folders/${world.pond.id}/timelogs`)).toEqual(['first', 'second', 'below', 'sub'])
    expect(await found(`/folders/${world.pond.id}/timelogs`, { descendants: false })).toEqual([
      'first',
      'second',
      'sub',
    ])
    expect(await found(`/folders/${deep.id}/timelogs`)).toEqual(['below'])
  })

  test('of a contact and of a category', async () => {
    expect(await found(`/contacts/${world.ben.id}/timelogs`)).toEqual(['second'])
    expect(await found(`/timelog_categories/${categories[0].id}/timelogs`)).toEqual(['first'])
  })

  test('of hidden places are refused', async () => {
    expect(await found(`/tasks/${world.dig.id}/timelogs`, {}, world.dan)).toBe('access_forbidden')
    expect(await found(`/folders/${world.pond.id}/timelogs`, {}, world.dan)).toBe('access_forbidden')
  })

  test('leave out the records of tasks in the recycle bin', async () => {
    const task = await world.task()
    const gone = await log(task, { trackedDate: '2026-03-07' })
    await world.anna.delete(`/tasks/${task.id}`)
    for (const path of ['/timelogs', `/contacts/${world.anna.id}/timelogs`, `/folders/${world.pond.id}/timelogs`])
      expect((await world.anna.get(path)).body.data.map((one) => one.id)).not.toContain(gone.id)
    expect((await world.anna.get(`/tasks/${task.id}/timelogs`)).body.data).toHaveLength(1)
    expect((await world.anna.get(`/timelogs/${gone.id}`)).status).toBe(200)
  })
})

describe('filters', () => {
  test('me counts by being there, whatever it says', async () => {
    for (const me of ['true', 'false', '']) expect(await found('/timelogs', { me }, world.ben)).toEqual(['second'])
  })

  test('by category, billing, export and approval', async () => {
    const ids = categories.slice(0, 2).map((one) => one.id)
    expect(await found('/timelogs', { timelogCategories: ids })).toEqual(['first', 'below'])
    expect(await found('/timelogs', { timelogCategories: [] })).toEqual([])
    expect(await found('/timelogs', { billingTypes: ['Billable'] })).toEqual([])
    expect(await found('/timelogs', { exportStatuses: ['NotExported'] })).toHaveLength(5)
    expect(await found('/timelogs', { exportStatuses: ['Exported'] })).toEqual([])
    expect(await found('/timelogs', { approvalStatuses: ['Draft'] })).toHaveLength(5)
    expect(await found('/timelogs', { approvalStatuses: ['Approved', 'Pending'] })).toEqual([])
    expect(await found('/timelogs', { approvalStatuses: ['NotSubmitted'] })).toBe('invalid_parameter')
  })

  test('by the day tracked: a day or a half-open span, also as old clients write it', async () => {
    expect(await found('/timelogs', { trackedDate: { equal: '2026-03-03' } })).toEqual(['second'])
    const span = ['second', 'below']
    expect(await found('/timelogs', { trackedDate: { start: '2026-03-03', end: '2026-03-05' } })).toEqual(span)
    const moments = { start: '2026-03-03T00:00:00', end: '2026-03-05T10:00:00Z' }
    expect(await found('/timelogs', { trackedDate: moments })).toEqual(span)
  })

  test('by creation and change: instants, a span or one of them', async () => {
    const { createdDate } = logs.first
    expect(await found('/timelogs', { createdDate: { equal: createdDate } })).toContain('first')
    expect(await found('/timelogs', { createdDate: { end: createdDate } })).toEqual([])
    expect(await found('/timelogs', { updatedDate: { start: createdDate } })).toHaveLength(5)
  })

  test('refuse ranges that contradict themselves and other forms of dates', async () => {
    for (const trackedDate of [
      {},
      { start: '2026-03-05', end: '2026-03-03' },
      { equal: '2026-03-03', start: '2026-03-01' },
    ])
      expect((await world.anna.get('/timelogs', { trackedDate })).body.errorDescription).toBe(
        "Parameter 'trackedDate' value is invalid",
      )
    for (const createdDate of [{ start: '2026-03-03' }, { start: '2026-03-03T10:00:00.000Z' }, {}])
      expect(await found('/timelogs', { createdDate })).toBe('invalid_parameter')
  })
})

describe('answers', () => {
  test('have plain comments and optional members when asked', async () => {
    const fields = ['approvalStatus', 'lockStatus', 'exportStatus']
    const { body } = await world.ben.get(`/timelogs/${logs.second.id}`, { plainText: true, fields })
    expect(body.data[0]).toMatchObject({
      comment: 'two',
      approvalStatus: 'NotSubmitted',
      lockStatus: 'Unlocked',
      exportStatus: 'NotExported',
    })
  })

  test('take finance as a field where a place is named, not on the account', async () => {
    expect(await found('/timelogs', { fields: ['finance'] })).toBe('invalid_parameter')
    expect((await world.anna.get(`/tasks/${world.dig.id}/timelogs`, { fields: ['finance'] })).status).toBe(200)
  })

  test('come page by page only when asked; the pages together are the whole', async () => {
    expect((await world.anna.get('/timelogs')).body).not.toHaveProperty('nextPageToken')
    const seen: string[] = []
    let token: string | undefined
    do {
      const { body } = await world.anna.get('/timelogs', token ? { nextPageToken: token } : { pageSize: 2 })
      expect(body.responseSize).toBe(5)
      seen.push(...body.data.map((one) => one.id))
      token = body.nextPageToken
    } while (token)
    expect(seen).toEqual(Object.values(logs).map((one) => one.id))
    expect(await found('/timelogs', { limit: 2 })).toEqual(['first', 'second'])
  })

  test('by id are in the order asked for', async () => {
    expect(await found(`/timelogs/${logs.sub.id},${logs.first.id},${logs.sub.id}`)).toEqual(['sub', 'first'])
  })
})
