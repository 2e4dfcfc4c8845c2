import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let una: Person
let path: string
beforeAll(async () => {
  world = await startWorld()
  una = await world.person('Una')
  const full = (await world.anna.get('/access_roles')).body.data.find((role: Data) => role.title === 'Full').id
  await world.anna.put(`/folders/${world.pond.id}`, { addAccessRoles: { [una.id]: full } })
  await world.anna.put('/hourly_rates', { rates: [{ rateSubjectId: world.ben.id, rateType: 'Bill', rateValue: 50 }] })
  path = `/folders/${world.pond.id}/hourly_rates`
})
afterAll(() => world.close())

const rate = (rateValue: number, who = world.ben) => ({ rateSubjectId: who.id, rateType: 'Bill', rateValue })
const team = async (who: Person) => (await who.get(path)).body.data
const ratesOf = async (who: Person, of: Person) => (await team(who)).find((one: Data) => one.rateSubjectId === of.id)

describe('rates of a project', () => {
  test('are for account admins who see it and for the role Full', async () => {
    expect((await world.ben.get(path)).body.error).toBe('access_forbidden')
    expect((await world.ben.put(path, { rates: [rate(1)] })).body.error).toBe('access_forbidden')
    expect((await world.dan.get(path)).body.error).toBe('access_forbidden')
    expect((await una.get(path)).status).toBe(200)
  })
  test('are those of who works in it', async () => {
    await world.task({ responsibles: [world.ben.id] })
    expect(await ratesOf(world.anna, world.ben)).toEqual({
      rateSubjectId: world.ben.id,
      rateSubjectType: 'User',
      billRate: { rateScope: 'Account', rateSource: 'User', rateValue: 50 },
    })
  })
  test('of the account stay hidden from the role Full', async () => {
    expect(await ratesOf(una, world.ben)).toEqual({ rateSubjectId: world.ben.id, rateSubjectType: 'User' })
    const { body } = await una.put(path, { rates: [rate(60)] })
    expect(body.data).toEqual([
      {
        rateSubjectId: world.ben.id,
        rateSubjectType: 'User',
        billRate: { rateScope: 'Project', rateSource: 'User', rateValue: 60 },
      },
    ])
    expect((await ratesOf(una, world.ben)).billRate.rateValue).toBe(60)
    const account = (await world.anna.get(`/contacts/${world.ben.id}/hourly_rates`)).body.data[0]
    expect(account.billRate.rateValue).toBe(50)
  })
  test('are over for who is taken out of the team, until one has a rate again', async () => {
    const members = `/folders/${world.pond.id}/project_team_members`
    const rateSubjects = [world.ben.id]
    expect((await world.ben.delete(members, { rateSubjects })).body.error).toBe('access_forbidden')
    expect((await una.delete(members, { rateSubjects: [world.dig.id] })).status).toBe(400)
    expect((await una.delete(members, { rateSubjects })).body.data).toEqual([])
    expect(await ratesOf(world.anna, world.ben)).toBeUndefined()
    await una.put(path, { rates: [rate(70)] })
    expect((await ratesOf(una, world.ben)).billRate.rateValue).toBe(70)
  })
})
