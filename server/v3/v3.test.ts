import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data } from '#testing/client.ts'
import { startV3World, type V3World } from '#testing/v3-world.ts'

let world: V3World
beforeAll(async () => {
  world = await startV3World()
})
afterAll(() => world.close())

const names = (rows: Data[]) => rows.map(({ title, name }) => title ?? name)

describe('a token of v3', () => {
  test('stands for its person in all accounts', async () => {
    const { body } = await world.v3.get('/accounts', { fields: ['subscription'] })
    expect(body.kind).toBe('accounts')
    expect(names(body.data)).toEqual(['Acme', 'Elsewhere'])
    expect(Object.keys(body.data[0]).sort()).toEqual(
      'createdDate dateFormat firstDayOfWeek id joinedDate name recycleBinId rootFolderId subscription workDays'.split(
        ' ',
      ),
    )
    expect(body.data[0].subscription).not.toHaveProperty('suspended')
  })
  test('on v4 stands for its account', async () => {
    const response = await fetch(`${world.url}/api/v4/account`, {
      headers: { authorization: `bearer ${world.v3.token}` },
    })
    expect(names(((await response.json()) as Data).data)).toEqual(['Acme'])
  })
})

test('a token of v4 works on v3, with one account', async () => {
  expect(names((await world.v3Acme.get('/accounts')).body.data)).toEqual(['Acme'])
  expect((await world.v3Acme.get(`/accounts/${world.elsewhere}/contacts`)).body.error).toBe('access_forbidden')
})

describe('accounts in paths', () => {
  test('choose one', async () => {
    expect(names((await world.v3.get(`/accounts/${world.elsewhere}/tasks`)).body.data)).toEqual(['Fly'])
    expect(names((await world.v3.get(`/accounts/${world.account}/tasks`)).body.data)).toEqual(['Dig'])
    expect(names((await world.v3.get('/tasks')).body.data).sort()).toEqual(['Dig', 'Fly'])
  })
  test('that are malformed or not of the caller are refused', async () => {
    expect((await world.v3.get('/accounts/nowhere/tasks')).body).toEqual({
      error: 'invalid_parameter',
      errorDescription: "Parameter 'accountId' value is invalid",
    })
    expect((await world.benV3.get(`/accounts/${world.elsewhere}`)).body.error).toBe('access_forbidden')
  })
  test('make what needs one', async () => {
    const group = await world.v3.post(`/accounts/${world.account}/groups`, { title: 'Frogs' })
    expect(group.body.data[0].title).toBe('Frogs')
    expect((await world.v3.get(`/groups/${group.body.data[0].id}`)).body.data[0].accountId).toBe(world.account)
    const folder = await world.v3.post(`/accounts/${world.account}/folders`, { title: 'At the root' })
    expect(folder.body.data[0]).toMatchObject({ title: 'At the root', accountId: world.account })
    const field = await world.v3.post(`/accounts/${world.account}/customfields`, { title: 'Price', type: 'Money' })
    expect(field.body.data[0].type).toBe('Currency')
  })
})

describe('ids', () => {
  test('of several accounts go in one call, and come in its order', async () => {
    const { body } = await world.v3.get(`/tasks/${world.away.task.id},${world.dig.id}`)
    expect(names(body.data)).toEqual(['Fly', 'Dig'])
    expect((await world.benV3.get(`/tasks/${world.away.task.id},${world.dig.id}`)).body.error).toBe(
      'resource_not_found',
    )
  })
  test('one that is nowhere fails the call', async () => {
    const unknown = encodeId('Task', world.accountId, 900_000_001)
    expect((await world.v3.get(`/tasks/${world.away.task.id},${unknown}`)).body.error).toBe('resource_not_found')
  })
  test('at most a hundred, and one where v3 takes one', async () => {
    const many = Array.from({ length: 101 }, (_, at) => encodeId('Task', world.accountId, 1000 + at)).join(',')
    expect((await world.v3.get(`/tasks/${many}`)).body.error).toBe('invalid_parameter')
    expect((await world.v3.put(`/tasks/${world.dig.id},${world.away.task.id}`, { title: 'x' })).body.error).toBe(
      'invalid_parameter',
    )
  })
})

describe('people', () => {
  test('are one row with a profile for each account', async () => {
    const { body } = await world.v3.get('/contacts', { me: true })
    expect(body.data).toHaveLength(1)
    expect(body.data[0]).toMatchObject({ id: world.anna.id, me: true })
    expect(body.data[0].profiles.map((profile: Data) => [profile.accountId, profile.owner])).toEqual([
      [world.account, true],
      [world.elsewhere, false],
    ])
    expect(body.data[0].profiles[0]).not.toHaveProperty('active')
  })
  test('by id are found in whichever account they are', async () => {
    const { body } = await world.v3.get(`/contacts/${world.eve.id},${world.ben.id}`)
    expect(body.data.map(({ id }) => id)).toEqual([world.eve.id, world.ben.id])
    const nobody = encodeId('Contact', world.accountId, 900_000_001)
    expect((await world.v3.get(`/contacts/${world.eve.id},${nobody}`)).body.error).toBe('resource_not_found')
  })
  test('are changed in the account that the profile names', async () => {
    const profile = { accountId: world.account, role: 'User', external: true }
    const { status, body } = await world.v3.put(`/users/${world.dan.id}`, { profile })
    expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
    expect(body.data[0].profiles[0].external).toBe(true)
  })
})

describe('what v3 does not have', () => {
  test('is no path of it', async () => {
    for (const path of [
      '/account',
      '/spaces',
      '/approvals',
      '/workschedules',
      '/audit_log',
      `/tasks/${world.dig.id}/tasks_history`,
    ])
      expect((await world.v3.get(path)).body.error, path).toBe('method_not_found')
  })
  test('is no parameter and no field of it', async () => {
    expect((await world.v3.get('/tasks', { billingTypes: ['Billable'] })).body.error).toBe('invalid_parameter')
    expect((await world.v3.get('/tasks', { fields: ['billingType'] })).body.error).toBe('invalid_parameter')
    expect(
      (
        await world.v3.post(`/tasks/${world.dig.id}/timelogs`, {
          hours: 1,
          trackedDate: '2026-03-02',
          comment: 'x',
          onBehalfOf: world.ben.id,
        })
      ).body.error,
    ).toBe('invalid_parameter')
  })
  test('is no member of its answers', async () => {
    const v4 = (await world.anna.get(`/folders/${world.pond.id}`)).body.data[0]
    const v3 = (await world.v3.get(`/folders/${world.pond.id}`)).body.data[0]
    expect(v4.project).toHaveProperty('customStatusId')
    expect(v3.project).not.toHaveProperty('customStatusId')
    expect(v3.project.status).toBe(v4.project.status)
  })
})

test('an unknown path without a token is 401', async () => {
  expect((await fetch(`${world.url}/api/v3/nowhere`)).status).toBe(401)
})

test('shareds filters tasks, on v3 only', async () => {
  const { body } = await world.v3.get('/tasks', { shareds: [world.ben.id] })
  expect(names(body.data)).toEqual(['Dig'])
  expect((await world.v3.get('/tasks', { shareds: [world.dan.id] })).body.data).toEqual([])
  expect((await world.anna.get('/tasks', { shareds: [world.ben.id] })).body.error).toBe('invalid_parameter')
})

test('a webhook of v3 reports events of tasks, and has no secret', async () => {
  const { body } = await world.v3.post(`/accounts/${world.account}/webhooks`, { hookUrl: 'https://example.org/v3' })
  expect(Object.keys(body.data[0])).toEqual(['id', 'accountId', 'hookUrl', 'status'])
  const { rows } = await world.store.pool.query('select event_types from webhook')
  expect(rows[0].event_types).toHaveLength(18)
  expect(
    (await world.v3.post(`/accounts/${world.account}/webhooks`, { hookUrl: 'https://example.org/v3', secret: 'x' }))
      .body.error,
  ).toBe('invalid_parameter')
})
