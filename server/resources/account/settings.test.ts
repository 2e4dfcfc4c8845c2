import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data } from '#testing/client.ts'
import { type People, startPeople } from '#testing/people.ts'
import { recordedBy } from '#testing/recorded.ts'

let people: People
beforeAll(async () => {
  people = await startPeople()
})
afterAll(() => people.close())

test('admins change name, format of dates and first day of the week, and the log says so', async () => {
  const ben = await people.person('Ben')
  const settings = { name: 'Acme Gardens', dateFormat: 'MM/dd/yyyy', firstDayOfWeek: 'Sun' }
  expect((await ben.put('/account', settings)).body.error).toBe('not_allowed')
  const events = await recordedBy(people, async () => {
    expect((await people.anna.put('/account', settings)).body.data[0]).toMatchObject(settings)
    expect((await people.anna.put('/account', settings)).status).toBe(200)
  })
  expect(events.map(({ type, before }) => ({ type, before }))).toEqual([
    { type: 'AccountChanged', before: { name: 'Acme', dateFormat: 'dd/MM/yyyy', firstDayOfWeek: 'Mon' } },
  ])
  expect((await ben.get('/account')).body.data[0]).toMatchObject(settings)
  const [record] = (await people.anna.get('/audit_log', { operations: ['AccountModified'] })).body.data
  expect(record.details).toMatchObject({ 'Old name': 'Acme', 'New name': 'Acme Gardens' })
})

test('the plan tells admins what the account has and uses', async () => {
  const regular = await people.person('Rita')
  await people.person('Xena', { role: 'external' })
  await people.anna.post('/invitations', { email: 'new@example.com' })
  expect((await regular.get('/account/plan')).body.error).toBe('not_allowed')
  await people.plan('Business')
  const [plan] = (await people.anna.get('/account/plan')).body.data
  await people.plan('Pinnacle')
  const seats = (number: number) =>
    plan.seats.find((one: Data) => one.userTypeId === encodeId('UserType', people.accountId, number))
  expect(plan).toMatchObject({ plan: 'Business', suspended: false, files: 0, fileBytes: 0 })
  expect(seats(0xfffffffe)).toMatchObject({ active: 1, inactive: 0, invited: 0 })
  expect(seats(0xffffffff).invited).toBe(1)
  const has = (name: string) => plan.features.find((one: Data) => one.name === name)
  expect(has('customWorkflows')).toMatchObject({ included: true, fromPlan: 'Business' })
  expect(has('auditLog')).toMatchObject({ included: false, fromPlan: 'Enterprise' })
})

test('roles and types of users name what they permit, when asked', async () => {
  const roles = (await people.anna.get('/access_roles', { fields: ['permissions'] })).body.data
  const permitted = Object.fromEntries(roles.map(({ title, permissions }: Data) => [title, permissions]))
  expect(permitted['Read Only']).toContain('read')
  expect(permitted['Read Only']).not.toContain('comment')
  expect(permitted.Editor).toContain('editTask')
  expect(permitted.Editor).not.toContain('share')
  const types = (await people.anna.get('/user_types', { fields: ['permissions'] })).body.data
  const allowed = Object.fromEntries(types.map(({ title, permissions }: Data) => [title, permissions]))
  expect(allowed.Collaborator).not.toContain('createTask')
  expect(allowed['Regular User']).toContain('invite')
  expect(allowed['Regular User']).not.toContain('manageUsers')
  expect((await people.anna.get('/access_roles')).body.data[0]).not.toHaveProperty('permissions')
})

test('categories of time are added, renamed, hidden and moved by admins', async () => {
  const regular = await people.person('Rolf')
  expect((await regular.post('/timelog_categories', { name: 'Travel' })).body.error).toBe('not_allowed')
  const [travel] = (await people.anna.post('/timelog_categories', { name: 'Travel' })).body.data
  expect(travel).toMatchObject({ name: 'Travel', hidden: false })
  const put = async (more: Record<string, unknown>) =>
    (await people.anna.put(`/timelog_categories/${travel.id}`, more)).body.data
  const [first, second] = await put({ name: 'Journeys', order: 0, hidden: true })
  expect(first).toMatchObject({ id: travel.id, name: 'Journeys', order: 0, hidden: true })
  expect(second.order).toBe(1)
  expect((await people.anna.get('/timelog_categories')).body.data[0].name).toBe('Journeys')
  expect((await put({ order: 99 })).at(-1).id).toBe(travel.id)
})
