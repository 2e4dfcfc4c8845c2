import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let guest: Person
beforeAll(async () => {
  world = await startWorld()
  guest = await world.person('Guest', { role: 'external' })
})
afterAll(() => world.close())

const week = { start: '2026-03-02', end: '2026-03-06' }
/** The three kinds, with a valid body each. */
const kinds = [
  {
    model: 'UserScheduleException',
    path: '/user_schedule_exclusions',
    create: () => '/user_schedule_exclusions',
    body: (userId: string) => ({
      userId,
      fromDate: '2026-03-02',
      toDate: '2026-03-06',
      exclusionType: 'VacationPTO',
    }),
    change: { exclusionType: 'OtherNonWorking' },
    shown: { fromDate: '2026-03-02', toDate: '2026-03-06', exclusionType: 'VacationPTO', isWorkDays: false },
    answersDeleted: true,
  },
  {
    model: 'UserScheduleCapacityChange',
    path: '/user_schedule_capacity_change',
    create: (userId: string) => `/users/${userId}/user_schedule_capacity_change`,
    body: () => ({ dateRange: week, capacityMinutes: 240 }),
    change: { dateRange: week, capacityMinutes: 0 },
    shown: { startDate: '2026-03-02', finishDate: '2026-03-06', capacityMinutes: 240 },
    answersDeleted: false,
  },
  {
    model: 'UserSchedulePartialException',
    path: '/user_schedule_partial_exclusion',
    create: () => '/user_schedule_partial_exclusion',
    body: (userId: string) => ({ userId, dateRange: week, exclusionType: 'VacationPTO', capacityMinutes: 240 }),
    change: { dateRange: week, capacityMinutes: 120, exclusionType: 'OtherNonWorking' },
    shown: {
      startDate: '2026-03-02',
      finishDate: '2026-03-06',
      exclusionType: 'VacationPTO',
      capacityMinutes: 240,
    },
    answersDeleted: false,
  },
]

describe.each(kinds)('$model', ({ model, path, create, body, change, shown, answersDeleted }) => {
  const made = async (person: Person): Promise<Data> =>
    (await world.anna.post(create(person.id), body(person.id))).body.data[0]

  test('only admins write them, for themselves too', async () => {
    const { id } = await made(world.ben)
    for (const answer of [
      await world.ben.post(create(world.ben.id), body(world.ben.id)),
      await world.ben.put(`${path}/${id}`, change),
      await world.ben.delete(`${path}/${id}`),
    ])
      expect({ status: answer.status, error: answer.body.error }).toEqual({ status: 403, error: 'not_allowed' })
    expect((await world.cleo.get(`${path}/${id}`)).body.data[0]).toMatchObject({ ...shown, userId: world.ben.id })
  })

  test('they are of people of the account, not of groups', async () => {
    const groups = await world.anna.get('/groups')
    for (const id of [world.eve.id, groups.body.data[0].id]) {
      const answer = await world.anna.post(create(id), body(id))
      expect({ status: answer.status, error: answer.body.error }).toEqual({ status: 404, error: 'resource_not_found' })
    }
  })

  test('externals see those of people with whom they share something', async () => {
    const hidden = await made(world.dan)
    const { status, body: refusal } = await guest.get(`${path}/${hidden.id}`)
    expect({ status, error: refusal.error }).toEqual({ status: 403, error: 'access_forbidden' })
    const query = { userIds: [guest.id], dateRange: week }
    expect((await guest.get(path, query)).body.data).toEqual([])
    expect((await guest.get(path, { ...query, userIds: [world.dan.id] })).status).toBe(404)
    const own = await made(guest)
    expect((await guest.get(path, query)).body.data).toEqual([own])
  })

  test('they are found by people and by the days they touch', async () => {
    const one = await made(world.cleo)
    const found = async (dateRange: Data) =>
      (await world.ben.get(path, { userIds: [world.cleo.id], dateRange })).body.data
    expect(await found({ equal: '2026-03-06' })).toContainEqual(one)
    expect(await found({ start: '2026-03-07', end: '2026-03-31' })).toEqual([])
    expect(await found({ start: '2026-02-01', end: '2026-03-02' })).toEqual([])
    expect(await found({ start: '2026-02-01', end: '2026-03-03' })).toContainEqual(one)
  })

  test('they are changed, deleted, and told', async () => {
    const one = await made(world.ben)
    const changed = await world.anna.put(`${path}/${one.id}`, change)
    const { dateRange: _range, ...said } = change as Data
    expect(changed.body.data).toEqual([{ ...one, ...said }])
    const deleted = await world.anna.delete(`${path}/${one.id}`)
    expect(deleted.body.data).toEqual(answersDeleted ? [{ ...one, ...said }] : [])
    expect((await world.anna.get(`${path}/${one.id}`)).status).toBe(404)
    const { rows } = await world.store.pool.query('select type from event order by event_id desc limit 3')
    expect(rows.map((row) => row.type).reverse()).toEqual([`${model}Created`, `${model}Changed`, `${model}Deleted`])
  })
})

test('overtime is worked', async () => {
  const { body } = await world.anna.post('/user_schedule_exclusions', {
    userId: world.dan.id,
    fromDate: '2026-03-07',
    toDate: '2026-03-07',
    exclusionType: 'Overtime',
  })
  expect(body.data[0].isWorkDays).toBe(true)
})

test('without people, the exceptions of all whom one sees are listed', async () => {
  const { body } = await world.anna.get('/user_schedule_exclusions', { dateRange: { equal: '2026-03-07' } })
  expect(body.data).toMatchObject([{ userId: world.dan.id }])
  expect((await world.anna.get('/user_schedule_exclusions')).body.data.length).toBeGreaterThan(1)
})

test('several are read by id, in the order of the request', async () => {
  const change = { dateRange: week, capacityMinutes: 10 }
  const [one, two] = [
    (await world.anna.post(`/users/${world.ben.id}/user_schedule_capacity_change`, change)).body.data[0],
    (await world.anna.post(`/users/${world.dan.id}/user_schedule_capacity_change`, change)).body.data[0],
  ]
  const { body } = await world.anna.get(`/user_schedule_capacity_change/${two.id},${one.id}`)
  expect(body.data).toEqual([two, one])
})
