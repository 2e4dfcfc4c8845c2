import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data, Parameters } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let made: Data[]
beforeAll(async () => {
  world = await startWorld()
  made = []
  for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) made.push(await world.task({ title }))
})
afterAll(() => world.close())

const read = async (parameters: Parameters = {}, who: Person = world.anna) => who.get('/audit_log', parameters)
const names = async (parameters: Parameters) =>
  (await read(parameters)).body.data.map((record: Data) => record.objectName)
const instant = (ms: number) => new Date(ms).toISOString().replace(/\.\d+Z/, 'Z')
const lately = () => ({ start: instant(Date.now() - 600_000) })

describe('refused', () => {
  test('to all but admins', async () => {
    const { status, body } = await read({}, world.ben)
    expect({ status, error: body.error }).toEqual({ status: 403, error: 'not_allowed' })
  })

  test('on plans below Enterprise', async () => {
    await world.plan('Business')
    expect((await read()).status).toBe(403)
    await world.plan('Enterprise')
    expect((await read()).status).toBe(200)
    await world.plan('Pinnacle')
  })

  test('are more than 10 users, more than 10 objects, and pages above 1,000', async () => {
    const users = Array.from({ length: 11 }, (_, at) => `KUAAAA${'ABCDEFGHIJK'[at]}A`)
    expect((await read({ users })).status).toBe(400)
    const objectIds = Array.from({ length: 11 }, (_, at) => `IEAA${at}`)
    const object = { eventDate: lately(), operations: ['TaskCreated'], objectType: 'Task' }
    expect((await read({ ...object, objectIds })).status).toBe(400)
    expect((await read({ ...object, objectIds: objectIds.slice(1) })).status).toBe(200)
    expect((await read({ pageSize: 1001 })).status).toBe(400)
  })

  test('are filters on objects without the filters they go with', async () => {
    const object = { eventDate: lately(), operations: ['TaskCreated'], objectType: 'Task', objectIds: [made[0].id] }
    for (const [without, missing] of [
      ['eventDate', 'eventDate'],
      ['operations', 'operations'],
      ['objectType', 'objectType'],
    ] as const) {
      const { body } = await read({ ...object, [without]: undefined })
      expect(body).toEqual({ error: 'parameter_required', errorDescription: `Parameter '${missing}' is required` })
    }
  })

  test('is a user of another account, and a range that ends before it starts', async () => {
    expect((await read({ users: [world.eve.id] })).body.error).toBe('resource_not_found')
    const eventDate = { start: '2026-03-02T00:00:00Z', end: '2026-03-01T00:00:00Z' }
    expect((await read({ eventDate })).body.error).toBe('invalid_parameter')
  })
})

describe('filters', () => {
  test('newest first', async () => {
    expect(await names({ operations: ['TaskCreated'], pageSize: 3 })).toEqual(['Five', 'Four', 'Three'])
  })

  test('by operations, merged in the order of the log', async () => {
    await world.anna.put(`/tasks/${made[0].id}`, { addResponsibles: [world.ben.id] })
    const { body } = await read({ operations: ['TaskCreated', 'TaskAssigned'], pageSize: 2 })
    expect(body.data.map((record: Data) => record.operation)).toEqual(['TaskAssigned', 'TaskCreated'])
    expect(body.responseSize).toBeGreaterThanOrEqual(7)
  })

  test('by users, also together with operations', async () => {
    await world.ben.put(`/tasks/${made[1].id}`, { addResponsibles: [world.cleo.id] })
    const users = [world.ben.id, world.dan.id]
    expect((await read({ users, operations: ['TaskAssigned'] })).body.data.map((one: Data) => one.userEmail)).toEqual([
      'ben@example.com',
    ])
    const all = (await read({ users })).body.data
    expect(new Set(all.map((one: Data) => one.userId))).toEqual(new Set(users))
    expect((await read({ users, operations: ['SpaceCreated'] })).body).toMatchObject({ data: [], responseSize: 0 })
  })

  test('by time: the start is inside, the end is not', async () => {
    const [first] = (await read({ operations: ['TaskCreated'], pageSize: 1 })).body.data
    const at = Date.parse(first.eventDate)
    const within = async (start: number, end: number) =>
      (await read({ operations: ['TaskCreated'], eventDate: { start: instant(start), end: instant(end) } })).body.data
        .length
    expect(await within(at, at + 1000)).toBeGreaterThan(0)
    expect(await within(at + 1000, at + 2000)).toBe(0)
    expect(await within(at - 86_400_000, at - 80_000_000)).toBe(0)
  })

  test('by objects', async () => {
    const object = { eventDate: lately(), operations: ['TaskCreated'], objectType: 'Task' }
    expect(await names({ ...object, objectIds: [made[2].id, made[3].id] })).toEqual(['Four', 'Three'])
    expect(await names({ ...object, objectType: 'Folder' })).toEqual([])
    expect(await names({ ...object, operations: ['TaskDeleted'], objectIds: [made[2].id] })).toEqual([])
    expect(await names({ ...object, users: [world.ben.id], objectIds: [made[2].id] })).toEqual([])
  })
})

describe('pages', () => {
  test('together are the whole, each record once, and the last has no token', async () => {
    const whole = (await read()).body.data.map((record: Data) => record.id)
    const seen: string[] = []
    let token: string | undefined
    do {
      const { body } = await read(token ? { nextPageToken: token } : { pageSize: 7 })
      expect(body.data.length).toBeLessThanOrEqual(7)
      expect(body.responseSize).toBe(whole.length)
      seen.push(...body.data.map((record: Data) => record.id))
      token = body.nextPageToken
    } while (token)
    expect(seen).toEqual(whole)
  })

  test('the token overrides what is sent beside it', async () => {
    const { nextPageToken } = (await read({ operations: ['TaskCreated'], pageSize: 1 })).body
    const beside = { operations: ['SpaceCreated'], users: [world.dan.id], pageSize: 50, nextPageToken }
    expect(await names(beside)).toEqual(['Four'])
  })

  test('a token of another admin is refused', async () => {
    const { nextPageToken } = (await read({ pageSize: 1 })).body
    const other = await world.person('Olga', { role: 'admin' })
    expect((await read({ nextPageToken }, other)).body.error).toBe('invalid_parameter')
  })
})

describe('the log', () => {
  test('holds nothing of another account', async () => {
    const { body } = await world.eve.get('/audit_log')
    expect(new Set(body.data.map((record: Data) => record.userEmail))).toEqual(new Set(['eve@example.com']))
  })

  test('cannot be changed or cut, not even in the database', async () => {
    const { pool } = world.store
    await expect(pool.query(`update audit_record set object_name = ''`)).rejects.toThrow('never changed or deleted')
    await expect(pool.query('delete from audit_record')).rejects.toThrow('never changed or deleted')
  })

  test('has the record of a change if and only if the change was made', async () => {
    const count = async () => (await read({ operations: ['TaskCreated'] })).body.responseSize
    const before = await count()
    const { status } = await world.anna.post(`/folders/${world.pond.id}/tasks`, {
      title: 'No',
      responsibles: [world.eve.id],
    })
    expect(status).toBe(404)
    expect(await count()).toBe(before)
  })

  test('names the event that a record comes from', async () => {
    const { rows } = await world.store.pool.query(`
      select r.operation, e.type, e.address, e.source from audit_record r
      join event e on e.account_id = r.account_id and e.event_id = r.event_id
      where r.operation = 'TaskCreated' order by r.audit_record_id desc limit 1`)
    expect(rows[0]).toEqual({ operation: 'TaskCreated', type: 'TaskCreated', address: '127.0.0.1', source: 'api' })
  })
})
