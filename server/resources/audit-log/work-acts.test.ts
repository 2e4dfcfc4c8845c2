import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data, Parameters } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

/** What happens to tasks, folders, projects and comments, and what the audit log says of it. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const succeeded = ({ status, body }: { status: number; body: Data }): Data => {
  if (status !== 200) throw new Error(`${status} ${body.errorDescription}`)
  return body.data[0]
}
const put = async (path: string, parameters: Parameters) => succeeded(await world.anna.put(path, parameters))
const project = () => world.folder({ title: 'Bridge', project: {} })
const completed = async (): Promise<string> =>
  (await world.anna.get('/workflows')).body.data[0].customStatuses.find((one: Data) => one.group === 'Completed').id

type Told = { id: string; name?: string; details?: Record<string, string> }
/** Operation, type and way of each. */
const cases: [operation: string, objectType: string, act: () => Promise<Told>][] = [
  ['TaskCreated', 'Task', async () => ({ id: (await world.task({ title: 'Rake' })).id, name: 'Rake' })],
  ['TaskCreated', 'Folder', async () => ({ id: (await world.folder({ title: 'Shed' })).id, name: 'Shed' })],
  ['TaskCreated', 'Project', async () => ({ id: (await project()).id, name: 'Bridge' })],
  [
    'TaskParentAdded',
    'Task',
    async () =>
      task((id) => put(`/tasks/${id}`, { addParents: [world.garden.id] }), { 'Parent Id': () => world.garden.id }),
  ],
  [
    'TaskParentRemoved',
    'Task',
    async () =>
      task(
        async (id) => {
          await put(`/tasks/${id}`, { addParents: [world.garden.id] })
          await put(`/tasks/${id}`, { removeParents: [world.pond.id] })
        },
        { 'Parent Id': () => world.pond.id },
      ),
  ],
  [
    'TaskParentAdded',
    'Task',
    async () =>
      task((id) => put(`/tasks/${id}`, { addSuperTasks: [world.dig.id] }), { 'Parent Task Id': () => world.dig.id }),
  ],
  [
    'TaskParentRemoved',
    'Task',
    async () =>
      task(
        async (id) => {
          await put(`/tasks/${id}`, { addSuperTasks: [world.dig.id] })
          await put(`/tasks/${id}`, { removeSuperTasks: [world.dig.id] })
        },
        { 'Parent Task Id': () => world.dig.id },
      ),
  ],
  [
    'TaskShared',
    'Task',
    async () => task((id) => put(`/tasks/${id}`, { addShareds: [world.dan.id] }), { 'User Id': () => world.dan.id }),
  ],
  [
    'TaskUnshared',
    'Task',
    async () =>
      task(
        async (id) => {
          await put(`/tasks/${id}`, { addShareds: [world.dan.id] })
          await put(`/tasks/${id}`, { removeShareds: [world.dan.id] })
        },
        { 'User Id': () => world.dan.id },
      ),
  ],
  [
    'TaskAssigned',
    'Task',
    async () =>
      task((id) => put(`/tasks/${id}`, { addResponsibles: [world.ben.id] }), { 'User Id': () => world.ben.id }),
  ],
  [
    'TaskUnassigned',
    'Task',
    async () =>
      task(
        async (id) => {
          await put(`/tasks/${id}`, { addResponsibles: [world.ben.id] })
          await put(`/tasks/${id}`, { removeResponsibles: [world.ben.id] })
        },
        { 'User Id': () => world.ben.id },
      ),
  ],
  [
    'TaskStatusChanged',
    'Task',
    async () => {
      const status = await completed()
      return task((id) => put(`/tasks/${id}`, { customStatus: status }), {
        'New Status Id': () => status,
        'Status Group': () => 'Completed',
      })
    },
  ],
  [
    'TaskScheduleChanged',
    'Task',
    async () =>
      task((id) => put(`/tasks/${id}`, { dates: { start: '2026-03-02', due: '2026-03-03' } }), {
        'New Due Date': () => '2026-03-03T17:00:00',
      }),
  ],
  ['TaskDeleted', 'Task', async () => task((id) => world.anna.delete(`/tasks/${id}`))],
  [
    'TaskRestored',
    'Task',
    async () =>
      task(async (id) => {
        await world.anna.delete(`/tasks/${id}`)
        await put(`/tasks/${id}`, { restore: true })
      }),
  ],
  [
    'TaskParentAdded',
    'Folder',
    async () =>
      folder((id) => put(`/folders/${id}`, { addParents: [world.pond.id] }), { 'Parent Id': () => world.pond.id }),
  ],
  [
    'TaskParentRemoved',
    'Folder',
    async () =>
      folder((id) => put(`/folders/${id}`, { addParents: [world.pond.id], removeParents: [world.garden.id] }), {
        'Parent Id': () => world.garden.id,
      }),
  ],
  [
    'TaskShared',
    'Folder',
    async () =>
      folder((id) => put(`/folders/${id}`, { addShareds: [world.dan.id] }), { 'User Id': () => world.dan.id }),
  ],
  [
    'TaskUnshared',
    'Folder',
    async () =>
      folder(
        async (id) => {
          await put(`/folders/${id}`, { addShareds: [world.dan.id] })
          await put(`/folders/${id}`, { removeShareds: [world.dan.id] })
        },
        { 'User Id': () => world.dan.id },
      ),
  ],
  [
    'UserTaskGroupRolesChanged',
    'Folder',
    async () =>
      folder(
        (id) =>
          put(`/folders/${id}`, {
            addAccessRoles: { [world.dan.id]: encodeId('AccessRole', world.accountId, 0xfffffffc) },
          }),
        { 'User Id': () => world.dan.id },
      ),
  ],
  ['TaskDeleted', 'Folder', async () => folder((id) => world.anna.delete(`/folders/${id}`))],
  [
    'TaskRestored',
    'Folder',
    async () =>
      folder(async (id) => {
        await world.anna.delete(`/folders/${id}`)
        await put(`/folders/${id}`, { restore: true })
      }),
  ],
  [
    'TaskDeleted',
    'Project',
    async () => {
      const { id } = await project()
      await world.anna.delete(`/folders/${id}`)
      return { id, name: 'Bridge' }
    },
  ],
  [
    'TaskShared',
    'Project',
    async () => ofProject({ addShareds: () => [world.dan.id] }, { 'User Id': () => world.dan.id }),
  ],
  [
    'TaskAssigned',
    'Project',
    async () => ofProject({ project: () => ({ ownersAdd: [world.ben.id] }) }, { 'User Id': () => world.ben.id }),
  ],
  [
    'TaskUnassigned',
    'Project',
    async () => {
      const { id } = await world.folder({ title: 'Bridge', project: { ownerIds: [world.ben.id] } })
      await put(`/folders/${id}`, { project: { ownersRemove: [world.ben.id] } })
      return { id, details: { 'User Id': world.ben.id } }
    },
  ],
  [
    'TaskStatusChanged',
    'Project',
    async () => {
      const status = await completed()
      return ofProject({ project: () => ({ customStatusId: status }) }, { 'New Status Id': () => status })
    },
  ],
  [
    'TaskScheduleChanged',
    'Project',
    async () => ofProject({ project: () => ({ endDate: '2026-05-01' }) }, { 'New Due Date': () => '2026-05-01' }),
  ],
  [
    'TaskCommentChanged',
    'Comment',
    async () => {
      const { id } = succeeded(await world.anna.post(`/tasks/${world.dig.id}/comments`, { text: 'One' }))
      await put(`/comments/${id}`, { text: 'Two' })
      return { id, name: 'Dig', details: { 'Task Id': world.dig.id } }
    },
  ],
  [
    'AttachUploaded',
    'Attachment',
    async () => {
      const [{ id }] = (await world.anna.upload(`/tasks/${world.dig.id}/attachments`, 'map.txt', 'Map')).body.data
      return { id, name: 'map.txt', details: { 'Task Id': world.dig.id } }
    },
  ],
  [
    'AttachDeleted',
    'Attachment',
    async () => {
      const [{ id }] = (await world.anna.upload(`/folders/${world.pond.id}/attachments`, 'map.txt', 'Map')).body.data
      await world.anna.delete(`/attachments/${id}`)
      return { id, name: 'map.txt', details: { 'Folder Id': world.pond.id } }
    },
  ],
  [
    'TaskCommentDeleted',
    'Comment',
    async () => {
      const { id } = succeeded(await world.anna.post(`/folders/${world.pond.id}/comments`, { text: 'One' }))
      await world.anna.delete(`/comments/${id}`)
      return { id, name: 'Pond', details: { 'Folder Id': world.pond.id } }
    },
  ],
]

type Details = Record<string, () => string>
const shown = (details: Details) =>
  Object.fromEntries(Object.entries(details).map(([label, value]) => [label, value()]))

async function task(act: (id: string) => Promise<unknown>, details: Details = {}): Promise<Told> {
  const { id } = await world.task({ title: 'Rake' })
  await act(id)
  return { id, name: 'Rake', details: shown(details) }
}

async function folder(act: (id: string) => Promise<unknown>, details: Details = {}): Promise<Told> {
  const { id } = await world.folder({ title: 'Shed' })
  await act(id)
  return { id, name: 'Shed', details: shown(details) }
}

async function ofProject(changes: Record<string, () => unknown>, details: Details): Promise<Told> {
  const { id } = await project()
  await put(`/folders/${id}`, Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value()])))
  return { id, name: 'Bridge', details: shown(details) }
}

describe.each(cases)('%s of a %s', (operation, objectType, act) => {
  test('is recorded', async () => {
    const { id, name, details = {} } = await act()
    const { body } = await world.anna.get('/audit_log', { operations: [operation], pageSize: 1 })
    expect(body.data[0]).toMatchObject({ operation, objectType, objectId: id, details, userId: world.anna.id })
    if (name !== undefined) expect(body.data[0].objectName).toBe(name)
  })
})

test('what is gone keeps its name in the log', async () => {
  const { id } = await world.task({ title: 'Old name' })
  await put(`/tasks/${id}`, { title: 'New name', addResponsibles: [world.ben.id] })
  const now = new Date(Date.now() - 60_000).toISOString().replace(/\.\d+Z/, 'Z')
  const query = {
    eventDate: { start: now },
    operations: ['TaskCreated', 'TaskAssigned'],
    objectType: 'Task',
    objectIds: [id],
  }
  const { body } = await world.anna.get('/audit_log', query)
  expect(body.data.map((record: Data) => record.objectName)).toEqual(['New name', 'Old name'])
})
