import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

/**
 * Ben digs from Monday to Wednesday, then somebody fills, then Ben plants. A public holiday and a day of leave push the
 * chain, and taking them back brings it back.
 */
let world: World
let tasks: Data[]
let standard: string
beforeAll(async () => {
  world = await startWorld()
  standard = (await world.anna.get('/workschedules')).body.data[0].id
  const planned = (title: string, start: string, due: string, responsibles: string[]) =>
    world.task({ title, dates: { start, due }, responsibles })
  tasks = [
    await planned('Dig', '2026-03-02', '2026-03-04', [world.ben.id]),
    await planned('Fill', '2026-03-05', '2026-03-06', []),
    await planned('Plant', '2026-03-09', '2026-03-10', [world.ben.id]),
  ]
  for (const [at, task] of tasks.slice(0, 2).entries())
    await world.anna.post(`/tasks/${task.id}/dependencies`, {
      successorId: tasks[at + 1].id,
      relationType: 'FinishToStart',
    })
})
afterAll(() => world.close())

const dates = async () => {
  const { body } = await world.ben.get(`/tasks/${tasks.map((task) => task.id).join(',')}`)
  return body.data.map(({ dates: { start, due, duration } }) => [start.slice(5, 10), due.slice(5, 10), duration / 480])
}
const before = [
  ['03-02', '03-04', 3],
  ['03-05', '03-06', 2],
  ['03-09', '03-10', 2],
]
const withHoliday = [
  ['03-02', '03-05', 3],
  ['03-06', '03-09', 2],
  ['03-10', '03-11', 2],
]
const withBoth = [
  ['03-02', '03-06', 3],
  ['03-09', '03-10', 2],
  ['03-11', '03-12', 2],
]
let holiday: string
let leave: string

test('the plan as people made it', async () => {
  expect(await dates()).toEqual(before)
})

test('a public holiday makes the first task longer and moves the others', async () => {
  const sent = { fromDate: '2026-03-03', toDate: '2026-03-03', exclusionType: 'PublicHolidays' }
  holiday = (await world.anna.post(`/workschedules/${standard}/workschedule_exclusions`, sent)).body.data[0].id
  expect(await dates()).toEqual(withHoliday)
})

test("leave of the one who digs moves what is Ben's, and what waits for it", async () => {
  const sent = { userId: world.ben.id, fromDate: '2026-03-04', toDate: '2026-03-04', exclusionType: 'VacationPTO' }
  leave = (await world.anna.post('/user_schedule_exclusions', sent)).body.data[0].id
  expect(await dates()).toEqual(withBoth)
})

test('each task that moves is told, with the dates it had', async () => {
  const { rows } = await world.store.pool.query(
    `select type, before ->> 'due_at' as before, after ->> 'due_at' as after from event order by event_id desc limit 4`,
  )
  expect(rows.reverse()).toEqual([
    { type: 'UserScheduleExceptionCreated', before: null, after: null },
    { type: 'TaskDatesChanged', before: '2026-03-05T17:00:00', after: '2026-03-06T17:00:00' },
    { type: 'TaskDatesChanged', before: '2026-03-09T17:00:00', after: '2026-03-10T17:00:00' },
    { type: 'TaskDatesChanged', before: '2026-03-11T17:00:00', after: '2026-03-12T17:00:00' },
  ])
})

test('leave that is moved to a free weekend costs nothing', async () => {
  await world.anna.put(`/user_schedule_exclusions/${leave}`, { fromDate: '2026-03-07', toDate: '2026-03-08' })
  expect(await dates()).toEqual(withHoliday)
  await world.anna.put(`/user_schedule_exclusions/${leave}`, { fromDate: '2026-03-04', toDate: '2026-03-04' })
  expect(await dates()).toEqual(withBoth)
})

test('without the leave the chain is where the holiday had put it', async () => {
  await world.anna.delete(`/user_schedule_exclusions/${leave}`)
  expect(await dates()).toEqual(withHoliday)
})

test('without the holiday the chain is where people had put it', async () => {
  await world.anna.delete(`/workschedule_exclusions/${holiday}`)
  expect(await dates()).toEqual(before)
})

test('a successor that people move meanwhile stays where they move it', async () => {
  const sent = { fromDate: '2026-03-03', toDate: '2026-03-03', exclusionType: 'PublicHolidays' }
  const { body } = await world.anna.post(`/workschedules/${standard}/workschedule_exclusions`, sent)
  await world.ben.put(`/tasks/${tasks[2].id}`, { dates: { start: '2026-03-16' } })
  await world.anna.delete(`/workschedule_exclusions/${body.data[0].id}`)
  expect(await dates()).toEqual([...before.slice(0, 2), ['03-16', '03-17', 2]])
})
