import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { type People, startPeople } from '#testing/people.ts'

let people: People
beforeAll(async () => {
  people = await startPeople()
})
afterAll(() => people.close())

const invite = async (email: string, more: Record<string, unknown> = {}) =>
  people.anna.post('/invitations', { email, ...more })
const mails = async (to: string): Promise<{ subject: string; text: string }[]> =>
  (await people.store.pool.query('select * from outbox_mail where recipient = $1 order by 1', [to])).rows

test('an invitation goes out by mail, with its own words', async () => {
  const { body } = await invite('nina@example.com', { firstName: 'Nina', subject: 'Come', message: 'We dig a pond' })
  expect(body.data[0]).toMatchObject({
    email: 'nina@example.com',
    firstName: 'Nina',
    status: 'Pending',
    role: 'User',
    external: false,
    inviterUserId: people.anna.id,
  })
  const [mail] = await mails('nina@example.com')
  expect(mail?.subject).toBe('Come')
  expect(mail?.text).toContain('We dig a pond')
  expect(mail?.text).toMatch(/\/invitation\/\S+/)
  expect((await people.anna.get('/contacts', { name: 'Nina' })).body.data).toEqual([])
})

test('things are shared with the invitation, and shown when asked for', async () => {
  const invitation = (await invite('mia@example.com')).body.data[0]
  const space = (await people.anna.post('/spaces', { accessType: 'Private', title: 'S' })).body.data[0]
  const folder = (await people.anna.post(`/folders/${space.id}/folders`, { title: 'F', shareds: [invitation.id] })).body
    .data[0]
  expect(folder.sharedIds).toEqual([people.anna.id])
  const read = await people.anna.get(`/folders/${folder.id}`, { withInvitations: true })
  expect(read.body.data[0].sharedIds).toEqual([people.anna.id, invitation.id])
  const { body } = await people.anna.delete(`/invitations/${invitation.id}`)
  expect(body.data[0]).toMatchObject({ status: 'Cancelled' })
  expect((await people.anna.get(`/folders/${folder.id}`, { withInvitations: true })).body.data[0].sharedIds).toEqual([
    people.anna.id,
  ])
})

test('roles are told one way, and nobody is invited twice', async () => {
  const types: Data[] = (await people.anna.get('/user_types')).body.data
  const typeOf = (title: string) => types.find((type) => type.title === title).id
  expect((await invite('x@example.com', { role: 'Collaborator', external: true })).status).toBe(400)
  expect((await invite('x@example.com', { role: 'User', userTypeId: typeOf('Collaborator') })).status).toBe(400)
  expect((await invite('x@example.com', { userTypeId: typeOf('Owner') })).body.error).toBe('not_allowed')
  const one = (await invite('x@example.com', { userTypeId: typeOf('Collaborator') })).body.data[0]
  expect(one).toMatchObject({ role: 'Collaborator', userTypeId: typeOf('Collaborator') })
  expect((await invite('X@example.com')).status).toBe(400)
  expect((await invite('anna@example.com')).status).toBe(400)
  expect((await invite('no address')).body.errorDescription).toBe("Parameter 'email' value is invalid")
  const changed = await people.anna.put(`/invitations/${one.id}`, { role: 'User', external: true, resend: true })
  expect(changed.body.data[0]).toMatchObject({ role: 'User', external: true })
  expect(await mails('x@example.com')).toHaveLength(2)
  await people.anna.delete(`/invitations/${one.id}`)
  expect((await people.anna.put(`/invitations/${one.id}`, { role: 'User' })).body.error).toBe('not_allowed')
  expect((await invite('x@example.com')).status).toBe(200)
})

test('externals invite nobody, and small plans have no words of their own', async () => {
  const guest = await people.person('Gus', { role: 'external' })
  expect((await guest.post('/invitations', { email: 'y@example.com' })).body.error).toBe('not_allowed')
  await people.plan('Free')
  expect((await invite('z@example.com', { subject: 'Come' })).body.error).toBe('not_allowed')
  expect((await invite('z@example.com')).status).toBe(200)
  await people.plan('Pinnacle')
})

test('of the role of an invitation, what is not sent stays', async () => {
  const types: Data[] = (await people.anna.get('/user_types')).body.data
  const typeOf = (title: string) => types.find((type) => type.title === title).id
  const one = (await invite('role@example.com', { role: 'Collaborator' })).body.data[0]
  const change = async (more: Record<string, unknown>) => {
    const { body } = await people.anna.put(`/invitations/${one.id}`, more)
    return body.error ?? types.find((type) => type.id === body.data[0].userTypeId).title
  }
  expect(await change({ external: true })).toBe('invalid_parameter')
  expect(await change({ external: false })).toBe('Collaborator')
  expect(await change({ role: 'User' })).toBe('Regular User')
  expect(await change({ external: true })).toBe('External User')
  expect(await change({ role: 'User' })).toBe('External User')
  expect(await change({ external: false })).toBe('Regular User')
  expect(await change({ userTypeId: typeOf('Admin') })).toBe('Admin')
  expect(await change({ external: false })).toBe('Admin')
  expect(await change({ role: 'User', external: true })).toBe('External User')
})

test('externals and collaborators, who invite nobody, see no invitations', async () => {
  const own = async (role: 'external' | 'collaborator') =>
    (await (await people.person(`See-${role}`, { role })).get('/invitations')).body.data
  expect([await own('external'), await own('collaborator')]).toEqual([[], []])
  expect((await (await people.person('Rita')).get('/invitations')).body.data.length).toBeGreaterThan(0)
})
