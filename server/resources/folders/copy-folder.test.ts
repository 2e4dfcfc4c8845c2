import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data, Parameters } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const copy = async (of: Data, parameters: Parameters = {}, who = world.anna): Promise<Data> => {
  const { status, body } = await who.post(`/copy_folder/${of.id}`, {
    parent: world.garden.id,
    title: 'Copy',
    ...parameters,
  })
  if (status !== 200) throw new Error(`${status} ${body.errorDescription}`)
  return body.data[0]
}
const refused = async (of: Data, parameters: Parameters = {}, who = world.anna) => {
  const { status, body } = await who.post(`/copy_folder/${of.id}`, {
    parent: world.garden.id,
    title: 'C',
    ...parameters,
  })
  return { status, error: body.error }
}
/** All tasks below a folder, by title. */
const tasksIn = async (folder: Data, who = world.anna): Promise<Record<string, Data>> => {
  const { body } = await who.get(`/folders/${folder.id}/tasks`, {
    descendants: true,
    subTasks: true,
    fields: [
      'parentIds',
      'superTaskIds',
      'subTaskIds',
      'responsibleIds',
      'description',
      'customFields',
      'dependencyIds',
    ],
  })
  return Object.fromEntries(body.data.map((task: Data) => [task.title, task]))
}
const foldersIn = async (folder: Data): Promise<Record<string, Data>> => {
  const { body } = await world.anna.get(`/folders/${folder.id}/folders`, { descendants: true })
  return Object.fromEntries(body.data.map((each: Data) => [each.title, each]))
}

describe('refused', () => {
  test('for a reader of the folder, and for a place where the caller may not create folders', async () => {
    expect(await refused(world.pond, {}, world.cleo)).toEqual({ status: 403, error: 'access_forbidden' })
    const own = (await world.cleo.post(`/folders/${world.root}/folders`, { title: 'Own' })).body.data[0]
    expect(await refused(own, { parent: world.garden.id }, world.cleo)).toEqual({
      status: 403,
      error: 'access_forbidden',
    })
  })
  test('for more folders and tasks than the limit; nothing is left then', async () => {
    const folder = await world.folder({ title: 'Three' })
    await world.task({ in: folder })
    await world.task({ in: folder })
    const { status, body } = await world.anna.post(`/copy_folder/${folder.id}`, {
      parent: folder.id,
      title: 'C',
      entryLimit: 2,
    })
    expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_parameter' })
    expect(body.errorDescription).toContain('more than 2')
    expect((await world.anna.get(`/folders/${folder.id}`)).body.data[0].childIds).toEqual([])
    expect((await copy(folder, { entryLimit: 3 })).title).toBe('Copy')
  })
  test('for logical folders, and for somebody to be added and removed', async () => {
    expect(await refused({ id: world.root })).toEqual({ status: 403, error: 'not_allowed' })
    expect(await refused(world.pond, { parent: world.bin })).toEqual({ status: 403, error: 'not_allowed' })
    const both = { addResponsibles: [world.ben.id], removeResponsibles: [world.ben.id] }
    expect(await refused(world.pond, both)).toEqual({ status: 400, error: 'invalid_parameter' })
  })
})

test('the structure is kept: folders and tasks in several places, subtasks, dependencies', async () => {
  const top = await world.folder({ title: 'Top', project: { startDate: '2026-03-02', ownerIds: [world.ben.id] } })
  const [one, two] = [await world.folder({ in: top, title: 'One' }), await world.folder({ in: top, title: 'Two' })]
  const shared = await world.folder({ in: one, title: 'Shared' })
  await world.anna.put(`/folders/${shared.id}`, { addParents: [two.id, world.pond.id] })
  const both = await world.task({ in: one, title: 'Both', parents: [shared.id, world.pond.id] })
  const sub = await world.task({ in: { id: world.root }, title: 'Sub', superTasks: [both.id] })
  const next = await world.task({ in: two, title: 'Next', dates: { start: '2026-03-05', due: '2026-03-06' } })
  await world.anna.put(`/tasks/${sub.id}`, { dates: { start: '2026-03-02', due: '2026-03-03' } })
  const linked = await world.anna.post(`/tasks/${sub.id}/dependencies`, {
    successorId: next.id,
    relationType: 'FinishToStart',
    lagTime: 60,
  })
  expect(linked.status).toBe(200)

  const made = await copy(top, { titlePrefix: 'New ' })
  expect(made).toMatchObject({ title: 'Copy', parentIds: [world.garden.id], project: { startDate: '2026-03-02' } })
  expect(made.project.ownerIds).toEqual([world.ben.id])
  const folders = await foldersIn(made)
  expect(Object.keys(folders).sort()).toEqual(['Copy', 'One', 'Shared', 'Two'])
  expect(folders.One.childIds).toEqual([folders.Shared.id])
  expect(folders.Two.childIds).toEqual([folders.Shared.id])
  const tasks = await tasksIn(made)
  expect(Object.keys(tasks).sort()).toEqual(['New Both', 'New Next', 'New Sub'])
  expect(tasks['New Both'].parentIds.sort()).toEqual([folders.One.id, folders.Shared.id].sort())
  expect(tasks['New Sub']).toMatchObject({ parentIds: [], superTaskIds: [tasks['New Both'].id] })
  expect(tasks['New Next'].dependencyIds).toEqual(tasks['New Sub'].dependencyIds)
  const link = await world.anna.get(`/dependencies/${tasks['New Next'].dependencyIds[0]}`)
  expect(link.body.data[0]).toMatchObject({
    relationType: 'FinishToStart',
    lagTime: 60,
    successorId: tasks['New Next'].id,
  })
  // What was there stays as it was.
  expect((await tasksIn(top)).Both.subTaskIds).toEqual([sub.id])
})

test('who reaches the parent reaches the copy, and others do not', async () => {
  const folder = await world.folder({ title: 'Original' })
  await world.task({ in: folder, title: 'Inside', responsibles: [world.ben.id] })
  const made = await copy(folder)
  const inside = (await tasksIn(made)).Inside
  expect((await world.cleo.get(`/tasks/${inside.id}`)).status).toBe(200)
  expect((await world.dan.get(`/tasks/${inside.id}`)).status).toBe(403)
  const own = await copy(folder, { parent: world.root })
  const ownInside = (await tasksIn(own)).Inside
  expect((await world.cleo.get(`/tasks/${ownInside.id}`)).status).toBe(403)
  expect((await world.ben.get(`/tasks/${ownInside.id}`)).status).toBe(200)
  expect((await world.ben.get(`/folders/${own.id}`)).status).toBe(403)
})

test('people, descriptions and custom fields follow their flags', async () => {
  const field = (await world.anna.post('/customfields', { title: 'Depth', type: 'Numeric' })).body.data[0]
  const values = { description: 'Words', customFields: [{ id: field.id, value: '3' }] }
  const folder = await world.folder({ title: 'Flags', ...values, metadata: [{ key: 'a', value: 'b' }] })
  await world.task({ in: folder, title: 'T', responsibles: [world.ben.id, world.cleo.id], ...values })
  const all = await copy(folder)
  expect(all).toMatchObject({ description: 'Words', customFields: [{ id: field.id, value: '3' }], metadata: [] })
  const same = (await tasksIn(all)).T
  expect(same).toMatchObject({ description: 'Words', customFields: [{ id: field.id, value: '3' }] })
  expect(same.responsibleIds.sort()).toEqual([world.ben.id, world.cleo.id].sort())
  const bare = await copy(folder, {
    copyDescriptions: false,
    copyCustomFields: false,
    copyResponsibles: false,
    addResponsibles: [world.anna.id],
  })
  expect(bare).toMatchObject({ description: '', customFields: [] })
  expect((await tasksIn(bare)).T).toMatchObject({ customFields: [], responsibleIds: [world.anna.id] })
  const without = await copy(folder, { removeResponsibles: [world.cleo.id] })
  expect((await tasksIn(without)).T.responsibleIds).toEqual([world.ben.id])
})

test('statuses are kept, made active, or taken from the workflow of the new place', async () => {
  const workflow = (await world.anna.post('/workflows', { name: 'Ponds' })).body.data[0]
  const added = await world.anna.put(`/workflows/${workflow.id}`, {
    customStatus: { name: 'Flooded', group: 'Completed', color: 'Blue' },
  })
  const flooded = added.body.data[0].customStatuses.find((status: Data) => status.name === 'Flooded')
  const folder = await world.folder({ title: 'Statuses', project: { status: 'Completed' } })
  await world.task({ in: folder, title: 'Wet', customStatus: flooded.id })
  const kept = await copy(folder)
  expect(kept.project.status).toBe('Completed')
  expect((await tasksIn(kept)).Wet).toMatchObject({ customStatusId: flooded.id, status: 'Completed' })
  const reset = (await tasksIn(await copy(folder, { copyCustomStatuses: false }))).Wet
  expect(reset).toMatchObject({ status: 'Completed' })
  expect(reset.customStatusId).not.toBe(flooded.id)
  const active = await copy(folder, { copyStatuses: false })
  expect(active.project.status).toBe('Green')
  const wet = (await tasksIn(active)).Wet
  expect(wet).toMatchObject({ status: 'Active' })
  expect(wet.completedDate).toBeUndefined()
})

test('what is below keeps its other parents where the caller may put things, if asked', async () => {
  const folder = await world.folder({ title: 'Parents' })
  const below = await world.folder({ in: folder, title: 'Below' })
  await world.anna.put(`/folders/${below.id}`, { addParents: [world.pond.id] })
  await world.task({ in: folder, title: 'There', parents: [world.pond.id] })
  const made = await copy(folder, { copyParents: true })
  expect((await tasksIn(made)).There.parentIds.sort()).toEqual([made.id, world.pond.id].sort())
  const copied = (await foldersIn(made)).Below
  const { body } = await world.anna.get(`/folders/${copied.id}`)
  expect(body.data[0].parentIds.sort()).toEqual([made.id, world.pond.id].sort())
})

describe('rescheduled', () => {
  const dates = (task: Data) => [task.dates.start, task.dates.due]
  test('the set begins on the day, all distances in working time kept; what is not active stays', async () => {
    const folder = await world.folder({ title: 'Plan', project: { startDate: '2026-03-02', endDate: '2026-03-13' } })
    // Monday to Tuesday; Friday to Monday: a working day apart from the weekend.
    await world.task({ in: folder, title: 'First', dates: { start: '2026-03-02', due: '2026-03-03' } })
    await world.task({ in: folder, title: 'Second', dates: { start: '2026-03-06', due: '2026-03-09' } })
    await world.task({ in: folder, title: 'Gate', dates: { type: 'Milestone', due: '2026-03-10' } })
    await world.task({
      in: folder,
      title: 'Done',
      status: 'Completed',
      dates: { start: '2026-03-02', due: '2026-03-02' },
    })
    // Wednesday, 1 April.
    const made = await copy(folder, { rescheduleDate: '2026-04-01' })
    const tasks = await tasksIn(made)
    expect(dates(tasks.First)).toEqual(['2026-04-01T09:00:00', '2026-04-02T17:00:00'])
    expect(dates(tasks.Second)).toEqual(['2026-04-07T09:00:00', '2026-04-08T17:00:00'])
    expect(tasks.Gate.dates.due).toBe('2026-04-09T17:00:00')
    expect(dates(tasks.Done)).toEqual(['2026-03-02T09:00:00', '2026-03-02T17:00:00'])
    expect(made.project).toMatchObject({ startDate: '2026-04-01', endDate: '2026-04-14' })
    const all = await copy(folder, { rescheduleDate: '2026-04-01', copyStatuses: false })
    expect(dates((await tasksIn(all)).Done)).toEqual(['2026-04-01T09:00:00', '2026-04-01T17:00:00'])
  })
  test('or ends on it', async () => {
    const folder = await world.folder({ title: 'Plan' })
    await world.task({ in: folder, title: 'First', dates: { start: '2026-03-02', due: '2026-03-03' } })
    await world.task({ in: folder, title: 'Last', dates: { start: '2026-03-05', due: '2026-03-06' } })
    const made = await copy(folder, { rescheduleDate: '2026-03-31', rescheduleMode: 'End' })
    const tasks = await tasksIn(made)
    expect(dates(tasks.Last)).toEqual(['2026-03-30T09:00:00', '2026-03-31T17:00:00'])
    expect(dates(tasks.First)).toEqual(['2026-03-25T09:00:00', '2026-03-26T17:00:00'])
  })
})

test('each folder and task of a copy has its event, once', async () => {
  const folder = await world.folder({ title: 'Told' })
  await world.task({ in: folder, title: 'Told too' })
  const before = await world.store.pool.query('select max(event_id) as last from event')
  await copy(folder)
  const { rows } = await world.store.pool.query(
    "select type, after->>'title' as title from event where event_id > $1 order by event_id",
    [before.rows[0].last],
  )
  expect(rows).toEqual([
    { type: 'FolderCreated', title: 'Copy' },
    { type: 'TaskCreated', title: 'Told too' },
  ])
  const left = await world.store.pool.query(
    'select * from copied_folder union all select account_id, copy_id, source_id, target_id from copied_task',
  )
  expect(left.rows).toEqual([])
})

test('of a recurring task belongs to no series; the original goes on', async () => {
  const folder = await world.folder({ title: 'Weekly' })
  const feed = await world.task({ in: folder, title: 'Feed', dates: { start: '2026-03-02', due: '2026-03-02' } })
  await world.anna.put(`/tasks/${feed.id}/recurrence`, { scheduleType: 'Weekly' })
  const copied = (await tasksIn(await copy(folder))).Feed
  expect((await world.anna.get(`/tasks/${copied.id}/recurrence`)).body.data).toEqual([])
  expect((await world.anna.get(`/tasks/${feed.id}/recurrence`)).body.data[0].taskIds).toEqual([feed.id])
})
