import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let categories: Data[]
let sheet: Data
let record: Data
let week = 0
let monday: string
beforeAll(async () => {
  world = await startWorld()
  categories = (await world.anna.get('/timelog_categories')).body.data
})
/** A fresh week of Ben with two hours on Monday. */
beforeEach(async () => {
  monday = new Date(Date.UTC(2026, 0, 5 + 7 * week++)).toISOString().slice(0, 10)
  record = (await log(monday)).body.data[0]
  sheet = (await world.ben.post('/timesheets', { periodStartDate: monday })).body.data[0]
})
afterAll(() => world.close())

const log = (trackedDate: string, hours = 2) =>
  world.ben.post(`/tasks/${world.dig.id}/timelogs`, { comment: 'Work', hours, trackedDate })
const set = (who: Person, approvalStatus: string) => who.put(`/timesheets/${sheet.timesheetId}`, { approvalStatus })
const later = (days: number) => new Date(Date.parse(monday) + days * 86_400_000).toISOString().slice(0, 10)
const statusOfRecord = async () =>
  (await world.ben.get(`/timelogs/${record.id}`, { fields: ['approvalStatus'] })).body.data[0].approvalStatus
const recategorise = (categoryId: string, row = sheet.rows[0].rowId) =>
  world.ben.put(`/timesheet_rows/${row}`, { categoryId })

test('submitted and approved, its time does not change', async () => {
  for (const [who, status] of [
    [world.ben, 'Pending'],
    [world.anna, 'Approved'],
  ] as const) {
    expect((await set(who, status)).body.data[0].approval.status).toBe(status)
    expect(await statusOfRecord()).toBe(status)
    const refused = [
      await log(later(6)),
      await world.ben.put(`/timelogs/${record.id}`, { hours: 5 }),
      await world.ben.put(`/timelogs/${record.id}`, { trackedDate: later(9) }),
      await world.anna.delete(`/timelogs/${record.id}`),
      await recategorise(categories[0].id),
      await world.ben.post('/timesheets', { periodStartDate: monday, taskIds: [(await world.task()).id] }),
    ]
    for (const answer of refused) expect([answer.status, answer.body.error]).toEqual([403, 'not_allowed'])
  }
  expect((await log(later(7))).status).toBe(200)
})

test('withdrawn or rejected, it is open again', async () => {
  await set(world.ben, 'Pending')
  await set(world.ben, 'NotSubmitted')
  expect((await log(later(1))).status).toBe(200)
  await set(world.ben, 'Pending')
  await set(world.anna, 'Rejected')
  expect(await statusOfRecord()).toBe('Rejected')
  expect((await world.ben.put(`/timelogs/${record.id}`, { hours: 3 })).status).toBe(200)
  expect((await set(world.ben, 'Pending')).status).toBe(200)
})

test('nothing is approved or rejected before it is submitted', async () => {
  for (const status of ['Approved', 'Rejected']) expect((await set(world.anna, status)).body.error).toBe('not_allowed')
  await set(world.ben, 'Pending')
  await set(world.anna, 'Approved')
  expect((await set(world.ben, 'NotSubmitted')).body.error).toBe('not_allowed')
  expect((await set(world.anna, 'NotSubmitted')).body.data[0].approval.status).toBe('NotSubmitted')
})

test('records of time are found by the status of their sheet', async () => {
  const found = async (approvalStatuses: string[]) =>
    (await world.ben.get('/timelogs', { approvalStatuses, trackedDate: { equal: monday } })).body.data.map(
      (one) => one.id,
    )
  expect(await found(['Draft'])).toEqual([record.id])
  await set(world.ben, 'Pending')
  expect(await found(['Draft', 'Approved', 'Rejected', 'Cancelled'])).toEqual([])
  expect(await found(['Pending'])).toEqual([record.id])
})

test('a row’s new category is that of its time, in the month too', async () => {
  const month = (await world.ben.post('/timesheets', { periodStartDate: monday, timeframe: 'Monthly' })).body.data[0]
  const { status, body } = await recategorise(categories[0].id)
  expect(status).toBe(200)
  expect(body).toMatchObject({ kind: 'timesheetRow', data: [{ categoryId: categories[0].id }] })
  expect(body.data[0].weeklyEntries[0].entries[0].timelogIds).toEqual([record.id])
  expect((await world.ben.get(`/timelogs/${record.id}`)).body.data[0].categoryId).toBe(categories[0].id)
  const again = await world.ben.get('/timesheets', {
    timeframes: ['Monthly'],
    periodStartDate: { equal: month.periodStartDate },
  })
  const row = again.body.data[0].rows.find((one: Data) => one.categoryId === categories[0].id)
  expect(row.weeklyEntries.flatMap((one: Data) => one.entries).flatMap((one: Data) => one.timelogIds)).toContain(
    record.id,
  )
})

test('a row of the same category becomes part of it', async () => {
  const other = (
    await world.ben.post(`/tasks/${world.dig.id}/timelogs`, {
      comment: '',
      hours: 1,
      trackedDate: later(1),
      categoryId: categories[1].id,
    })
  ).body.data[0]
  const { body } = await recategorise(categories[1].id)
  const ids = body.data[0].weeklyEntries[0].entries.flatMap((one: Data) => one.timelogIds)
  expect(ids.sort()).toEqual([record.id, other.id].sort())
  const { rows } = (await world.ben.get('/timesheets', { periodStartDate: { equal: monday } })).body.data[0]
  expect(rows).toHaveLength(1)
})

test('a row whose time is locked keeps its category', async () => {
  const period = { equal: monday }
  await world.anna.post(`/folders/${world.pond.id}/timelog_lock_periods`, { period })
  expect((await recategorise(categories[0].id)).body.error).toBe('not_allowed')
  await world.anna.delete(`/folders/${world.pond.id}/timelog_lock_periods`, { period })
  expect((await recategorise(categories[0].id)).status).toBe(200)
})

test('others do not touch a row', async () => {
  const answer = await world.cleo.put(`/timesheet_rows/${sheet.rows[0].rowId}`, { categoryId: categories[0].id })
  expect(answer.body.error).toBe('access_forbidden')
})
