import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { type People, type Person, startPeople } from '#testing/people.ts'

let people: People
let ben: Person
beforeAll(async () => {
  people = await startPeople()
  ben = await people.person('Ben', { role: 'external' })
})
afterAll(() => people.close())

const made = async (path: string, parameters: Record<string, unknown>): Promise<Data> => {
  const { status, body } = await people.anna.post(path, parameters)
  if (status !== 200) throw new Error(`${status} ${body.errorDescription}`)
  return body.data[0]
}
const group = (more: Record<string, unknown> = {}) => made('/groups', { title: 'Group', ...more })

test('only admins write groups, and the default group stays', async () => {
  const una = await people.person('Una')
  expect((await una.post('/groups', { title: 'Mine' })).body.error).toBe('not_allowed')
  const team = (await una.get('/groups')).body.data[0]
  expect(team).toMatchObject({ title: 'My Team', myTeam: true })
  expect((await people.anna.delete(`/groups/${team.id}`)).body.error).toBe('not_allowed')
})

test('what is shared with a group reaches members of its subgroups, and is lost at once', async () => {
  const outer = await group({ title: 'Outer' })
  const inner = await group({ title: 'Inner', parent: outer.id, members: [ben.id] })
  expect(inner).toMatchObject({ parentIds: [outer.id], memberIds: [ben.id], childIds: [] })
  const space = await made('/spaces', { accessType: 'Private', title: 'S' })
  const folder = await made(`/folders/${space.id}/folders`, { title: 'Shared', shareds: [outer.id] })
  const status = async () => (await ben.get(`/folders/${folder.id}`)).status
  await expect.poll(status).toBe(200)
  await people.anna.put(`/groups/${inner.id}`, { removeMembers: [ben.id] })
  await expect.poll(status).toBe(403)
  await people.anna.put('/groups_bulk', { members: [{ id: outer.id, addMembers: [ben.id] }] })
  await expect.poll(status).toBe(200)
  expect((await people.anna.delete(`/groups/${outer.id}`, { test: true })).status).toBe(200)
  expect((await people.anna.get(`/groups/${outer.id}`)).status).toBe(200)
  await people.anna.delete(`/groups/${outer.id}`)
  await expect.poll(status).toBe(403)
  expect((await people.anna.get(`/folders/${folder.id}`)).body.data[0].sharedIds).toEqual([people.anna.id])
})

test('a group cannot lie inside itself', async () => {
  const outer = await group()
  const inner = await group({ parent: outer.id })
  for (const parent of [inner.id, outer.id])
    expect((await people.anna.put(`/groups/${outer.id}`, { parent })).status).toBe(400)
})

test('pages take the token as pageToken and hold each group once', async () => {
  await group()
  const all = (await people.anna.get('/groups')).body.data.map((one: Data) => one.id)
  const seen: string[] = []
  let token: string | undefined
  do {
    const { body } = await people.anna.get('/groups', { pageSize: 2, ...(token ? { pageToken: token } : {}) })
    seen.push(...body.data.map((one: Data) => one.id))
    token = body.nextPageToken
  } while (token)
  expect(seen).toEqual(all)
  expect((await people.anna.get('/groups', { nextPageToken: 'x' })).status).toBe(400)
})

test('title, avatar and metadata change; members that are nobody are refused', async () => {
  const one = await group()
  const { body } = await people.anna.put(`/groups/${one.id}`, {
    title: 'Neu',
    avatar: { letters: 'NX', color: '#00ff00' },
    metadata: [{ key: 'a', value: 'b' }],
  })
  expect(body.data[0]).toMatchObject({ title: 'Neu', metadata: [{ key: 'a', value: 'b' }] })
  expect(body.data[0].avatarUrl).toContain('/avatars/00FF00/NX.svg')
  expect((await people.anna.get('/groups', { metadata: { key: 'a' } })).body.data).toHaveLength(1)
  expect((await people.anna.put(`/groups/${one.id}`, { addMembers: [one.id] })).status).toBe(404)
  expect((await people.anna.put(`/groups/${one.id}`, { addMembers: [ben.id], removeMembers: [ben.id] })).status).toBe(
    400,
  )
  expect((await people.anna.get(`/groups/${ben.id}`)).status).toBe(404)
})
