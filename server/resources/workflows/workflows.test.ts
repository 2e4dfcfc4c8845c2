import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import { type People, type Person, startPeople } from '#testing/people.ts'

let people: People
let anna: Person
beforeAll(async () => {
  people = await startPeople()
  anna = people.anna
})
afterAll(() => people.close())

const made = async (name: string) => (await anna.post('/workflows', { name })).body.data[0]

test('a regular user, and a plan without custom workflows, cannot make one', async () => {
  const regular = await people.person('Regular')
  expect((await regular.post('/workflows', { name: 'Mine' })).body.error).toBe('not_allowed')
  await people.plan('Team')
  const { status, body } = await anna.post('/workflows', { name: 'Mine' })
  await people.plan('Pinnacle')
  expect({ status, error: body.error }).toEqual({ status: 403, error: 'not_allowed' })
})

test('every account has the default workflow, under the ids clients know', async () => {
  const { body } = await anna.get('/workflows')
  const [standard] = body.data
  expect(standard).toMatchObject({ name: 'Default Workflow', standard: true, hidden: false })
  expect(standard.id).toBe(encodeId('Workflow', people.accountId, 2 ** 32 - people.accountId))
  expect(standard.customStatuses[0]).toEqual({
    id: encodeId('CustomStatus', people.accountId, 0),
    name: 'New',
    standardName: true,
    color: 'Blue',
    standard: true,
    group: 'Active',
    hidden: false,
  })
  expect(standard.customStatuses.map((status: { name: string }) => status.name)).toEqual([
    'New',
    'In Progress',
    'Completed',
    'On Hold',
    'Cancelled',
  ])
})

test('a new workflow has a status to begin and one to end with', async () => {
  const { body } = await anna.post('/workflows', { name: 'Beds', description: 'For beds' })
  const [workflow] = body.data
  expect(workflow).toMatchObject({ name: 'Beds', description: 'For beds', standard: false, hidden: false })
  expect(workflow.customStatuses.map(({ id: _id, ...status }: { id: string }) => status)).toEqual([
    { name: 'Active', standardName: false, color: 'Blue', standard: false, group: 'Active', hidden: false },
    { name: 'Completed', standardName: false, color: 'Green', standard: false, group: 'Completed', hidden: false },
  ])
  const listed = (await anna.get('/workflows')).body.data
  expect(listed.at(-1)).toEqual(workflow)
})

test('a status is added by its group and changed by its id', async () => {
  const workflow = await made('Ponds')
  const path = `/workflows/${workflow.id}`
  const added = await anna.put(path, { customStatus: { name: 'Filling', group: 'Active', color: 'Turquoise' } })
  const names = (answer: typeof added) => answer.body.data[0].customStatuses.map((each: { name: string }) => each.name)
  expect(names(added)).toEqual(['Active', 'Filling', 'Completed'])
  const { id } = added.body.data[0].customStatuses[1]
  const changed = await anna.put(path, { customStatus: { id, name: 'Full', hidden: true } })
  expect(changed.body.data[0].customStatuses[1]).toMatchObject({ id, name: 'Full', color: 'Turquoise', hidden: true })
})

test('a status needs either id or group, and a new one a name', async () => {
  const workflow = await made('Paths')
  const { id } = workflow.customStatuses[0]
  for (const customStatus of [{ id, group: 'Active' }, { name: 'Neither' }, { group: 'Active' }, {}]) {
    const { status, body } = await anna.put(`/workflows/${workflow.id}`, { customStatus })
    expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_parameter' })
  }
})

test('a status of another workflow is not found', async () => {
  const [one, other] = [await made('One'), await made('Other')]
  const { status } = await anna.put(`/workflows/${one.id}`, { customStatus: { id: other.customStatuses[0].id } })
  expect(status).toBe(404)
})

test('name, description and hidden change, and what is absent stays', async () => {
  const workflow = await made('Before')
  const { body } = await anna.put(`/workflows/${workflow.id}`, { name: 'After', hidden: true })
  expect(body.data[0]).toMatchObject({ name: 'After', hidden: true, customStatuses: workflow.customStatuses })
  expect((await anna.put(`/workflows/${workflow.id}`, { description: 'Text' })).body.data[0]).toMatchObject({
    name: 'After',
    description: 'Text',
  })
  expect((await anna.put(`/workflows/${workflow.id}`, { name: 'x'.repeat(129) })).status).toBe(400)
})

test('the default workflow is never hidden', async () => {
  const [standard] = (await anna.get('/workflows')).body.data
  const { status, body } = await anna.put(`/workflows/${standard.id}`, { hidden: true })
  expect({ status, error: body.error }).toEqual({ status: 403, error: 'not_allowed' })
})

test('the default workflow keeps a status of each group that is not hidden', async () => {
  const [standard] = (await anna.get('/workflows')).body.data
  const hide = async (name: string, hidden = true) => {
    const { id } = standard.customStatuses.find((status: { name: string }) => status.name === name)
    return (await anna.put(`/workflows/${standard.id}`, { customStatus: { id, hidden } })).body.error
  }
  expect(await hide('On Hold')).toBe('not_allowed')
  expect(await hide('In Progress')).toBeUndefined()
  expect(await hide('New')).toBe('not_allowed')
  expect(await hide('In Progress', false)).toBeUndefined()
})

test('a workflow of a space shows there and to those who see the space', async () => {
  const space = await people.store.pool.query<{ folder_id: number }>(
    'select folder_id from folder where account_id = $1 and author_id = $2 and is_space',
    [people.accountId, anna.personId],
  )
  const spaceNumber = space.rows[0]?.folder_id as number
  const spaceId = encodeId('Space', people.accountId, spaceNumber)
  const own = await made('Of a space')
  await people.store.pool.query('update workflow set space_id = $1 where name = $2', [spaceNumber, 'Of a space'])

  const find = async (who: Person, path: string) =>
    (await who.get(path)).body.data.find((workflow: { id: string }) => workflow.id === own.id)
  expect(await find(anna, `/spaces/${spaceId}/workflows`)).toMatchObject({ spaceId })
  expect(await find(anna, '/workflows')).toMatchObject({ spaceId })
  const other = await people.person('Other', { role: 'admin' })
  expect(await find(other, '/workflows')).toBeUndefined()
  expect((await other.get(`/spaces/${spaceId}/workflows`)).body.error).toBe('access_forbidden')
  expect((await other.put(`/workflows/${own.id}`, { name: 'Mine' })).body.error).toBe('access_forbidden')
})

test('usage comes only when asked for', async () => {
  const [plain] = (await anna.get('/workflows')).body.data
  expect(plain).not.toHaveProperty('dataUsageStatistics')
  const [standard] = (await anna.get('/workflows', { fields: ['dataUsageStatistics'] })).body.data
  expect(standard.dataUsageStatistics).toEqual({ tasks: 0 })
})
