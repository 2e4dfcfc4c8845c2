import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let schedule: Data
beforeAll(async () => {
  world = await startWorld()
  schedule = (await world.anna.get('/workschedules')).body.data[0]
})
afterAll(() => world.close())

const rule = (parameters: Record<string, unknown>, who = world.anna) =>
  who.put(`/workschedules/${schedule.id}/timesheet_submission_rules`, parameters)
const log = (trackedDate: string, hours: number) =>
  world.ben.post(`/tasks/${world.dig.id}/timelogs`, { comment: '', hours, trackedDate })
/** Whether the sheet of a week can be submitted; withdrawn again where it can. */
async function submits(periodStartDate: string): Promise<boolean> {
  const sheet = (await world.ben.post('/timesheets', { periodStartDate })).body.data[0]
  const { status } = await world.ben.put(`/timesheets/${sheet.timesheetId}`, { approvalStatus: 'Pending' })
  await world.ben.put(`/timesheets/${sheet.timesheetId}`, { approvalStatus: 'NotSubmitted' })
  return status === 200
}

test('admins alone change the rule of a work schedule', async () => {
  expect((await rule({ enabled: true }, world.ben)).body.error).toBe('not_allowed')
  const { body } = await world.ben.get('/timesheet_submission_rules')
  expect(body.data).toEqual([
    {
      workScheduleId: schedule.id,
      enabled: false,
      ruleType: 'Soft',
      frequency: 'Week',
      trackExceptionsMode: 'TotalCapacity',
    },
  ])
})

test('what is sent changes, the rest stays', async () => {
  await rule({ ruleType: 'Hard', frequency: 'Day' })
  const { body } = await rule({ trackExceptionsMode: 'ActualCapacity' })
  expect(body.data).toMatchObject([
    { enabled: false, ruleType: 'Hard', frequency: 'Day', trackExceptionsMode: 'ActualCapacity' },
  ])
  expect((await world.ben.get(`/workschedules/${schedule.id}/timesheet_submission_rules`)).body.data).toEqual(body.data)
})

test('a hard rule wants the capacity of each day, or of the week together', async () => {
  const [monday, ...days] = ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05']
  await log(monday as string, 10)
  for (const day of days) await log(day, 7.5)
  await rule({ enabled: true, ruleType: 'Hard', frequency: 'Day', trackExceptionsMode: 'TotalCapacity' })
  expect(await submits('2026-06-01')).toBe(false)
  await rule({ frequency: 'Week' })
  expect(await submits('2026-06-01')).toBe(true)
  expect(await submits('2026-06-08')).toBe(false)
  await rule({ ruleType: 'Soft' })
  expect(await submits('2026-06-08')).toBe(true)
  await rule({ ruleType: 'Hard', enabled: false })
  expect(await submits('2026-06-08')).toBe(true)
})

test('time off counts by the mode of the rule', async () => {
  for (const day of ['2026-07-06', '2026-07-07', '2026-07-08']) await log(day, 8)
  await rule({ enabled: true, ruleType: 'Hard', frequency: 'Week', trackExceptionsMode: 'ActualCapacity' })
  const off = await world.anna.post('/user_schedule_exclusions', {
    userId: world.ben.id,
    fromDate: '2026-07-09',
    toDate: '2026-07-10',
    exclusionType: 'VacationPTO',
  })
  expect(off.body.errorDescription).toBeUndefined()
  expect(await submits('2026-07-06')).toBe(true)
  await rule({ trackExceptionsMode: 'TotalCapacity' })
  expect(await submits('2026-07-06')).toBe(false)
  await rule({ enabled: false })
})
