import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data } from '#testing/client.ts'
import { type People, startPeople } from '#testing/people.ts'

let people: People
let garden: Data
let pond: Data
let bed: Data
const made = async (path: string, parameters: Record<string, unknown>): Promise<Data> =>
  (await people.anna.post(path, parameters)).body.data[0]
beforeAll(async () => {
  people = await startPeople()
  garden = await made('/spaces', { accessType: 'Private', title: 'Garden' })
  pond = await made(`/folders/${garden.id}/folders`, {
    title: 'Pond 100%',
    description: '<b>Deep</b><script>alert(1)</script>',
    metadata: [{ key: 'depth', value: '2 m' }],
    project: {
      ownerIds: [people.anna.id],
      startDate: '2026-03-02',
      endDate: '2026-03-31',
      status: 'OnHold',
      contractType: 'Billable',
      budget: 100,
    },
  })
  bed = await made(`/folders/${pond.id}/folders`, { title: 'Bed' })
})
afterAll(() => people.close())

const query = (parameters: Record<string, unknown>, path = '/folders') => people.anna.get(path, parameters)
const titles = async (parameters: Record<string, unknown>, path = '/folders') => {
  const { status, body } = await query(parameters, path)
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data.map((folder: Data) => folder.title)
}

describe('the tree', () => {
  test('begins with the logical folders, and names children among its own entries', async () => {
    const { body } = await query({})
    expect(body.kind).toBe('folderTree')
    const ids = new Set(body.data.map((entry: Data) => entry.id))
    for (const entry of body.data) for (const child of entry.childIds) expect(ids).toContain(child)
    expect(body.data[0]).toMatchObject({ title: 'Root', scope: 'WsRoot', id: people.root })
    expect(body.data.find((entry: Data) => entry.id === people.bin)).toMatchObject({
      title: 'Recycle Bin',
      scope: 'RbRoot',
    })
    expect(body.data.find((entry: Data) => entry.id === garden.id)).toMatchObject({
      space: true,
      childIds: [pond.id],
      scope: 'WsFolder',
    })
    expect(body.data.find((entry: Data) => entry.id === pond.id).project).toMatchObject({
      status: 'OnHold',
      ownerIds: [people.anna.id],
    })
  })
  test('of a folder or a space begins with itself', async () => {
    expect(await titles({}, `/folders/${pond.id}/folders`)).toEqual(['Pond 100%', 'Bed'])
    expect(await titles({}, `/spaces/${garden.id}/folders`)).toEqual(['Garden', 'Pond 100%', 'Bed'])
    expect(await titles({ deleted: true })).toEqual(['Recycle Bin'])
  })
  test('comes whole: pages and fields belong to the list', async () => {
    expect((await query({ pageSize: 2 })).body.errorDescription).toBe("Parameter 'pageSize' value is invalid")
    expect((await query({ fields: ['metadata'] })).body.errorDescription).toBe("Parameter 'fields' value is invalid")
  })
  test('shows each caller what is shared with it', async () => {
    const dan = await people.person('Dan')
    expect((await dan.get('/folders')).body.data.map((entry: Data) => entry.title)).toEqual([
      'Root',
      'Personal',
      'Recycle Bin',
    ])
    expect((await dan.get(`/folders/${pond.id}/folders`)).status).toBe(403)
  })
})

describe('the list', () => {
  test('comes with descendants=false or a filter, without the logical folders', async () => {
    expect(await titles({ descendants: false })).toEqual(['Personal', 'Garden'])
    expect(await titles({ descendants: false }, `/folders/${garden.id}/folders`)).toEqual(['Pond 100%'])
    expect(await titles({ project: true })).toEqual(['Pond 100%'])
    expect(await titles({ project: false })).toEqual(['Personal', 'Garden', 'Bed'])
    expect((await query({ project: true })).body.kind).toBe('folders')
  })
  const found: [string, () => Record<string, unknown>, string[]][] = [
    ['title contains, with signs that mean something to SQL', () => ({ title: '100%' }), ['Pond 100%']],
    ['title in any case', () => ({ title: 'BED' }), ['Bed']],
    ['permalink', () => ({ permalink: pond.permalink }), ['Pond 100%']],
    ['permalink of nothing', () => ({ permalink: 'https://example.com/' }), []],
    ['metadata by key', () => ({ metadata: { key: 'depth' } }), ['Pond 100%']],
    ['metadata by key and value', () => ({ metadata: { key: 'depth', value: '3 m' } }), []],
    ['owners', () => ({ owners: [people.anna.id] }), ['Pond 100%']],
    ['authors', () => ({ authors: [people.anna.id], title: 'Bed' }), ['Bed']],
    ['start of a project, half open', () => ({ startDate: { start: '2026-03-02', end: '2026-03-03' } }), ['Pond 100%']],
    ['start of a project, outside', () => ({ startDate: { start: '2026-03-01', end: '2026-03-02' } }), []],
    ['end of a project, exactly', () => ({ endDate: { equal: '2026-03-31' } }), ['Pond 100%']],
    ['status', () => ({ customStatuses: [encodeId('CustomStatus', people.accountId, 2)] }), ['Pond 100%']],
    ['contract types', () => ({ contractTypes: ['Billable'] }), ['Pond 100%']],
    ['moment of change', () => ({ updatedDate: { start: '2020-01-01T00:00:00Z' }, title: 'Bed' }), ['Bed']],
    ['moment of change, before', () => ({ updatedDate: { end: '2020-01-01T00:00:00Z' } }), []],
  ]
  for (const [name, parameters, expected] of found)
    test(`by ${name}`, async () => expect(await titles(parameters())).toEqual(expected))

  test('brings optional members only when they are asked for', async () => {
    const plain = (await query({ project: true })).body.data[0]
    expect(plain).not.toHaveProperty('description')
    expect(plain).not.toHaveProperty('metadata')
    const { body } = await query({
      project: true,
      fields: ['description', 'briefDescription', 'metadata', 'contractType', 'attachmentCount', 'customColumnIds'],
    })
    expect(body.data[0]).toMatchObject({
      description: '<b>Deep</b>',
      briefDescription: 'Deep',
      metadata: [{ key: 'depth', value: '2 m' }],
      attachmentCount: 0,
      customColumnIds: [],
    })
    expect(body.data[0].project.contractType).toBe('Billable')
  })

  test('pages hold every folder once, while others come and go', async () => {
    const before = await titles({ descendants: true, project: false })
    const seen: string[] = []
    let token: string | undefined
    do {
      const { body } = await query({ project: false, pageSize: 1, ...(token ? { nextPageToken: token } : {}) })
      seen.push(...body.data.map((folder: Data) => folder.title))
      token = body.nextPageToken
      await made(`/folders/${garden.id}/folders`, { title: 'Late', project: {} })
    } while (token)
    expect(seen).toEqual(before)
  })

  test('a token is of its caller and its list alone', async () => {
    const { body } = await query({ project: false, pageSize: 1 })
    const dan = await people.person('Dora')
    for (const [who, token] of [
      [dan, body.nextPageToken],
      [people.anna, 'x.y'],
      [people.anna, `${body.nextPageToken}x`],
    ] as const) {
      const answer = await who.get('/folders', { project: false, nextPageToken: token as string })
      expect({ status: answer.status, error: answer.body.error }).toEqual({ status: 400, error: 'invalid_parameter' })
    }
  })
})

describe('by id', () => {
  test('the order is that of the request, and one bad id fails all', async () => {
    expect(
      (await query({}, `/folders/${bed.id},${pond.id},${bed.id}`)).body.data.map((folder: Data) => folder.title),
    ).toEqual(['Bed', 'Pond 100%'])
    const unknown = encodeId('Folder', people.accountId, 999_999)
    expect((await query({}, `/folders/${bed.id},${unknown}`)).status).toBe(404)
    expect((await query({}, `/folders/${bed.id},nonsense`)).status).toBe(400)
    expect((await query({}, `/folders/${people.root}`)).body.errorDescription).toBe(
      'Operation is not allowed for logical folder',
    )
  })
  test('another application does not see the metadata', async () => {
    const other = await people.withApplication(people.anna)
    expect((await other.get(`/folders/${pond.id}`)).body.data[0].metadata).toEqual([])
  })
  test('several are changed alike, all or none', async () => {
    const [one, other] = [
      await made(`/folders/${garden.id}/folders`, { title: 'One', project: {} }),
      await made(`/folders/${garden.id}/folders`, { title: 'Two' }),
    ]
    const { body } = await people.anna.put(`/folders/${other.id},${one.id}`, { project: { startDate: '2026-05-04' } })
    expect(body.data.map((folder: Data) => [folder.title, folder.project.startDate])).toEqual([
      ['Two', '2026-05-04'],
      ['One', '2026-05-04'],
    ])
    expect((await people.anna.put(`/folders/${one.id},${other.id}`, { title: 'Both' })).status).toBe(400)
    expect(
      (await people.anna.put(`/folders/${one.id},${other.id}`, { project: { endDate: '2026-05-01' } })).status,
    ).toBe(400)
    expect((await people.anna.get(`/folders/${one.id}`)).body.data[0].project).not.toHaveProperty('endDate')
  })
  test('null turns a project into a folder, and takes dates away', async () => {
    const one = await made(`/folders/${garden.id}/folders`, { title: 'One', project: { startDate: '2026-05-04' } })
    expect(
      (await people.anna.put(`/folders/${one.id}`, { project: { startDate: null } })).body.data[0].project,
    ).not.toHaveProperty('startDate')
    expect((await people.anna.put(`/folders/${one.id}`, { project: null })).body.data[0]).not.toHaveProperty('project')
  })
})
