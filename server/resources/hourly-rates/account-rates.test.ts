import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const set = (rates: Record<string, unknown>[], who = world.anna) => who.put('/hourly_rates', { rates })
const ofBen = async () => (await world.anna.get(`/contacts/${world.ben.id}/hourly_rates`)).body.data[0]

describe('rates of the account', () => {
  test('are read and set by admins alone', async () => {
    const rate = { rateSubjectId: world.ben.id, rateType: 'Bill', rateValue: 50 }
    for (const answer of [
      await set([rate], world.ben),
      await world.ben.get(`/contacts/${world.ben.id}/hourly_rates`),
      await world.ben.put(`/contacts/${world.ben.id}/hourly_rates_provision`, {
        userRates: [{ contact: world.ben.id, rateType: 'Bill', rateValue: 1, rateSource: 'User' }],
      }),
      await world.ben.put(`/contacts/${world.ben.id}`, { currentBillRate: { rateSource: 'User', rateValue: 1 } }),
      await world.ben.get(`/contacts/${world.ben.id}/contacts_history`, { fields: ['billRate'] }),
    ])
      expect({ status: answer.status, error: answer.body.error }).toEqual({ status: 403, error: 'not_allowed' })
    expect(await ofBen()).toEqual({ rateSubjectId: world.ben.id, rateSubjectType: 'User' })
  })
  test('are part of the plan Pinnacle', async () => {
    await world.plan('Enterprise')
    const rate = { rateSubjectId: world.ben.id, rateType: 'Bill', rateValue: 50 }
    expect((await set([rate])).body.error).toBe('not_allowed')
    expect((await world.anna.get(`/contacts/${world.ben.id}/hourly_rates`)).body.error).toBe('not_allowed')
    await world.plan('Pinnacle')
  })
  test('are set for users, and read back in every place', async () => {
    const { body } = await set([
      { rateSubjectId: world.ben.id, rateType: 'Bill', rateValue: 50 },
      { rateSubjectId: world.ben.id, rateType: 'cost', rateValue: 30.5 },
    ])
    const rates = {
      rateSubjectId: world.ben.id,
      rateSubjectType: 'User',
      billRate: { rateScope: 'Account', rateSource: 'User', rateValue: 50 },
      costRate: { rateScope: 'Account', rateSource: 'User', rateValue: 30.5 },
    }
    expect(body.data).toEqual([rates])
    expect(await ofBen()).toEqual(rates)
    const fields = { fields: ['currentBillRate', 'currentCostRate'] }
    const [contact] = (await world.anna.get(`/contacts/${world.ben.id}`, fields)).body.data
    expect(contact).toMatchObject({
      currentBillRate: { rateSource: 'User', rateValue: 50 },
      currentCostRate: { rateSource: 'User', rateValue: 30.5 },
    })
    for (const who of [world.ben, world.cleo]) {
      const [shown] = (await who.get(`/contacts/${world.ben.id}`, fields)).body.data
      expect(shown).not.toHaveProperty('currentBillRate')
      expect(shown).not.toHaveProperty('currentCostRate')
    }
  })
  test('come from the job role when it is the source, and follow a new job role unless they are own', async () => {
    const role = (await world.anna.post('/jobroles', { title: 'Diver' })).body.data[0]
    await set([{ rateSubjectId: role.id, rateType: 'Bill', rateValue: 80 }])
    const [ofRole] = (await world.anna.get(`/jobroles/${role.id}/hourly_rates`)).body.data
    expect(ofRole).toEqual({
      rateSubjectId: role.id,
      rateSubjectType: 'JobRole',
      billRate: { rateScope: 'Account', rateSource: 'JobRole', rateValue: 80 },
    })
    const fromRole = { rateSubjectId: world.cleo.id, rateType: 'Bill', rateSource: 'JobRole' }
    expect((await set([fromRole])).status).toBe(400)
    await world.anna.put(`/contacts/${world.cleo.id}`, { jobRoleId: role.id })
    await world.anna.put(`/contacts/${world.ben.id}`, { jobRoleId: role.id })
    const { body } = await world.anna.get(`/contacts/${world.cleo.id},${world.ben.id}/hourly_rates`)
    expect(body.data.map((one: Data) => one.billRate)).toEqual([
      { rateScope: 'Account', rateSource: 'JobRole' },
      { rateScope: 'Account', rateSource: 'User', rateValue: 50 },
    ])
  })
  test('of placeholders come from their job role or are their own', async () => {
    const role = (await world.anna.post('/jobroles', { title: 'Swimmer' })).body.data[0]
    const one = (await world.anna.post('/placeholders', { title: 'Some swimmer', jobRoleId: role.id })).body.data[0]
    const read = async () => (await world.anna.get(`/placeholders/${one.id}/hourly_rates`)).body.data[0].billRate
    expect(await read()).toEqual({ rateScope: 'Account', rateSource: 'JobRole' })
    await set([{ rateSubjectId: one.id, rateType: 'Bill', rateValue: 12 }])
    expect(await read()).toEqual({ rateScope: 'Account', rateSource: 'Placeholder', rateValue: 12 })
    expect((await world.ben.get(`/placeholders/${one.id}/hourly_rates`)).body.error).toBe('not_allowed')
  })
  test('are refused twice in a call, without a value, of nobody and of a wrong source', async () => {
    const rate = { rateSubjectId: world.ben.id, rateType: 'Bill' }
    expect(
      (
        await set([
          { ...rate, rateValue: 1 },
          { ...rate, rateValue: 2 },
        ])
      ).status,
    ).toBe(400)
    expect((await set([rate])).body.error).toBe('parameter_required')
    expect((await set([{ ...rate, rateValue: -1 }])).status).toBe(400)
    expect((await set([{ ...rate, rateSubjectId: world.dig.id, rateValue: 1 }])).status).toBe(400)
    expect((await set([{ ...rate, rateSource: 'Placeholder', rateValue: 1 }])).status).toBe(400)
    expect((await set([{ ...rate, rateSubjectId: world.eve.id, rateValue: 1 }])).status).toBe(404)
    expect((await ofBen()).billRate.rateValue).toBe(50)
  })
  test('are provisioned the older way, for contacts of the path', async () => {
    const entry = { contact: world.dan.id, rateType: 'Cost', rateValue: 20, rateSource: 'User' }
    const { body } = await world.anna.put(`/contacts/${world.dan.id}/hourly_rates_provision`, { userRates: [entry] })
    expect(body).toMatchObject({ kind: 'hourlyRatesProvision', data: [entry] })
    const other = await world.anna.put(`/contacts/${world.cleo.id}/hourly_rates_provision`, { userRates: [entry] })
    expect(other.status).toBe(400)
  })
  test('are not in the events of their changes', async () => {
    const { rows } = await world.store.pool.query(
      `select entity_type, before, after from event where type = 'HourlyRatesChanged' order by event_id limit 1`,
    )
    expect(rows).toEqual([{ entity_type: 'hourly_rate', before: null, after: { subjectType: 'User' } }])
  })
})

describe('the history of rates', () => {
  test('holds each rate with its time, for admins', async () => {
    const value = (rateValue: number) => ({ currentBillRate: { rateSource: 'User', rateValue } })
    await world.anna.put(`/contacts/${world.anna.id}`, value(10))
    await world.anna.put(`/contacts/${world.anna.id}`, value(10))
    await world.anna.put(`/contacts/${world.anna.id}`, value(20))
    const path = `/contacts/${world.anna.id}/contacts_history`
    const { body } = await world.anna.get(path, { fields: ['billRate', 'costRate'] })
    const item = (rateValue: number) => ({ rateSource: 'User', rateValue, startDate: expect.any(String) })
    expect(body).toMatchObject({ kind: 'contactsHistory' })
    expect(body.data).toEqual([
      {
        id: world.anna.id,
        billRateHistory: [{ ...item(10), endDate: expect.any(String) }, item(20)],
        costRateHistory: [],
      },
    ])
    expect((await world.anna.get(path)).body.data).toEqual([{ id: world.anna.id }])
    const later = { fields: ['billRate'], updatedDate: { start: '2099-01-01T00:00:00Z' } }
    expect((await world.anna.get(path, later)).body.data[0].billRateHistory).toEqual([])
  })
  test('shows what the job role was worth meanwhile', async () => {
    const role = (await world.anna.post('/jobroles', { title: 'Boatman' })).body.data[0]
    await world.anna.put(`/contacts/${world.dan.id}`, { jobRoleId: role.id })
    for (const rateValue of [5, 6]) await set([{ rateSubjectId: role.id, rateType: 'Bill', rateValue }])
    const { body } = await world.anna.get(`/contacts/${world.dan.id}/contacts_history`, { fields: ['billRate'] })
    expect(body.data[0].billRateHistory.map((item: Data) => [item.rateSource, item.rateValue])).toEqual([
      ['JobRole', 0],
      ['JobRole', 5],
      ['JobRole', 6],
    ])
  })
})
