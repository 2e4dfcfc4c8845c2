import { afterAll, beforeAll, expect, test } from 'vitest'
import { type People, startPeople } from '#testing/people.ts'

let people: People
beforeAll(async () => {
  people = await startPeople()
})
afterAll(() => people.close())

test('the built-in types; the default, a regular user, has the highest number', async () => {
  const { body } = await people.anna.get('/user_types')
  expect(body.kind).toBe('userTypes')
  const regular = body.data.find((type) => type.title === 'Regular User')
  expect(regular.id).toMatch(/NH777777$/)
  expect(new Set(body.data.map((type) => type.id)).size).toBe(body.data.length)
})

test('each but the owner’s may be given to a user, and shows as its type', async () => {
  const ben = await people.person('Ben')
  for (const { id, title } of (await people.anna.get('/user_types')).body.data) {
    const { status, body } = await people.anna.put(`/users/${ben.id}`, { userTypeId: id })
    if (title === 'Owner') expect(body.error).toBe('not_allowed')
    else expect({ status, type: body.data[0].userTypeId }).toEqual({ status: 200, type: id })
  }
})

test('the list is part of plans from Enterprise on', async () => {
  await people.plan('Business')
  expect((await people.anna.get('/user_types')).body.error).toBe('not_allowed')
  await people.plan('Enterprise')
  expect((await people.anna.get('/user_types')).status).toBe(200)
  await people.plan('Pinnacle')
})
