import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { recordedBy } from '#testing/recorded.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let categories: Data[]
beforeAll(async () => {
  world = await startWorld()
  categories = (await world.anna.get('/timelog_categories')).body.data
})
afterAll(() => world.close())

/** Each test has weeks of its own: the Monday of one that no other has. */
let weeks = 0
const freshMonday = () => new Date(Date.UTC(2026, 0, 5 + 35 * weeks++)).toISOString().slice(0, 10)
const later = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

const log = async (who: Person, trackedDate: string, more: Record<string, unknown> = {}, task = world.dig) =>
  who.post(`/tasks/${task.id}/timelogs`, { comment: 'Work', hours: 2, trackedDate, ...more })
const open = async (who: Person, periodStartDate: string, more: Record<string, unknown> = {}): Promise<Data> => {
  const { status, body } = await who.post('/timesheets', { periodStartDate, ...more })
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data[0]
}
const set = (who: Person, sheet: Data, approvalStatus: string) =>
  who.put(`/timesheets/${sheet.timesheetId}`, { approvalStatus })
const read = async (sheet: Data): Promise<Data> =>
  (await world.anna.get('/timesheets', { periodStartDate: { equal: sheet.periodStartDate } })).body.data.find(
    (one) => one.timesheetId === sheet.timesheetId,
  )

describe('who may', () => {
  test('one’s own alone; admins those of everybody', async () => {
    const sheet = await open(world.ben, freshMonday())
    const seen = async (who: Person) =>
      (await who.get('/timesheets')).body.data.some((one) => one.timesheetId === sheet.timesheetId)
    expect([await seen(world.ben), await seen(world.cleo), await seen(world.anna)]).toEqual([true, false, true])
    expect((await set(world.cleo, sheet, 'Pending')).body.error).toBe('access_forbidden')
    expect((await set(world.eve, sheet, 'Pending')).body.error).toBe('resource_not_found')
  })

  test('for others only admins open them', async () => {
    const monday = freshMonday()
    const refused = await world.ben.post('/timesheets', { periodStartDate: monday, userId: world.cleo.id })
    expect(refused.body.error).toBe('not_allowed')
    expect((await open(world.anna, monday, { userId: world.cleo.id })).userId).toBe(world.cleo.id)
  })

  test('rows are for tasks on which one may track time', async () => {
    const sheet = { periodStartDate: freshMonday(), taskIds: [world.dig.id] }
    expect((await world.cleo.post('/timesheets', sheet)).body.error).toBe('access_forbidden')
    expect((await world.dan.post('/timesheets', sheet)).body.error).toBe('access_forbidden')
  })

  test('nobody but an admin approves, the owner of the sheet neither', async () => {
    const sheet = await open(world.ben, freshMonday())
    await set(world.ben, sheet, 'Pending')
    for (const status of ['Approved', 'Rejected'])
      expect((await set(world.ben, sheet, status)).body.error).toBe('not_allowed')
    expect((await read(sheet)).approval.status).toBe('Pending')
  })

  test('collaborators have none, and a plan without time tracking writes none', async () => {
    const carl = await world.person('Carl', { role: 'collaborator' })
    expect((await carl.post('/timesheets', { periodStartDate: freshMonday() })).body.error).toBe('not_allowed')
    await world.plan('Team')
    expect((await world.ben.post('/timesheets', { periodStartDate: freshMonday() })).body.error).toBe('not_allowed')
    expect((await world.ben.get('/timesheets')).status).toBe(200)
    await world.plan('Pinnacle')
  })
})

describe('the time of a period', () => {
  test('is collected by task and category, day by day', async () => {
    const monday = freshMonday()
    await log(world.ben, monday)
    await log(world.ben, monday, { hours: 0.1 })
    await log(world.ben, later(monday, 6), { categoryId: categories[0].id })
    await log(world.ben, later(monday, 7))
    await log(world.anna, monday)
    const sheet = await open(world.ben, later(monday, 2))
    expect(sheet).toMatchObject({
      accountId: world.account,
      userId: world.ben.id,
      periodStartDate: monday,
      periodEndDate: later(monday, 6),
      timeframe: 'Weekly',
      approval: { status: 'NotSubmitted' },
    })
    expect(sheet.rows).toHaveLength(2)
    const [plain, special] = [
      sheet.rows.find((row: Data) => row.categoryId === undefined),
      sheet.rows.find((row: Data) => row.categoryId === categories[0].id),
    ]
    expect(plain).toMatchObject({ taskId: world.dig.id, type: 'Task', parentIds: [world.pond.id] })
    expect(plain.weeklyEntries).toMatchObject([
      { weekStartDate: monday, hours: 2.1, entries: [{ date: monday, hours: 2.1 }] },
    ])
    expect(plain.weeklyEntries[0].entries[0].timelogIds).toHaveLength(2)
    expect(special.weeklyEntries[0].entries).toMatchObject([{ date: later(monday, 6), hours: 2 }])
  })

  test('time that comes later, moves or changes its category finds its row', async () => {
    const monday = freshMonday()
    const sheet = await open(world.ben, monday)
    const record = (await log(world.ben, later(monday, 1))).body.data[0]
    expect((await read(sheet)).rows).toHaveLength(1)
    await world.ben.put(`/timelogs/${record.id}`, { categoryId: categories[1].id })
    const { rows } = await read(sheet)
    expect(rows.map((row: Data) => [row.categoryId, row.weeklyEntries[0].hours])).toEqual([
      [undefined, 0],
      [categories[1].id, 2],
    ])
    await world.ben.delete(`/timelogs/${record.id}`)
    expect((await read(sheet)).rows[1].weeklyEntries[0].hours).toBe(0)
  })

  test('a month has the weeks it touches', async () => {
    const task = await world.task()
    const sheet = await open(world.ben, '2028-02-10', { timeframe: 'Monthly', taskIds: [task.id] })
    expect(sheet).toMatchObject({
      periodStartDate: '2028-02-01',
      periodEndDate: '2028-02-29',
      timeframe: 'Monthly',
    })
    expect(sheet.rows[0].weeklyEntries.map((week: Data) => week.weekStartDate)).toEqual([
      '2028-01-31',
      '2028-02-07',
      '2028-02-14',
      '2028-02-21',
      '2028-02-28',
    ])
  })

  test('one that is there is answered again, with rows for more tasks', async () => {
    const monday = freshMonday()
    const [first, task] = [await open(world.ben, monday), await world.task()]
    const again = await open(world.ben, later(monday, 3), { taskIds: [task.id] })
    expect(again.timesheetId).toBe(first.timesheetId)
    expect(again.rows.map((row: Data) => row.taskId)).toEqual([task.id])
  })

  test('filters hold together', async () => {
    const monday = freshMonday()
    const sheet = await open(world.ben, monday)
    await set(world.ben, sheet, 'Pending')
    const found = async (parameters: Record<string, unknown>) =>
      (await world.anna.get('/timesheets', parameters)).body.data.map((one) => one.timesheetId)
    const of = { userIds: [world.ben.id], periodStartDate: { start: monday, end: later(monday, 1) } }
    expect(await found(of)).toEqual([sheet.timesheetId])
    expect(await found({ ...of, approvalStatuses: ['Pending'], timeframes: ['Weekly'] })).toEqual([sheet.timesheetId])
    expect(await found({ ...of, approvalStatuses: ['NotSubmitted'] })).toEqual([])
    expect(await found({ ...of, timeframes: ['Monthly'] })).toEqual([])
    expect(await found({ ...of, userIds: [world.cleo.id] })).toEqual([])
  })
})

test('opening, submitting and approving are told, what changes nothing is not', async () => {
  const told = await recordedBy(world, async () => {
    const sheet = await open(world.ben, freshMonday())
    await set(world.ben, sheet, 'Pending')
    await set(world.ben, sheet, 'Pending')
    await set(world.anna, sheet, 'Approved')
  })
  expect(told.map((one) => [one.type, one.after?.status])).toEqual([
    ['TimesheetCreated', 'NotSubmitted'],
    ['TimesheetStatusChanged', 'Pending'],
    ['TimesheetStatusChanged', 'Approved'],
  ])
})
