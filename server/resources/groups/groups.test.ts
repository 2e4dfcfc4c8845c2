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

test('an external user sees in its groups nobody and no subgroup that it does not see elsewhere', async () => {
  const [gus, una] = [await people.person('Gus', { role: 'external' }), await people.person('Ulf')]
  const outer = await group({ title: 'Outside', members: [una.id] })
  const own = await group({ title: 'Own', parent: outer.id, members: [gus.id, una.id] })
  await group({ title: 'Secret', parent: own.id, members: [una.id] })
  const seen = async (id: string) => (await gus.get(`/groups/${id}`)).body.data?.[0]
  await expect.poll(() => seen(own.id)).toMatchObject({ memberIds: [gus.id], childIds: [], parentIds: [outer.id] })
  expect(await seen(outer.id)).toMatchObject({ memberIds: [], childIds: [own.id] })
  const asContact = async () => (await gus.get(`/contacts/${own.id}`)).body.data[0].memberIds
  expect(await asContact()).toEqual([gus.id])
  const space = await made('/spaces', { accessType: 'Private', title: 'Common' })
  await made(`/folders/${space.id}/folders`, { title: 'Common', shareds: [gus.id, una.id] })
  expect(await asContact()).toEqual([gus.id, una.id])
  expect(await seen(own.id)).toMatchObject({ memberIds: [gus.id, una.id], childIds: [] })
  expect((await people.anna.get(`/groups/${own.id}`)).body.data[0].childIds).toHaveLength(1)
})

test('the default group has all regular users, and nobody is added or taken away', async () => {
  const team = (await people.anna.get('/groups')).body.data.find((one: Data) => one.myTeam)
  for (const change of [{ addMembers: [ben.id] }, { removeMembers: [people.anna.id] }]) {
    expect((await people.anna.put(`/groups/${team.id}`, change)).body.error).toBe('not_allowed')
    expect((await people.anna.put('/groups_bulk', { members: [{ id: team.id, ...change }] })).body.error).toBe(
      'not_allowed',
    )
  }
  expect((await people.anna.put(`/groups/${team.id}`, { title: 'Everybody' })).body.data[0].title).toBe('Everybody')
})

test('two groups never become parents of one another, however they are sent', async () => {
  const [one, two] = [await group(), await group()]
  const sent = await Promise.all([
    people.anna.put(`/groups/${one.id}`, { parent: two.id }),
    people.anna.put(`/groups/${two.id}`, { parent: one.id }),
  ])
  expect(sent.map((answer) => answer.status).sort()).toEqual([200, 400])
})

test('at most 20 groups change in a call', async () => {
  const members = Array.from({ length: 21 }, () => ({ id: ben.id }))
  expect((await people.anna.put('/groups_bulk', { members })).body.errorDescription).toBe(
    "Parameter 'members' value is invalid",
  )
})
