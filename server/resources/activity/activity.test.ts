import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '#database/sql.ts'
import { ensurePartitions } from '#events/partitions.ts'
import type { Data } from '#testing/client.ts'
import { dot } from '#testing/planted.ts'
import { startWorld, type World } from '#testing/world.ts'
import { activityQuery } from './queries.ts'
import { typesOf } from './readings.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const history = async (path: string, who = world.anna, query: Record<string, unknown> = {}): Promise<Data[]> => {
  const { status, body } = await who.get(`${path}/activity`, query)
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data
}
const done = async (call: Promise<{ status: number; body: { data: Data[]; errorDescription?: string } }>) => {
  const { status, body } = await call
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data[0] as Data
}
const dates = { start: '2026-03-02', due: '2026-03-03' }
const acts = (list: Data[]) => list.map(({ act }) => act)

describe('the history of a task', () => {
  test('tells who changed what, from what to what, newest first', async () => {
    const task = await world.task({ title: 'Rake', dates: { start: '2026-03-02', due: '2026-03-03' } })
    const { customStatuses } = (await world.anna.get('/workflows')).body.data[0]
    const completed = customStatuses.find((status: Data) => status.group === 'Completed')
    await done(world.ben.put(`/tasks/${task.id}`, { title: 'Rake the leaves', customStatus: completed.id }))
    await done(world.anna.put(`/tasks/${task.id}`, { dates: { start: '2026-03-02', due: '2026-03-06' } }))
    await done(world.anna.put(`/tasks/${task.id}`, { addResponsibles: [world.ben.id], importance: 'High' }))
    const list = await history(`/tasks/${task.id}`)
    expect(acts(list).sort()).toEqual(
      ['Created', 'DatesChanged', 'ImportanceChanged', 'ResponsiblesChanged', 'StatusChanged', 'TitleChanged'].sort(),
    )
    expect(list.at(-1)).toMatchObject({ act: 'Created', authorId: world.anna.id, to: { title: 'Rake' } })
    expect(list.find(({ act }) => act === 'TitleChanged')).toMatchObject({
      authorId: world.ben.id,
      from: { title: 'Rake' },
      to: { title: 'Rake the leaves' },
    })
    expect(list.find(({ act }) => act === 'StatusChanged')).toMatchObject({
      from: { status: 'New' },
      to: { status: completed.name, customStatusId: completed.id },
    })
    expect(list.find(({ act }) => act === 'DatesChanged')).toMatchObject({
      from: { due: expect.stringMatching(/^2026-03-03/) },
      to: { due: expect.stringMatching(/^2026-03-06/) },
    })
    const assigned = list.find(({ act }) => act === 'ResponsiblesChanged')
    expect(assigned?.added).toMatchObject([{ type: 'Contact', id: world.ben.id }])
  })

  test('holds what hangs on it: comments, files, approvals, time, dependencies', async () => {
    const task = await world.task({ title: 'Busy', dates })
    const before = await world.task({ title: 'Before', dates })
    const path = `/tasks/${task.id}`
    const comment = await done(world.ben.post(`${path}/comments`, { text: 'My secret plan' }))
    await done(world.ben.delete(`/comments/${comment.id}`))
    await world.anna.upload(`${path}/attachments`, 'dot.png', dot)
    const approval = await done(world.anna.post(`${path}/approvals`, { approvers: [world.anna.id] }))
    await done(world.anna.put(`/approvals/${approval.id}/decision`, { status: 'Approved' }))
    await done(world.ben.post(`${path}/timelogs`, { comment: '', hours: 2, trackedDate: '2026-03-02' }))
    await done(world.anna.post(`${path}/dependencies`, { predecessorId: before.id, relationType: 'FinishToStart' }))
    const list = await history(path)
    expect(acts(list)).toEqual(
      expect.arrayContaining([
        'DependencyAdded',
        'TimelogAdded',
        'ApprovalStatusChanged',
        'ApprovalDecided',
        'ApprovalRequested',
        'AttachmentAdded',
        'CommentDeleted',
        'CommentAdded',
        'Created',
      ]),
    )
    expect(JSON.stringify(list)).not.toContain('secret plan')
    expect(list.find(({ act }) => act === 'DependencyAdded')?.added).toMatchObject([{ name: 'Before', id: before.id }])
    expect(list.find(({ act }) => act === 'TimelogAdded')).toMatchObject({
      to: { hours: 2, trackedDate: '2026-03-02' },
    })
    expect(list.find(({ act }) => act === 'AttachmentAdded')).toMatchObject({ to: { title: 'dot.png' } })
  })

  test('tells values of custom fields by the name of the field', async () => {
    const field = await done(world.anna.post('/customfields', { title: 'Depth', type: 'Text' }))
    const task = await world.task({ customFields: [{ id: field.id, value: '1 m' }] })
    await done(world.anna.put(`/tasks/${task.id}`, { customFields: [{ id: field.id, value: '2 m' }] }))
    const [change] = await history(`/tasks/${task.id}`)
    expect(change?.customFields).toEqual([{ customFieldId: field.id, title: 'Depth', from: '1 m', to: '2 m' }])
  })

  test('has pages that are the whole together, and takes acts to look for', async () => {
    const task = await world.task()
    for (const title of ['a', 'b', 'c']) await done(world.anna.put(`/tasks/${task.id}`, { title }))
    const path = `/tasks/${task.id}`
    const ids: string[] = []
    for (let nextPageToken: string | undefined; ; ) {
      const { body } = await world.anna.get(`${path}/activity`, {
        pageSize: 1,
        ...(nextPageToken ? { nextPageToken } : {}),
      })
      ids.push(...body.data.map((one: Data) => one.id))
      nextPageToken = body.nextPageToken
      if (!nextPageToken) break
    }
    expect(ids).toEqual((await history(path)).map(({ id }) => id))
    expect(acts(await history(path, world.anna, { acts: ['Created'] }))).toEqual(['Created'])
  })
})

describe('the history of a folder, project or space', () => {
  test('tells of its own changes', async () => {
    const folder = await world.folder({ title: 'Beds', project: {} })
    await done(world.anna.put(`/folders/${folder.id}`, { title: 'Flower beds', addShareds: [world.dan.id] }))
    await done(world.anna.post(`/folders/${folder.id}/comments`, { text: 'x' }))
    const list = await history(`/folders/${folder.id}`)
    expect(acts(list).sort()).toEqual(['CommentAdded', 'Created', 'SharingChanged', 'TitleChanged'])
    expect(list.find(({ act }) => act === 'SharingChanged')?.added).toMatchObject([{ id: world.dan.id }])
  })

  test('tells of members of a space', async () => {
    const space = await done(world.anna.post('/spaces', { accessType: 'Private', title: 'Shed' }))
    await done(world.anna.put(`/spaces/${space.id}`, { title: 'Tool shed', membersAdd: [{ id: world.dan.id }] }))
    expect((await history(`/folders/${space.id}`))[0]).toMatchObject({
      act: 'SpaceChanged',
      from: { title: 'Shed' },
      to: { title: 'Tool shed' },
      added: [{ id: world.dan.id }],
    })
  })

  test('keeps budgets to the role Full', async () => {
    const project = await world.folder({ title: 'Costly', project: {}, shareds: [world.dan.id] })
    await done(world.anna.put(`/folders/${project.id}`, { project: { budget: 4711 } }))
    const told = async (who: typeof world.anna) => JSON.stringify(await history(`/folders/${project.id}`, who))
    expect(await told(world.dan)).toContain('4711')
    expect(await told(world.ben)).not.toContain('4711')
  })
})

test('what is hidden from the reader is counted, not named', async () => {
  const secret = await world.folder({ in: { id: world.root }, title: 'Secret' })
  const hidden = await world.task({ in: secret, title: 'Secret work', dates })
  const task = await world.task({ title: 'Seen', dates })
  const path = `/tasks/${task.id}`
  await done(world.anna.put(path, { addParents: [secret.id], addSuperTasks: [hidden.id] }))
  await done(world.anna.post(`${path}/dependencies`, { predecessorId: hidden.id, relationType: 'FinishToStart' }))
  const list = await history(path, world.ben)
  expect(JSON.stringify(list)).not.toContain('Secret')
  expect(list.find(({ act }) => act === 'ParentsChanged')).toMatchObject({ hidden: 1 })
  expect(acts(list)).not.toContain('DependencyAdded')
  expect(JSON.stringify(await history(path))).toContain('Secret work')
})

test('who does not see the place reads no history of it', async () => {
  expect((await world.dan.get(`/tasks/${world.dig.id}/activity`)).status).toBe(403)
})

test('is read through indexes, in each month', async () => {
  // Months of the future, empty and in nobody's way.
  await ensurePartitions(world.store.database, new Date('2090-01-01'))
  const plan = await world.store.database.transaction().execute(async (database) => {
    await sql`set local enable_seqscan = off`.execute(database)
    const statement = activityQuery(world.accountId, { on: 'task', id: 1 }, typesOf(undefined), undefined, 51)
    const { rows } = await sql`explain ${statement}`.execute(database)
    return rows.map((row) => (row as { 'QUERY PLAN': string })['QUERY PLAN']).join('\n')
  })
  expect(plan).not.toContain('Seq Scan on event')
  expect(plan.match(/Index Scan Backward using event_\w+/g)?.length).toBe(12)
})
