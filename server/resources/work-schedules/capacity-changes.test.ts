import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let path: string
beforeAll(async () => {
  world = await startWorld()
  const { body } = await world.anna.get('/workschedules')
  path = `/workschedules/${body.data[0].id}/workschedule_capacity_change`
})
afterAll(() => world.close())

const made = async (dateRange: Data, capacityMinutes = 60): Promise<Data> =>
  (await world.anna.post(path, { dateRange, capacityMinutes })).body.data[0]

test('only admins write them', async () => {
  const { id } = await made({ equal: '2026-01-05' })
  const sent = { dateRange: { equal: '2026-01-06' }, capacityMinutes: 1 }
  for (const answer of [
    await world.ben.post(path, sent),
    await world.ben.put(`/workschedule_capacity_change/${id}`, sent),
    await world.ben.delete(`/workschedule_capacity_change/${id}`),
  ])
    expect({ status: answer.status, error: answer.body.error }).toEqual({ status: 403, error: 'not_allowed' })
  expect((await world.ben.get(`/workschedule_capacity_change/${id}`)).body.data[0].startDate).toBe('2026-01-05')
})

test('half a range, a turned one, and days out of all time are refused', async () => {
  for (const dateRange of [
    { start: '2026-01-05' },
    { end: '2026-01-05' },
    { equal: '2026-01-05', end: '2026-01-06' },
    { start: '2026-01-06', end: '2026-01-05' },
    { equal: '1969-12-31' },
    { start: '2026-01-05', end: '2100-01-01' },
  ]) {
    const { status, body } = await world.anna.post(path, { dateRange, capacityMinutes: 1 })
    expect({ dateRange, status, error: body.error }).toEqual({ dateRange, status: 400, error: 'invalid_parameter' })
  }
})

test('a change holds from its first day to its last', async () => {
  const one = await made({ start: '2026-02-02', end: '2026-02-06' }, 240)
  expect(one).toMatchObject({ startDate: '2026-02-02', finishDate: '2026-02-06', capacityMinutes: 240 })
  const ids = async (dateRange: Data) =>
    (await world.cleo.get(path, { dateRange })).body.data.map((each: Data) => each.id)
  expect(await ids({ equal: '2026-02-06' })).toEqual([one.id])
  expect(await ids({ equal: '2026-02-07' })).toEqual([])
  expect(await ids({ start: '2026-02-06', end: '2026-02-28' })).toEqual([one.id])
  expect(await ids({ start: '2026-01-30', end: '2026-02-02' })).toEqual([])
  expect((await world.anna.get(path, { dateRange: { start: '2026-02-02', end: '2026-02-01' } })).status).toBe(400)
})

test('several are read by id, in the order of the request', async () => {
  const [one, two] = [await made({ equal: '2026-03-02' }), await made({ equal: '2026-03-01' })]
  const { body } = await world.anna.get(`/workschedule_capacity_change/${one.id},${two.id}`)
  expect(body.data).toEqual([one, two])
})

test('a change is changed, deleted, and told', async () => {
  const one = await made({ equal: '2026-04-01' }, 10)
  const { body } = await world.anna.put(`/workschedule_capacity_change/${one.id}`, {
    dateRange: { start: '2026-04-01', end: '2026-04-03' },
    capacityMinutes: 0,
  })
  expect(body.data).toEqual([{ ...one, finishDate: '2026-04-03', capacityMinutes: 0 }])
  const gone = await world.anna.delete(`/workschedule_capacity_change/${one.id}`)
  expect(gone.body).toMatchObject({ kind: 'workscheduleCapacityChange', data: [] })
  expect((await world.anna.get(`/workschedule_capacity_change/${one.id}`)).status).toBe(404)
  const { rows } = await world.store.pool.query(
    `select type, before ->> 'to_date' as before, after ->> 'to_date' as after from event
     where entity_type = 'work_schedule_capacity_change' order by event_id desc limit 3`,
  )
  expect(rows.reverse()).toEqual([
    { type: 'WorkScheduleCapacityChangeCreated', before: null, after: '2026-04-01' },
    { type: 'WorkScheduleCapacityChangeChanged', before: '2026-04-01', after: '2026-04-03' },
    { type: 'WorkScheduleCapacityChangeDeleted', before: '2026-04-03', after: null },
  ])
})
