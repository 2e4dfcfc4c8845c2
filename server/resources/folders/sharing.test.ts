import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data } from '#testing/client.ts'
import { type People, type Person, startPeople } from '#testing/people.ts'

let people: People
let ben: Person
let cleo: Person
let space: Data
beforeAll(async () => {
  people = await startPeople()
  ben = await people.person('Ben')
  cleo = await people.person('Cleo')
  space = await made('/spaces', { accessType: 'Private', title: 'Garden' })
})
afterAll(() => people.close())

const made = async (path: string, parameters: Record<string, unknown>): Promise<Data> => {
  const { status, body } = await people.anna.post(path, parameters)
  if (status !== 200) throw new Error(`${status} ${body.errorDescription}`)
  return body.data[0]
}
const folder = (parent: Data, more: Record<string, unknown> = {}) =>
  made(`/folders/${parent.id}/folders`, { title: 'Folder', ...more })
const accessRole = (number: number) => encodeId('AccessRole', people.accountId, number)
const roles = { full: 0xffffffff, editor: 0xfffffffe, limited: 0xfffffffd, readOnly: 0xfffffffc }
const statusOf = async (who: Person, one: Data) => (await who.get(`/folders/${one.id}`)).status

describe('sharing', () => {
  test('a folder is shared with all below it, and taken away with all below it', async () => {
    const top = await folder(space)
    const below = await folder(await folder(top))
    expect(await statusOf(ben, below)).toBe(403)
    await people.anna.put(`/folders/${top.id}`, { addShareds: [ben.id] })
    const { body } = await ben.get(`/folders/${below.id}`)
    expect(body.data[0].sharedIds).toEqual([people.anna.id, ben.id])
    expect(body.data[0].parentIds).toHaveLength(1)
    await people.anna.put(`/folders/${top.id}`, { removeShareds: [ben.id] })
    expect(await statusOf(ben, below)).toBe(403)
  })

  test('what is inherited cannot be taken away below', async () => {
    const top = await folder(space, { shareds: [ben.id] })
    const below = await folder(top)
    expect((await people.anna.put(`/folders/${below.id}`, { removeShareds: [ben.id] })).status).toBe(200)
    expect(await statusOf(ben, below)).toBe(200)
  })

  test('a parent that is hidden is left out, and what hangs under nothing seen hangs under the root', async () => {
    const shared = await folder(await folder(space), { shareds: [cleo.id] })
    const { body } = await cleo.get(`/folders/${shared.id}`)
    expect(body.data[0].parentIds).toEqual([people.root])
    const tree = await cleo.get('/folders')
    expect(tree.body.data.find((entry: Data) => entry.id === people.root).childIds).toContain(shared.id)
  })

  test('roles permit what they say, the best of several counts', async () => {
    const place = await folder(space, {
      userAccessRoles: { [ben.id]: accessRole(roles.readOnly), [cleo.id]: accessRole(roles.editor) },
    })
    expect((await ben.put(`/folders/${place.id}`, { title: 'Mine' })).body.error).toBe('access_forbidden')
    expect((await ben.post(`/folders/${place.id}/folders`, { title: 'New' })).status).toBe(403)
    expect((await cleo.put(`/folders/${place.id}`, { title: 'Ours' })).status).toBe(200)
    expect((await cleo.delete(`/folders/${place.id}`)).status).toBe(403)
    expect((await cleo.put(`/folders/${place.id}`, { addShareds: [ben.id] })).status).toBe(403)
    const below = await folder(place, { userAccessRoles: { [ben.id]: accessRole(roles.full) } })
    expect((await ben.delete(`/folders/${below.id}`)).status).toBe(200)
    const read = await people.anna.get(`/folders/${place.id}`, { fields: ['accessRoles'] })
    expect(read.body.data[0].userAccessRoles).toMatchObject({
      [ben.id]: accessRole(roles.readOnly),
      [cleo.id]: accessRole(roles.editor),
    })
  })

  test('nobody changes the own role, and somebody with the role Full remains', async () => {
    const own = await made(`/folders/${people.root}/folders`, { title: 'Own' })
    const self = await people.anna.put(`/folders/${own.id}`, {
      addAccessRoles: { [people.anna.id]: accessRole(roles.readOnly) },
    })
    expect({ status: self.status, error: self.body.error }).toEqual({ status: 403, error: 'access_forbidden' })
    expect((await people.anna.put(`/folders/${own.id}`, { removeShareds: [people.anna.id] })).body.error).toBe(
      'not_allowed',
    )
    expect(await statusOf(people.anna, own)).toBe(200)
  })

  test('a contact of nobody, and an unknown role, are not found', async () => {
    for (const parameters of [{ addShareds: ['KUAAJXXX'] }, { addAccessRoles: { [ben.id]: accessRole(5) } }]) {
      const { status, body } = await people.anna.put(`/folders/${space.id}`, parameters)
      expect({ status, error: body.error }).toEqual({ status: 404, error: 'resource_not_found' })
    }
  })

  test('an external user creates folders, but shares nothing', async () => {
    const guest = await people.person('Gus', { role: 'external' })
    const place = await folder(space, { shareds: [guest.id] })
    expect((await guest.post(`/folders/${place.id}/folders`, { title: 'By a guest' })).status).toBe(200)
    expect((await guest.put(`/folders/${place.id}`, { addShareds: [people.anna.id] })).body.error).toBe('not_allowed')
  })
})

describe('parents', () => {
  test('a second parent adds its sharing, taking it away takes what only it gave', async () => {
    const bens = await folder(space, { shareds: [ben.id] })
    const one = await folder(space)
    await people.anna.put(`/folders/${one.id}`, { addParents: [bens.id] })
    expect(await statusOf(ben, one)).toBe(200)
    await people.anna.put(`/folders/${one.id}`, { removeParents: [bens.id] })
    expect(await statusOf(ben, one)).toBe(403)
  })

  test('a folder cannot lie below itself', async () => {
    const top = await folder(space)
    const below = await folder(await folder(top))
    for (const parent of [below.id, top.id]) {
      const { status, body } = await people.anna.put(`/folders/${top.id}`, { addParents: [parent] })
      expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_parameter' })
    }
  })

  test('the last parent stays, unless the root takes its place', async () => {
    const one = await folder(space)
    expect((await people.anna.put(`/folders/${one.id}`, { removeParents: [space.id] })).status).toBe(400)
    const { body } = await people.anna.put(`/folders/${one.id}`, {
      removeParents: [space.id],
      addParents: [people.root],
    })
    expect(body.data[0].parentIds).toEqual([people.root])
    expect((await people.anna.put(`/folders/${one.id}`, { removeParents: [people.root] })).body).toMatchObject({
      error: 'not_allowed',
      errorDescription: 'Operation is not allowed for logical folder',
    })
  })
})

describe('the recycle bin', () => {
  test('a folder takes along what lives nowhere else, and brings it back', async () => {
    const top = await folder(space)
    const below = await folder(top)
    const elsewhere = await folder(top)
    const other = await folder(space)
    await people.anna.put(`/folders/${elsewhere.id}`, { addParents: [other.id] })
    const { body } = await people.anna.delete(`/folders/${top.id}`)
    expect(body.data[0].scope).toBe('RbFolder')
    expect((await people.anna.get(`/folders/${below.id}`)).body.data[0].scope).toBe('RbFolder')
    expect((await people.anna.get(`/folders/${elsewhere.id}`)).body.data[0]).toMatchObject({
      scope: 'WsFolder',
      parentIds: [other.id],
    })
    expect((await people.anna.get('/folders', { deleted: true })).body.data.map((entry: Data) => entry.id)).toEqual(
      expect.arrayContaining([top.id, below.id]),
    )
    expect((await people.anna.put(`/folders/${below.id}`, { title: 'No' })).body.error).toBe('not_allowed')
    expect((await people.anna.delete(`/folders/${top.id}`)).status).toBe(200)
    await people.anna.put(`/folders/${top.id}`, { restore: true })
    expect((await people.anna.get(`/folders/${below.id}`)).body.data[0].scope).toBe('WsFolder')
    expect((await people.anna.get(`/folders/${elsewhere.id}`)).body.data[0].parentIds.sort()).toEqual(
      [top.id, other.id].sort(),
    )
  })

  test('a link from the bin gives no access meanwhile', async () => {
    const bens = await folder(space, { shareds: [ben.id] })
    const one = await folder(space)
    await people.anna.put(`/folders/${one.id}`, { addParents: [bens.id] })
    await people.anna.delete(`/folders/${bens.id}`)
    expect(await statusOf(ben, one)).toBe(403)
    await people.anna.put(`/folders/${bens.id}`, { restore: true })
    expect(await statusOf(ben, one)).toBe(200)
  })

  test('what went along can come back alone, under the root', async () => {
    const top = await folder(space)
    const below = await folder(await folder(top))
    await people.anna.delete(`/folders/${top.id}`)
    const { body } = await people.anna.put(`/folders/${below.id}`, { restore: true })
    expect(body.data[0]).toMatchObject({ scope: 'WsFolder', parentIds: [people.root] })
    expect((await people.anna.get(`/folders/${top.id}`)).body.data[0].scope).toBe('RbFolder')
  })
})
