import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const days = (...names: string[]) => names.map((dayOfWeek) => ({ dayOfWeek, isWorkDay: true }))
const schedule = async (more: Record<string, unknown> = {}): Promise<Data> => {
  const { body } = await world.anna.post('/workschedules', { title: 'Four', workweek: days('Mon', 'Tue'), ...more })
  return body.data[0]
}
const list = async () => (await world.anna.get('/workschedules', { fields: ['userIds'] })).body.data
const events = async (id: string) => {
  const { rows } = await world.store.pool.query(
    `select type, before, after from event where entity_type = 'work_schedule' and entity_id = $1 order by event_id`,
    [id],
  )
  return rows
}
const numberOf = async (title: string) =>
  (await world.store.pool.query('select work_schedule_id as id from work_schedule where title = $1', [title])).rows[0]
    .id

describe('refusals', () => {
  test('only admins write, everybody reads', async () => {
    for (const person of [world.ben, world.cleo, world.dan]) {
      const { status, body } = await person.post('/workschedules', { title: 'Mine', workweek: days('Mon') })
      expect({ status, error: body.error }).toEqual({ status: 403, error: 'not_allowed' })
      expect((await person.get('/workschedules')).status).toBe(200)
    }
  })
  test('a plan without own schedules reads the default one', async () => {
    await world.plan('Team')
    expect((await world.anna.post('/workschedules', { title: 'No', workweek: days('Mon') })).status).toBe(403)
    expect((await world.anna.get('/workschedules')).body.data[0].scheduleType).toBe('Default')
    await world.plan('Pinnacle')
  })
  test('the default schedule is not deleted', async () => {
    const [standard] = await list()
    const { status, body } = await world.anna.delete(`/workschedules/${standard.id}`)
    expect({ status, error: body.error }).toEqual({ status: 403, error: 'not_allowed' })
    expect((await list())[0].id).toBe(standard.id)
  })
  test('a week needs a work day, and names each day once', async () => {
    for (const workweek of [[], [{ dayOfWeek: 'Mon', isWorkDay: false }], [...days('Mon'), ...days('Mon')]]) {
      const { status, body } = await world.anna.post('/workschedules', { title: 'None', workweek })
      expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_parameter' })
    }
  })
  test('a day has 1,440 minutes', async () => {
    const { status } = await world.anna.post('/workschedules', {
      title: 'Long',
      workweek: days('Mon'),
      capacityMinutes: 1441,
    })
    expect(status).toBe(400)
  })
  test('groups and people of other accounts cannot be assigned', async () => {
    const { body } = await world.anna.get('/groups')
    for (const id of [body.data[0].id, world.eve.id]) {
      const answer = await world.anna.post('/workschedules', { title: 'X', workweek: days('Mon'), addUsers: [id] })
      expect({ status: answer.status, error: answer.body.error }).toEqual({ status: 404, error: 'resource_not_found' })
    }
  })
  test('nobody is added and removed at once', async () => {
    const { id } = await schedule()
    const both = { addUsers: [world.ben.id], removeUsers: [world.ben.id] }
    expect((await world.anna.put(`/workschedules/${id}`, both)).status).toBe(400)
  })
})

describe('the default schedule', () => {
  test('comes with the account and holds for everybody', async () => {
    const { body } = await world.eve.get('/workschedules', { fields: ['userIds'] })
    expect(body).toMatchObject({
      kind: 'workschedules',
      data: [
        {
          scheduleType: 'Default',
          title: 'Default',
          workweek: [{ workDays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], capacityMinutes: 480 }],
          userIds: [world.eve.id],
        },
      ],
    })
  })
  test('says which days the account works', async () => {
    const [{ id }] = (await world.eve.get('/workschedules')).body.data
    const workweek = [{ dayOfWeek: 'Fri', isWorkDay: false }, ...days('Sun')]
    await world.eve.put(`/workschedules/${id}`, { workweek })
    const { body } = await world.eve.get('/account')
    expect(body.data[0].workDays).toEqual(['Sun', 'Mon', 'Tue', 'Wed', 'Thu'])
  })
})

describe('own schedules', () => {
  test('are Custom, and show their users when asked', async () => {
    const { body } = await world.anna.post('/workschedules', {
      title: ' Short week ',
      workweek: [...days('Wed', 'Mon'), { dayOfWeek: 'Fri', isWorkDay: false }],
      capacityMinutes: 300,
      addUsers: [world.cleo.id],
      fields: ['userIds'],
    })
    expect(body.data).toEqual([
      {
        id: expect.any(String),
        scheduleType: 'Custom',
        title: 'Short week',
        workweek: [{ workDays: ['Mon', 'Wed'], capacityMinutes: 300 }],
        userIds: [world.cleo.id],
      },
    ])
    const [one] = (await world.anna.get(`/workschedules/${body.data[0].id}`)).body.data
    expect(one).not.toHaveProperty('userIds')
  })
  test('somebody works by one schedule at a time', async () => {
    const one = await schedule({ title: 'One', addUsers: [world.ben.id, world.dan.id] })
    const other = await schedule({ title: 'Other', addUsers: [world.ben.id] })
    const users = new Map((await list()).map((each: Data) => [each.id, each.userIds]))
    expect(users.get(one.id)).toEqual([world.dan.id])
    expect(users.get(other.id)).toEqual([world.ben.id])
    await world.anna.put(`/workschedules/${other.id}`, { removeUsers: [world.ben.id, world.dan.id] })
    const [standard] = await list()
    expect(standard.userIds).toContain(world.ben.id)
    expect(standard.userIds).not.toContain(world.dan.id)
    await world.anna.put(`/workschedules/${standard.id}`, { addUsers: [world.dan.id] })
    expect((await list())[0].userIds).toContain(world.dan.id)
  })
  test('only what is sent changes', async () => {
    const { id } = await schedule({ capacityMinutes: 240 })
    const { body } = await world.anna.put(`/workschedules/${id}`, { workweek: days('Sat') })
    expect(body.data[0]).toMatchObject({
      title: 'Four',
      workweek: [{ workDays: ['Mon', 'Tue', 'Sat'], capacityMinutes: 240 }],
    })
    const free = { dayOfWeek: 'Mon', isWorkDay: false }
    const after = await world.anna.put(`/workschedules/${id}`, { title: 'Two', workweek: [free], capacityMinutes: 60 })
    expect(after.body.data[0]).toMatchObject({
      title: 'Two',
      workweek: [{ workDays: ['Tue', 'Sat'], capacityMinutes: 60 }],
    })
  })
  test('a copy has the week, exceptions and capacity changes, not the users', async () => {
    const { id } = await schedule({ title: 'Model', addUsers: [world.dan.id], capacityMinutes: 100 })
    await world.anna.post(`/workschedules/${id}/workschedule_exclusions`, {
      fromDate: '2026-12-24',
      toDate: '2026-12-26',
      exclusionType: 'PublicHolidays',
    })
    const change = { dateRange: { start: '2026-07-01', end: '2026-07-31' }, capacityMinutes: 30 }
    await world.anna.post(`/workschedules/${id}/workschedule_capacity_change`, change)
    const { body } = await world.anna.post(`/workschedules/${id}/duplicate`, { title: 'Copy' })
    const copy = body.data[0]
    expect(copy).toMatchObject({
      scheduleType: 'Custom',
      title: 'Copy',
      workweek: [{ workDays: ['Mon', 'Tue'], capacityMinutes: 100 }],
    })
    expect((await list()).find((each: Data) => each.id === copy.id).userIds).toEqual([])
    const exclusions = await world.anna.get(`/workschedules/${copy.id}/workschedule_exclusions`)
    expect(exclusions.body.data).toMatchObject([{ fromDate: '2026-12-24', toDate: '2026-12-26', isWorkDays: false }])
    const changes = await world.anna.get(`/workschedules/${copy.id}/workschedule_capacity_change`)
    expect(changes.body.data).toMatchObject([{ workScheduleId: copy.id, startDate: '2026-07-01', capacityMinutes: 30 }])
  })
  test('deleting one gives its users back to the default', async () => {
    const { id } = await schedule({ addUsers: [world.ben.id] })
    const { body } = await world.anna.delete(`/workschedules/${id}`)
    expect(body.data[0]).toMatchObject({ id, title: 'Four' })
    expect((await list())[0].userIds).toContain(world.ben.id)
    expect((await world.anna.get(`/workschedules/${id}`)).status).toBe(404)
  })
  test('contacts tell the schedule that holds for them', async () => {
    const { id } = await schedule({ addUsers: [world.cleo.id] })
    const { body } = await world.anna.get(`/contacts/${world.cleo.id},${world.ben.id}`, { fields: ['workScheduleId'] })
    expect(body.data.map((contact) => contact.workScheduleId)).toEqual([id, (await list())[0].id])
    const groups = await world.anna.get('/contacts', { types: ['Group'], fields: ['workScheduleId'] })
    expect(groups.body.data[0]).not.toHaveProperty('workScheduleId')
  })
  test('each change is an event that says what was and is', async () => {
    const { id } = await schedule({ title: 'Told', addUsers: [world.ben.id] })
    const number = await numberOf('Told')
    await world.anna.put(`/workschedules/${id}`, { capacityMinutes: 60, removeUsers: [world.ben.id] })
    await world.anna.put(`/workschedules/${id}`, { capacityMinutes: 60 })
    await world.anna.delete(`/workschedules/${id}`)
    const week = { title: 'Told', workDays: ['Mon', 'Tue'] }
    expect(await events(number)).toEqual([
      {
        type: 'WorkScheduleCreated',
        before: null,
        after: { ...week, capacityMinutes: 480, addedUsers: [world.ben.personId] },
      },
      {
        type: 'WorkScheduleChanged',
        before: { ...week, capacityMinutes: 480 },
        after: { ...week, capacityMinutes: 60, addedUsers: [], removedUsers: [world.ben.personId] },
      },
      { type: 'WorkScheduleDeleted', before: { ...week, capacityMinutes: 60 }, after: null },
    ])
  })
})
