import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let path: string
beforeAll(async () => {
  world = await startWorld()
  const { body } = await world.anna.get('/workschedules')
  path = `/workschedules/${body.data[0].id}/workschedule_exclusions`
})
afterAll(() => world.close())

const made = async (fromDate: string, toDate: string, exclusionType = 'PublicHolidays'): Promise<Data> =>
  (await world.anna.post(path, { fromDate, toDate, exclusionType })).body.data[0]

test('only admins write them', async () => {
  const { id } = await made('2026-01-05', '2026-01-05')
  const sent = { fromDate: '2026-01-05', toDate: '2026-01-05', exclusionType: 'OtherEvent' }
  for (const answer of [
    await world.ben.post(path, sent),
    await world.ben.put(`/workschedule_exclusions/${id}`, sent),
    await world.ben.delete(`/workschedule_exclusions/${id}`),
  ])
    expect({ status: answer.status, error: answer.body.error }).toEqual({ status: 403, error: 'not_allowed' })
  expect((await world.ben.get(`/workschedule_exclusions/${id}`)).body.data[0].exclusionType).toBe('PublicHolidays')
})

test('the last day does not come before the first, on creating and on changing', async () => {
  const sent = { fromDate: '2026-01-06', toDate: '2026-01-05', exclusionType: 'OtherEvent' }
  expect((await world.anna.post(path, sent)).status).toBe(400)
  const { id } = await made('2026-01-05', '2026-01-07')
  expect((await world.anna.put(`/workschedule_exclusions/${id}`, { fromDate: '2026-01-08' })).status).toBe(400)
  expect((await world.anna.put(`/workschedule_exclusions/${id}`, { toDate: '2100-01-01' })).status).toBe(400)
})

test('additional work days are work days, the others are free', async () => {
  const types = ['AdditionalWorkDays', 'PublicHolidays', 'OtherEvent']
  const all = await Promise.all(types.map((type) => made('2026-05-02', '2026-05-03', type)))
  expect(all.map((each) => [each.exclusionType, each.isWorkDays])).toEqual([
    ['AdditionalWorkDays', true],
    ['PublicHolidays', false],
    ['OtherEvent', false],
  ])
})

test('a range finds those it touches, by their days', async () => {
  const [late, early] = [await made('2026-06-10', '2026-06-12'), await made('2026-06-01', '2026-06-09')]
  const found = async (dateRange: Data) => (await world.cleo.get(path, { dateRange })).body.data
  expect(await found({ start: '2026-06-09', end: '2026-06-11' })).toEqual([early, late])
  expect(await found({ start: '2026-06-09', end: '2026-06-10' })).toEqual([early])
  expect(await found({ equal: '2026-06-12' })).toEqual([late])
})

test('only what is sent changes; the answer to deleting shows what it was; all is told', async () => {
  const one = await made('2026-07-01', '2026-07-02')
  const { body } = await world.anna.put(`/workschedule_exclusions/${one.id}`, { exclusionType: 'AdditionalWorkDays' })
  const after = { ...one, exclusionType: 'AdditionalWorkDays', isWorkDays: true }
  expect(body.data).toEqual([after])
  await world.anna.put(`/workschedule_exclusions/${one.id}`, {})
  expect((await world.anna.delete(`/workschedule_exclusions/${one.id}`)).body.data).toEqual([after])
  expect((await world.anna.get(`/workschedule_exclusions/${one.id}`)).status).toBe(404)
  const { rows } = await world.store.pool.query(
    `select type from event where entity_type = 'work_schedule_exception' order by event_id desc limit 3`,
  )
  expect(rows.map((row) => row.type).reverse()).toEqual([
    'WorkScheduleExceptionCreated',
    'WorkScheduleExceptionChanged',
    'WorkScheduleExceptionDeleted',
  ])
})
