import { afterAll, beforeAll, expect, test } from 'vitest'
import { type People, startPeople } from '#testing/people.ts'

let people: People
beforeAll(async () => {
  people = await startPeople()
})
afterAll(() => people.close())

test('every account starts with categories, in their order from 0', async () => {
  const { body } = await people.anna.get('/timelog_categories')
  expect(body.kind).toBe('timelogCategories')
  expect(body.data.map(({ name, order, hidden }) => ({ name, order, hidden }))).toEqual(
    ['Development', 'Design', 'Meeting', 'Administration', 'Other'].map((name, order) => ({
      name,
      order,
      hidden: false,
    })),
  )
})

test('they are the same for all its users, and no other account’s', async () => {
  const carl = await people.person('Carl', { role: 'collaborator' })
  const ofAnna = (await people.anna.get('/timelog_categories')).body.data
  expect((await carl.get('/timelog_categories')).body.data).toEqual(ofAnna)
  const ofEve = (await people.eve.get('/timelog_categories')).body.data
  expect(ofEve.map((one) => one.id)).not.toContain(ofAnna[0].id)
  expect((await people.eve.get(`/timelog_categories/${ofAnna[0].id}/timelogs`)).body.error).toBe('resource_not_found')
})
