import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { type NotifiedWorld, startNotifiedWorld } from '#testing/notified-world.ts'
import type { Person } from '#testing/people.ts'

let world: NotifiedWorld
let ben: Person
let anna: Person
beforeAll(async () => {
  world = await startNotifiedWorld()
  ;({ anna, ben } = world)
})
afterAll(() => world.close())

const done = async (call: Promise<{ status: number; body: { data: Data[]; errorDescription?: string } }>) => {
  const { status, body } = await call
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data[0] as Data
}
const at = (...people: Person[]) =>
  people.map(({ id }) => `<a class="stream-user-id avatar" rel="${id}">@Name</a>`).join(' ')
/** What somebody is told of an item. */
const of = async (who: Person, item: Data, query: Record<string, unknown> = {}) =>
  (await world.inbox(who, query)).filter(({ taskId, folderId }) => taskId === item.id || folderId === item.id)
const kinds = async (who: Person, item: Data) => (await of(who, item)).map(({ kind }) => kind)
const unread = async (who: Person) => {
  await world.told()
  return (await who.get('/notification_count')).body.data[0].unread as number
}

describe('somebody is told', () => {
  test('that a task is assigned to them, when it is made and later; nobody of their own acts', async () => {
    const made = await world.task({ title: 'Weed', responsibles: [ben.id, anna.id] })
    const later = await world.task({ title: 'Mow' })
    await done(anna.put(`/tasks/${later.id}`, { addResponsibles: [ben.id] }))
    expect(await of(ben, made)).toMatchObject([
      { kind: 'Assigned', title: 'Weed', authorId: anna.id, authorName: 'Anna Ash', read: false, archived: false },
    ])
    expect(await kinds(ben, later)).toEqual(['Assigned'])
    expect(await kinds(anna, made)).toEqual([])
  })

  test('of comments on what they do or follow, and once only where they are mentioned', async () => {
    const task = await world.task({ responsibles: [ben.id], followers: [world.cleo.id] })
    const comment = await done(anna.post(`/tasks/${task.id}/comments`, { text: `Look, ${at(ben)}` }))
    expect((await of(ben, task))[0]).toMatchObject({ kind: 'Mentioned', commentId: comment.id, text: 'Look, @Name' })
    expect(await kinds(ben, task)).toEqual(['Mentioned', 'Assigned'])
    expect(await kinds(world.cleo, task)).toEqual(['Commented'])
  })

  test('that they are mentioned, and not besides that it is shared with them for that', async () => {
    const task = await world.task({ description: at(world.dan) })
    expect(await kinds(world.dan, task)).toEqual(['Mentioned'])
    await done(anna.put(`/tasks/${task.id}`, { description: `${at(world.dan)} again` }))
    expect(await kinds(world.dan, task)).toEqual(['Mentioned'])
  })

  test('of status and dates of what they follow, from what to what', async () => {
    const task = await world.task({ responsibles: [ben.id], dates: { start: '2027-03-01', due: '2027-03-02' } })
    await done(anna.put(`/tasks/${task.id}`, { status: 'Completed' }))
    await done(anna.put(`/tasks/${task.id}`, { dates: { start: '2027-03-01', due: '2027-03-05' } }))
    expect(await of(ben, task)).toMatchObject([
      {
        kind: 'DatesChanged',
        from: { due: expect.stringMatching('2027-03-02') },
        to: { due: expect.stringMatching('2027-03-05') },
      },
      { kind: 'StatusChanged', from: { status: 'New' }, to: { status: 'Completed' } },
      { kind: 'Assigned' },
    ])
  })

  test('of approvals: those asked, and then who asked', async () => {
    const task = await world.task()
    const approval = await done(anna.post(`/tasks/${task.id}/approvals`, { approvers: [ben.id] }))
    expect(await kinds(ben, task)).toEqual(['ApprovalRequested'])
    await done(ben.put(`/approvals/${approval.id}/decision`, { status: 'Rejected' }))
    expect(await of(anna, task)).toMatchObject([
      { kind: 'ApprovalDecided', decision: 'Rejected', approvalId: approval.id, authorId: ben.id },
    ])
  })

  test('that what they were asked to approve was called off', async () => {
    const task = await world.task()
    const approval = await done(anna.post(`/tasks/${task.id}/approvals`, { approvers: [ben.id] }))
    await done(anna.delete(`/approvals/${approval.id}`))
    expect(await of(ben, task)).toMatchObject([
      { kind: 'ApprovalDecided', decision: 'Cancelled', authorId: anna.id },
      { kind: 'ApprovalRequested' },
    ])
    expect(await kinds(anna, task)).toEqual([])
  })

  test('what is shared with them, and with a group of theirs', async () => {
    const gil = await world.person('Gil')
    const group = await done(anna.post('/groups', { title: 'Crew', members: [gil.id] }))
    const task = await world.task({ shareds: [world.dan.id] })
    const folder = await world.folder({ title: 'Of the crew', shareds: [group.id] })
    const space = await done(anna.post('/spaces', { accessType: 'Private', title: 'Shed' }))
    await done(anna.put(`/spaces/${space.id}`, { membersAdd: [{ id: gil.id }] }))
    expect(await kinds(world.dan, task)).toEqual(['Shared'])
    expect(await of(gil, folder)).toMatchObject([{ kind: 'Shared', title: 'Of the crew' }])
    expect(await kinds(gil, space)).toEqual(['Shared'])
  })

  test('that they own a project, and of its status', async () => {
    const project = await world.folder({ title: 'Terrace', project: { ownerIds: [ben.id] } })
    await done(anna.put(`/folders/${project.id}`, { project: { status: 'Completed' } }))
    expect(await kinds(ben, project)).toEqual(['StatusChanged', 'Assigned'])
  })
})

describe('nobody is told', () => {
  test('of what they no longer see, or of what is gone', async () => {
    const task = await world.task({
      in: await world.folder({ in: { id: world.root }, title: 'Own' }),
      shareds: [world.dan.id],
    })
    const comment = await done(anna.post(`/tasks/${task.id}/comments`, { text: `Psst ${at(world.dan)}` }))
    expect(await kinds(world.dan, task)).toEqual(['Mentioned', 'Shared'])
    await done(anna.delete(`/comments/${comment.id}`))
    expect(await kinds(world.dan, task)).toEqual(['Shared'])
    const before = await unread(world.dan)
    await done(anna.put(`/tasks/${task.id}`, { removeShareds: [world.dan.id] }))
    expect(await kinds(world.dan, task)).toEqual([])
    expect(await unread(world.dan)).toBe(before - 1)
    await done(anna.put(`/tasks/${task.id}`, { addShareds: [world.dan.id] }))
    await done(anna.delete(`/tasks/${task.id}`))
    expect(await kinds(world.dan, task)).toEqual([])
  })

  test('of kinds they switched off', async () => {
    const eli = await world.person('Eli')
    const chosen = await done(
      eli.put('/notification_preferences', { kinds: [{ kind: 'Assigned', delivery: 'Off' }], mails: false }),
    )
    expect(chosen.mails).toBe(false)
    expect(chosen.kinds).toContainEqual({ kind: 'Assigned', delivery: 'Off' })
    expect(chosen.kinds).toContainEqual({ kind: 'Mentioned', delivery: 'Mail' })
    const task = await world.task({ responsibles: [eli.id] })
    expect(await kinds(eli, task)).toEqual([])
    expect((await eli.get('/notification_preferences')).body.data[0]).toEqual(chosen)
  })

  test('twice, however often the events are looked at', async () => {
    const task = await world.task({ responsibles: [ben.id] })
    await world.told()
    await world.store.pool.query('update notification_cursor set last_sequence = last_sequence - 5')
    await done(anna.put(`/tasks/${task.id}`, { importance: 'High' }))
    expect(await kinds(ben, task)).toEqual(['Assigned'])
  })
})

describe('the list', () => {
  let fay: Person
  let tasks: Data[]
  beforeAll(async () => {
    fay = await world.person('Fay')
    tasks = []
    for (const title of ['One', 'Two', 'Three']) tasks.push(await world.task({ title, responsibles: [fay.id] }))
    await done(anna.put(`/tasks/${tasks[0]?.id}`, { status: 'Completed' }))
  })

  test('has pages, and filters by kind, by item, and by what is unread', async () => {
    const titles: string[] = []
    await world.told()
    for (let nextPageToken: string | undefined; ; ) {
      const { body } = await fay.get('/notifications', { pageSize: 3, ...(nextPageToken ? { nextPageToken } : {}) })
      titles.push(...body.data.map(({ title }: Data) => title))
      nextPageToken = body.nextPageToken
      if (!nextPageToken) break
    }
    expect(titles).toEqual(['One', 'Three', 'Two', 'One'])
    expect(await world.inbox(fay, { kinds: ['StatusChanged'] })).toMatchObject([{ title: 'One' }])
    expect(await world.inbox(fay, { taskId: tasks[1]?.id })).toMatchObject([{ title: 'Two' }])
  })

  test('is marked one by one, or all up to the newest that was seen', async () => {
    const [newest, second] = await world.inbox(fay)
    expect(await unread(fay)).toBe(4)
    await done(fay.put(`/notifications/${newest?.id}`, { read: true }))
    expect(await world.inbox(fay, { unread: true })).toHaveLength(3)
    await done(fay.put(`/notifications/${newest?.id}`, { read: false }))
    expect(await unread(fay)).toBe(4)
    expect(await done(fay.put('/notifications', { read: true, until: second?.id }))).toEqual({ unread: 1 })
    expect(await done(fay.put('/notifications', { read: true, taskId: tasks[0]?.id }))).toEqual({ unread: 0 })
  })

  test('keeps archived ones apart, as read', async () => {
    const [one] = await world.inbox(fay)
    expect(await done(fay.put(`/notifications/${one?.id}`, { archived: true }))).toMatchObject({
      read: true,
      archived: true,
    })
    expect(await world.inbox(fay)).toHaveLength(3)
    expect(await world.inbox(fay, { archived: true })).toMatchObject([{ id: one?.id }])
    await done(fay.put(`/notifications/${one?.id}`, { archived: false }))
    expect(await world.inbox(fay)).toHaveLength(4)
  })

  test('is each person’s own', async () => {
    const [one] = await world.inbox(fay)
    expect((await anna.put(`/notifications/${one?.id}`, { read: true })).body.error).toBe('resource_not_found')
  })
})
