import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let standard: string
beforeEach(async () => {
  await world?.close()
  world = await startWorld()
  standard = (await world.anna.get('/workschedules')).body.data[0].id
})
afterAll(() => world.close())

/** From Thursday for two days: done on Friday. */
const task = (more: Record<string, unknown> = {}): Promise<Data> =>
  world.task({ dates: { start: '2026-03-05', duration: 960 }, ...more })
const dueOf = async ({ id }: Data): Promise<string> =>
  (await world.anna.get(`/tasks/${id}`)).body.data[0].dates.due.slice(0, 10)
const except = async (fromDate: string, toDate: string, exclusionType = 'PublicHolidays'): Promise<string> => {
  const sent = { fromDate, toDate, exclusionType }
  return (await world.anna.post(`/workschedules/${standard}/workschedule_exclusions`, sent)).body.data[0].id
}
const workDay = (dayOfWeek: string, isWorkDay = true) => ({ dayOfWeek, isWorkDay })
const [friday, saturday, monday] = ['2026-03-06', '2026-03-07', '2026-03-09']

describe('an exception', () => {
  test('leaves tasks of other days, closed ones, milestones and those in the bin alone', async () => {
    const early = await world.task({ dates: { start: '2026-03-02', due: '2026-03-04' } })
    const closed = await task({ status: 'Completed' })
    const milestone = await world.task({ dates: { type: 'Milestone', due: '2026-03-06' } })
    const binned = await task()
    await world.anna.delete(`/tasks/${binned.id}`)
    const { rows: before } = await world.store.pool.query('select task_id, version from task order by 1')
    await except(friday, friday)
    const { rows: after } = await world.store.pool.query('select task_id, version from task order by 1')
    expect(after).toEqual(before)
    expect(await Promise.all([early, closed, milestone].map(dueOf))).toEqual(['2026-03-04', friday, friday])
  })
  test('leaves tasks with a schedule of their own alone', async () => {
    const workweek = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].map((day) => workDay(day))
    const own = (await world.anna.post('/workschedules', { title: 'Own', workweek })).body.data[0]
    const [one, other] = [await task({ workScheduleId: own.id }), await task()]
    await except(friday, friday)
    expect(await Promise.all([one, other].map(dueOf))).toEqual([friday, monday])
  })
  test('frees tasks that are worked at on weekends too, and weekends are no matter to them', async () => {
    const one = await task({ dates: { start: '2026-03-05', duration: 960, workOnWeekends: true } })
    await except(friday, friday)
    expect(await dueOf(one)).toBe(saturday)
  })
  test('of additional work days lets work be done earlier', async () => {
    const one = await task({ dates: { start: '2026-03-05', duration: 1440 } })
    expect(await dueOf(one)).toBe(monday)
    const id = await except(saturday, saturday, 'AdditionalWorkDays')
    expect(await dueOf(one)).toBe(saturday)
    await world.anna.put(`/workschedule_exclusions/${id}`, { exclusionType: 'OtherEvent' })
    expect(await dueOf(one)).toBe(monday)
  })
  test('keeps a lag of working days, though no task lies over it', async () => {
    const [one, next] = [await task(), await world.task({ dates: { start: '2026-03-10', duration: 480 } })]
    const link = { successorId: next.id, relationType: 'FinishToStart', lagTime: 480 }
    await world.anna.post(`/tasks/${one.id}/dependencies`, link)
    const id = await except(monday, monday)
    expect(await dueOf(next)).toBe('2026-03-11')
    await world.anna.delete(`/workschedule_exclusions/${id}`)
    expect(await dueOf(next)).toBe('2026-03-10')
  })
  test('of all time gives tasks another duration, since no due date would do', async () => {
    const one = await task()
    await except('2026-03-06', '2099-12-31')
    const { dates } = (await world.anna.get(`/tasks/${one.id}`)).body.data[0]
    expect(dates).toMatchObject({ due: '2026-03-06T17:00:00', duration: 480 })
  })
  test('does nothing to another account', async () => {
    const { body } = await world.eve.post(`/folders/${await rootOf()}/tasks`, {
      title: 'Elsewhere',
      dates: { start: '2026-03-05', duration: 960 },
    })
    await except(friday, friday)
    expect((await world.eve.get(`/tasks/${body.data[0].id}`)).body.data[0].dates.due).toBe('2026-03-06T17:00:00')
  })
})

const rootOf = async () => (await world.eve.get('/account')).body.data[0].rootFolderId

describe('a schedule', () => {
  test('that gets another week gives its tasks other due dates, and back', async () => {
    const one = await task()
    await world.anna.put(`/workschedules/${standard}`, { workweek: [workDay('Fri', false)] })
    expect(await dueOf(one)).toBe(monday)
    await world.anna.put(`/workschedules/${standard}`, { workweek: [workDay('Fri')] })
    expect(await dueOf(one)).toBe(friday)
  })
  test('changes the tasks of those who are assigned to it, taken from it, or lose it', async () => {
    const one = await task({ responsibles: [world.ben.id] })
    const workweek = [workDay('Mon'), workDay('Thu')]
    const { id } = (await world.anna.post('/workschedules', { title: 'Two', workweek, addUsers: [world.ben.id] })).body
      .data[0]
    expect(await dueOf(one)).toBe(monday)
    await world.anna.put(`/workschedules/${id}`, { removeUsers: [world.ben.id] })
    expect(await dueOf(one)).toBe(friday)
    await world.anna.put(`/workschedules/${id}`, { addUsers: [world.ben.id] })
    expect(await dueOf(one)).toBe(monday)
    await world.anna.delete(`/workschedules/${id}`)
    expect(await dueOf(one)).toBe(friday)
  })
  test('that is deleted lets its tasks follow others', async () => {
    const { id } = (await world.anna.post('/workschedules', { title: 'T', workweek: [workDay('Thu')] })).body.data[0]
    const one = await task({ workScheduleId: id })
    expect(await dueOf(one)).toBe('2026-03-12')
    await world.anna.delete(`/workschedules/${id}`)
    expect(await dueOf(one)).toBe(friday)
    const { body } = await world.anna.get(`/tasks/${one.id}`, { fields: ['workScheduleId'] })
    expect(body.data[0]).not.toHaveProperty('workScheduleId')
  })
  test('with other minutes moves nothing', async () => {
    const one = await task()
    await world.anna.put(`/workschedules/${standard}`, { capacityMinutes: 240 })
    expect(await dueOf(one)).toBe(friday)
  })
})
