import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data, Parameters } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const create = (parameters: Parameters, folder: Data = world.pond) =>
  world.anna.post(`/folders/${folder.id}/tasks`, parameters)
const created = async (parameters: Parameters, folder?: Data): Promise<Data> => {
  const { status, body } = await create({ title: 'New', ...parameters }, folder)
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data[0]
}
const refused = async (parameters: Parameters, folder?: Data) => {
  const { status, body } = await create({ title: 'New', ...parameters }, folder)
  return { status, error: body.error }
}
const allTitles = async () =>
  (await world.anna.get('/tasks', { subTasks: true })).body.data.map((task: Data) => task.title).sort()

describe('a task is refused', () => {
  test('with a title that is empty, blank or longer than 1,000 signs', async () => {
    for (const title of ['', '  \n ', 'x'.repeat(1001)])
      expect(await refused({ title })).toEqual({ status: 400, error: 'invalid_parameter' })
  })
  test('in the recycle bin, as folder or as further parent', async () => {
    expect(await refused({}, { id: world.bin })).toEqual({ status: 403, error: 'not_allowed' })
    expect(await refused({ parents: [world.bin] })).toEqual({ status: 403, error: 'not_allowed' })
  })
  test('in a folder that is in the recycle bin', async () => {
    const gone = await world.folder({ title: 'Gone' })
    await world.anna.delete(`/folders/${gone.id}`)
    expect(await refused({}, gone)).toEqual({ status: 403, error: 'not_allowed' })
  })
  test('inside a task that is in the recycle bin', async () => {
    const gone = await world.task({ title: 'Gone' })
    await world.anna.delete(`/tasks/${gone.id}`)
    expect(await refused({ superTasks: [gone.id] }, { id: world.root })).toEqual({ status: 403, error: 'not_allowed' })
  })
  test('for parts that do not exist, and nothing is left of it', async () => {
    const before = await allTitles()
    const unknown = (type: 'Folder' | 'Task' | 'Contact' | 'CustomStatus' | 'CustomField') =>
      encodeId(type, world.accountId, 900_000_009)
    const parts: Parameters[] = [
      { parents: [unknown('Folder')] },
      { superTasks: [unknown('Task')] },
      { priorityAfter: unknown('Task') },
      { responsibles: [unknown('Contact')] },
      { shareds: [unknown('Contact')] },
      { followers: [unknown('Contact')] },
      { customStatus: unknown('CustomStatus') },
      { customFields: [{ id: unknown('CustomField'), value: 'x' }] },
    ]
    for (const part of parts)
      expect({ part, ...(await refused(part)) }).toEqual({ part, status: 404, error: 'resource_not_found' })
    expect(await allTitles()).toEqual(before)
  })
  test('for more than 100 entries of metadata or custom fields', async () => {
    const metadata = Array.from({ length: 101 }, (_, n) => ({ key: `k${n}`, value: 'x' }))
    expect(await refused({ metadata })).toEqual({ status: 400, error: 'invalid_parameter' })
    const field = (await world.anna.post('/customfields', { title: 'F', type: 'Text' })).body.data[0]
    const customFields = Array.from({ length: 101 }, () => ({ id: field.id, value: 'x' }))
    expect(await refused({ customFields })).toEqual({ status: 400, error: 'invalid_parameter' })
  })
  test('with a group as the one who does it', async () => {
    const group = (await world.anna.post('/groups', { title: 'Gardeners' })).body.data[0]
    expect(await refused({ responsibles: [group.id] })).toEqual({ status: 404, error: 'resource_not_found' })
  })
})

describe('a new task', () => {
  test('has a title without blanks around it, and defaults for all else', async () => {
    const task = await created({ title: '  Rake  ' })
    expect(task).toMatchObject({
      title: 'Rake',
      accountId: world.account,
      status: 'Active',
      importance: 'Normal',
      dates: { type: 'Backlog' },
      scope: 'WsTask',
      description: '',
      briefDescription: '',
      authorIds: [world.anna.id],
      parentIds: [world.pond.id],
      superParentIds: [],
      superTaskIds: [],
      subTaskIds: [],
      dependencyIds: [],
      responsibleIds: [],
      followerIds: [world.anna.id],
      followedByMe: true,
      metadata: [],
      customFields: [],
      hasAttachments: false,
    })
    expect(task.permalink).toMatch(/\/open\.htm\?id=\d+$/)
    expect(task.createdDate).toBe(task.updatedDate)
    for (const absent of ['completedDate', 'billingType', 'effortAllocation', 'recurrent', 'attachmentCount'])
      expect(task).not.toHaveProperty(absent)
  })
  test('is what by-id reads show of it afterwards', async () => {
    const task = await created({ description: 'Deep <b>water</b>', dates: { start: '2026-03-02', due: '2026-03-04' } })
    expect((await world.anna.get(`/tasks/${task.id}`)).body.data).toEqual([task])
  })
  test('keeps harmless markup of its description and shows it short and plain', async () => {
    const task = await created({ description: 'Deep <b>water</b><script>alert(1)</script>' })
    expect(task).toMatchObject({ description: 'Deep <b>water</b>', briefDescription: 'Deep water' })
  })
  test('lies in the folder of the path and in all its parents, each once', async () => {
    const shed = await world.folder({ title: 'Shed' })
    const task = await created({ parents: [shed.id, world.pond.id, shed.id] })
    expect([...task.parentIds].sort()).toEqual([world.pond.id, shed.id].sort())
  })
  test('at the root belongs to the root of its author alone', async () => {
    const task = await created({}, { id: world.root })
    expect(task).toMatchObject({ parentIds: [world.root], sharedIds: [world.anna.id] })
    expect((await world.ben.get(`/tasks/${task.id}`)).body.error).toBe('access_forbidden')
  })
  test('only inside other tasks has no parents, but the folders of those', async () => {
    const task = await created({ superTasks: [world.dig.id] }, { id: world.root })
    expect(task).toMatchObject({ parentIds: [], superTaskIds: [world.dig.id], superParentIds: [world.pond.id] })
    expect((await world.anna.get(`/tasks/${world.dig.id}`)).body.data[0].subTaskIds).toContain(task.id)
    expect((await world.cleo.get(`/tasks/${task.id}`)).status).toBe(200)
  })
  test('in a folder and inside a task is in both', async () => {
    const shed = await world.folder({ title: 'Shed' })
    const task = await created({ superTasks: [world.dig.id] }, shed)
    expect(task).toMatchObject({
      parentIds: [shed.id],
      superTaskIds: [world.dig.id],
      superParentIds: [world.pond.id],
    })
  })
  test('is shared with and followed by those it is assigned to', async () => {
    const task = await created({ responsibles: [world.dan.id] })
    expect(task.responsibleIds).toEqual([world.dan.id])
    expect(task.sharedIds).toContain(world.dan.id)
    expect([...task.followerIds].sort()).toEqual([world.anna.id, world.dan.id].sort())
    expect((await world.dan.get(`/tasks/${task.id}`)).status).toBe(200)
  })
  test('is shared with people and groups', async () => {
    const group = (await world.anna.post('/groups', { title: 'Diggers', members: [world.dan.id] })).body.data[0]
    const task = await created({ shareds: [group.id] })
    expect(task.sharedIds).toContain(group.id)
    expect((await world.dan.get(`/tasks/${task.id}`)).status).toBe(200)
  })
  test('is followed by those who are named, and by its author unless follow=false', async () => {
    expect((await created({ followers: [world.ben.id] })).followerIds).toEqual(
      expect.arrayContaining([world.ben.id, world.anna.id]),
    )
    expect(await created({ followers: [world.ben.id], follow: false })).toMatchObject({
      followerIds: [world.ben.id],
      followedByMe: false,
    })
  })
  test('names who is invited by the invitation, with withInvitations only', async () => {
    const invitation = (await world.anna.post('/invitations', { email: 'fay@example.com' })).body.data[0]
    const parts = { responsibles: [invitation.id], shareds: [invitation.id] }
    expect(await created(parts)).toMatchObject({ responsibleIds: [] })
    const task = await created({ ...parts, withInvitations: true })
    expect(task.responsibleIds).toEqual([invitation.id])
    expect(task.sharedIds).toContain(invitation.id)
  })
  test('comes last, or right before or after another', async () => {
    const [one, two] = [await created({ title: 'One' }), await created({ title: 'Two' })]
    expect(one.priority < two.priority).toBe(true)
    const between = await created({ title: 'Between', priorityAfter: one.id })
    const closer = await created({ title: 'Closer', priorityBefore: between.id })
    const order = [two, between, one, closer].sort((a, b) => (a.priority < b.priority ? -1 : 1))
    expect(order.map((task) => task.title)).toEqual(['One', 'Closer', 'Between', 'Two'])
  })
  test('brings optional members that are asked for, and refuses those that always come', async () => {
    const fields = [
      'effortAllocation',
      'billingType',
      'customItemTypeId',
      'responsiblePlaceholderIds',
      'workScheduleId',
    ]
    expect(await created({ fields, billingType: 'Billable' })).toMatchObject({
      effortAllocation: { mode: 'None' },
      billingType: 'Billable',
      responsiblePlaceholderIds: [],
    })
    for (const field of ['description', 'followerIds', 'attachmentCount', 'recurrent', 'title'])
      expect({ field, ...(await refused({ fields: [field] })) }).toEqual({
        field,
        status: 400,
        error: 'invalid_parameter',
      })
  })
  test('announces itself once', async () => {
    const task = await created({ title: 'Told', responsibles: [world.ben.id] })
    const { rows } = await world.store.pool.query(
      `select type from event where account_id = $1 and entity_type = 'task' and after ->> 'title' = 'Told'`,
      [world.accountId],
    )
    expect(rows.map((row) => row.type)).toEqual(['TaskCreated'])
    expect(task.id).toBeTruthy()
  })
})
