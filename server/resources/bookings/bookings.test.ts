import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

/** Monday to Friday. */
const week = { startDate: '2026-03-02', finishDate: '2026-03-06' }
const book = async (parameters: Record<string, unknown> = {}, folder = world.pond): Promise<Data> =>
  (
    await world.ben.post(`/folders/${folder.id}/bookings`, {
      bookingDates: week,
      ...('responsiblePlaceholderId' in parameters ? {} : { responsibleId: world.cleo.id }),
      ...parameters,
    })
  ).body.data[0]
const minutes = (booking: Data) =>
  booking.effortAllocation.responsibleAllocation[0].dailyAllocation.map((day: Data) => day.effortMinutes)

describe('access', () => {
  test('editors book, readers read, outsiders see nothing', async () => {
    const booking = await book()
    const parameters = { bookingDates: week, responsibleId: world.ben.id }
    for (const answer of [
      await world.cleo.post(`/folders/${world.pond.id}/bookings`, parameters),
      await world.cleo.put(`/bookings/${booking.id}`, { bookingDates: week }),
      await world.cleo.delete(`/bookings/${booking.id}`),
    ])
      expect(answer.body.error).toBe('access_forbidden')
    expect((await world.cleo.get(`/bookings/${booking.id}`)).body.data).toEqual([booking])
    expect((await world.dan.get(`/bookings/${booking.id}`)).body.error).toBe('access_forbidden')
    expect((await world.dan.get('/bookings')).body.data).toEqual([])
    expect((await world.eve.get(`/bookings/${booking.id}`)).body.error).toBe('resource_not_found')
  })
  test('booking is part of the plan Pinnacle, reading of every plan', async () => {
    await world.plan('Enterprise')
    const parameters = { bookingDates: week, responsibleId: world.ben.id }
    expect((await world.ben.post(`/folders/${world.pond.id}/bookings`, parameters)).body.error).toBe('not_allowed')
    expect((await world.ben.get('/bookings')).status).toBe(200)
    await world.plan('Pinnacle')
  })
})

describe('whom a booking is for', () => {
  test('is exactly one of a contact and a placeholder', async () => {
    const placeholder = (await world.anna.post('/placeholders', { title: 'Somebody' })).body.data[0]
    const both = { responsibleId: world.cleo.id, responsiblePlaceholderId: placeholder.id, bookingDates: week }
    expect((await world.ben.post(`/folders/${world.pond.id}/bookings`, both)).body.error).toBe('invalid_parameter')
    const nobody = await world.ben.post(`/folders/${world.pond.id}/bookings`, { bookingDates: week })
    expect(nobody.body.error).toBe('parameter_required')
    const booking = await book({ responsiblePlaceholderId: placeholder.id })
    expect(booking).not.toHaveProperty('responsibleId')
    const { body } = await world.ben.put(`/bookings/${booking.id}`, { responsibleId: world.cleo.id })
    expect(body.data[0].responsibleId).toBe(world.cleo.id)
    expect(body.data[0]).not.toHaveProperty('responsiblePlaceholderId')
  })
  test('may be equipment, but not what is deleted', async () => {
    const van = (await world.anna.post('/assets', { name: 'Van' })).body.data[0]
    expect((await book({ responsibleId: van.id })).responsibleId).toBe(van.id)
    expect((await world.ben.get('/bookings', { responsibleIds: [van.id] })).body.data).toHaveLength(1)
    await world.anna.delete(`/assets/${van.id}`)
    const again = { responsibleId: van.id, bookingDates: week }
    expect((await world.ben.post(`/folders/${world.pond.id}/bookings`, again)).status).toBe(404)
  })
})

describe('dates and effort', () => {
  test('two of start, finish and duration give the third', async () => {
    expect((await book()).bookingDates).toEqual({ ...week, duration: 2400, workOnWeekends: false })
    const byDuration = await book({ bookingDates: { startDate: '2026-03-06', duration: 960 } })
    expect(byDuration.bookingDates.finishDate).toBe('2026-03-09')
    const missing = { bookingDates: { startDate: '2026-03-06' }, responsibleId: world.cleo.id }
    expect((await world.ben.post(`/folders/${world.pond.id}/bookings`, missing)).status).toBe(400)
    const turned = { bookingDates: { startDate: '2026-03-06', finishDate: '2026-03-02' }, responsibleId: world.cleo.id }
    expect((await world.ben.post(`/folders/${world.pond.id}/bookings`, turned)).status).toBe(400)
  })
  test('without effort the whole of each working day is booked', async () => {
    const long = await book({ bookingDates: { startDate: '2026-03-06', finishDate: '2026-03-10' } })
    expect(long.effortAllocation).toMatchObject({ mode: 'FullTime', totalEffort: 1440 })
    expect(long.effortAllocation.responsibleAllocation[0].userId).toBe(world.cleo.id)
    const weekend = { startDate: '2026-03-06', finishDate: '2026-03-10', workOnWeekends: true }
    expect((await book({ bookingDates: weekend })).effortAllocation.totalEffort).toBe(2400)
  })
  test('a total is spread evenly, a percentage is that of each day', async () => {
    expect(minutes(await book({ effortAllocation: { mode: 'Basic', totalEffort: 303 } }))).toEqual([61, 61, 61, 60, 60])
    const half = await book({ effortAllocation: { mode: 'Basic', dailyAllocationPercentage: 50 } })
    expect(half.effortAllocation.totalEffort).toBe(1200)
    expect((await book({ effortAllocation: { mode: 'None' } })).effortAllocation).toEqual({ mode: 'None' })
  })
  test('days may be said one by one, within the booking, for the one who is booked', async () => {
    const days = (date: string, userId = world.cleo.id) => ({
      effortAllocation: {
        mode: 'Flexible',
        responsibleAllocation: [{ userId, dailyAllocation: [{ date, effortMinutes: 90 }] }],
      },
    })
    expect((await book(days('2026-03-03'))).effortAllocation.totalEffort).toBe(90)
    const wrong = async (parameters: object) =>
      (
        await world.ben.post(`/folders/${world.pond.id}/bookings`, {
          bookingDates: week,
          responsibleId: world.cleo.id,
          ...parameters,
        })
      ).status
    expect(await wrong(days('2026-03-09'))).toBe(400)
    expect(await wrong(days('2026-03-03', world.ben.id))).toBe(400)
  })
  test('new dates spread the effort anew', async () => {
    const booking = await book({ effortAllocation: { mode: 'Basic', totalEffort: 300 } })
    const dates = { startDate: '2026-03-02', finishDate: '2026-03-03' }
    expect(minutes((await world.ben.put(`/bookings/${booking.id}`, { bookingDates: dates })).body.data[0])).toEqual([
      150, 150,
    ])
  })
})

describe('lists', () => {
  test('find by place, days and people; a deleted booking is gone', async () => {
    const hall = await world.folder({ title: 'Hall', project: {} })
    const shed = await world.folder({ in: hall, title: 'Shed' })
    const [inHall, inShed] = [await book({ responsibleId: world.ben.id }, hall), await book({}, shed)]
    const list = async (parameters: Record<string, unknown> = {}) =>
      (await world.cleo.get(`/folders/${hall.id}/bookings`, parameters)).body.data.map((one: Data) => one.title)
    expect(inHall.folderId).toBe(hall.id)
    expect(await list()).toEqual(['Hall'])
    expect(await list({ showDescendants: true })).toEqual(['Hall', 'Shed'])
    expect(await list({ showDescendants: true, responsibleIds: [world.cleo.id] })).toEqual(['Shed'])
    expect(await list({ startDate: '2026-03-06', finishDate: '2026-03-31' })).toEqual(['Hall'])
    expect(await list({ startDate: '2026-03-07' })).toEqual([])
    expect(await list({ finishDate: '2026-03-01' })).toEqual([])
    expect((await world.ben.delete(`/bookings/${inHall.id}`)).body.data).toEqual([inHall])
    expect((await world.ben.get(`/bookings/${inHall.id}`)).status).toBe(404)
    await world.anna.delete(`/folders/${shed.id}`)
    expect(await list({ showDescendants: true })).toEqual([])
    expect((await world.ben.put(`/bookings/${inShed.id}`, { bookingDates: week })).body.error).toBe('not_allowed')
  })
})

test('the days of a booking are the work days of who is booked, without leave', async () => {
  const person = await world.person('Pia')
  const leave = { userId: person.id, fromDate: '2026-03-03', toDate: '2026-03-03', exclusionType: 'VacationPTO' }
  await world.anna.post('/user_schedule_exclusions', leave)
  const book = async (responsibleId: string) => {
    const bookingDates = { startDate: '2026-03-02', duration: 960 }
    const { body } = await world.anna.post(`/folders/${world.pond.id}/bookings`, { responsibleId, bookingDates })
    const { dailyAllocation } = body.data[0].effortAllocation.responsibleAllocation[0]
    return dailyAllocation.map((day: { date: string }) => day.date)
  }
  expect(await book(person.id)).toEqual(['2026-03-02', '2026-03-04'])
  expect(await book(world.dan.id)).toEqual(['2026-03-02', '2026-03-03'])
})

test('a booking of a century tells its effort, but not of each day', async () => {
  const bookingDates = { startDate: '1970-01-01', finishDate: '2099-12-31' }
  const { mode, totalEffort, ...more } = (await book({ bookingDates })).effortAllocation
  expect({ mode, more }).toEqual({ mode: 'FullTime', more: {} })
  expect(totalEffort).toBeGreaterThan(33_000 * 480)
  const basic = { mode: 'Basic', totalEffort: 600 }
  expect((await book({ bookingDates, effortAllocation: basic })).effortAllocation).toEqual(basic)
})
