import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, loadCaller } from '#access/caller.ts'
import { change, changedBy } from '#events/change.ts'
import { decodeId } from '#ids/decode.ts'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'
import { copyAttachments } from './copy-attachments.ts'

let world: World
let ben: Caller
beforeAll(async () => {
  world = await startWorld()
  const who = { accountId: world.accountId, personId: world.ben.personId, scopes: [], clientId: 'tests' }
  ben = (await loadCaller(world.store.database, who)) as Caller
})
afterAll(() => world.close())

const numberOf = (item: Data, type: 'Task' | 'Folder' = 'Task') => decodeId(type, item.id)?.number as number
const copy = (copies: Parameters<typeof copyAttachments>[2]) =>
  change(ben, async (rows) => changedBy(undefined, await copyAttachments(rows, ben, copies)))
const listed = async (path: string) => (await world.anna.get(`${path}/attachments`)).body.data
const storedFiles = async () => (await world.store.pool.query('select count(*)::int as n from stored_file')).rows[0].n

async function filledTask(): Promise<Data> {
  const task = await world.task()
  const made = await world.anna.upload(`/tasks/${task.id}/attachments`, 'old.txt', 'old')
  await world.anna.upload(`/attachments/${made.body.data[0].id}`, 'plan.txt', 'plan', { method: 'PUT' })
  await world.anna.post(`/tasks/${task.id}/attachments/links`, { url: 'https://example.com/a', name: 'Link' })
  return task
}

test('a copy has the current attachments, as first versions of whoever copies', async () => {
  const [from, to] = [await filledTask(), await world.task()]
  await copy([{ from: { task: numberOf(from) }, to: { task: numberOf(to) } }])
  const copies = await listed(`/tasks/${to.id}`)
  expect(
    copies.map(({ name, type, version, authorId, taskId }) => ({ name, type, version, authorId, taskId })),
  ).toEqual([
    { name: 'Link', type: 'External', version: 1, authorId: world.ben.id, taskId: to.id },
    { name: 'plan.txt', type: 'Wrike', version: 1, authorId: world.ben.id, taskId: to.id },
  ])
  expect(copies.every((one) => one.originVersionId === one.id)).toBe(true)
  expect(await listed(`/tasks/${from.id}`)).toHaveLength(2)
})

test('content is shared, and stays until the last that has it goes', async () => {
  const [from, to] = [await filledTask(), await world.task()]
  const before = await storedFiles()
  await copy([{ from: { task: numberOf(from) }, to: { task: numberOf(to) } }])
  expect(await storedFiles()).toBe(before)

  const [original, copied] = [(await listed(`/tasks/${from.id}`))[1], (await listed(`/tasks/${to.id}`))[1]]
  await world.anna.delete(`/attachments/${original.id}`)
  expect(await (await world.anna.raw(`/attachments/${copied.id}/download`)).text()).toBe('plan')
  await world.anna.delete(`/attachments/${copied.id}`)
  expect(await storedFiles()).toBe(before - 2)
})

test('many items are copied in one change, folders and tasks, and each attachment is announced', async () => {
  const folders = [await world.folder(), await world.folder()]
  const tasks = [await filledTask(), await world.task(), await world.task()]
  await world.anna.upload(`/folders/${folders[0].id}/attachments`, 'of the folder', 'x')
  await copy([
    { from: { task: numberOf(tasks[0]) }, to: { task: numberOf(tasks[1]) } },
    { from: { task: numberOf(tasks[0]) }, to: { task: numberOf(tasks[2]) } },
    { from: { folder: numberOf(folders[0], 'Folder') }, to: { folder: numberOf(folders[1], 'Folder') } },
  ])
  for (const task of tasks) expect(await listed(`/tasks/${task.id}`)).toHaveLength(2)
  expect((await listed(`/folders/${folders[1].id}`)).map(({ name }) => name)).toEqual(['of the folder'])
  const { rows } = await world.store.pool.query(
    `select type from event where entity_type = 'attachment' order by event_id desc limit 5`,
  )
  expect(rows.map(({ type }) => type).sort()).toEqual([
    'AttachmentAdded',
    'AttachmentAdded',
    'AttachmentAdded',
    'AttachmentAdded',
    'FolderAttachmentAdded',
  ])
})

test('an item without attachments is copied without', async () => {
  const [from, to] = [await world.task(), await world.task()]
  await copy([{ from: { task: numberOf(from) }, to: { task: numberOf(to) } }])
  expect(await listed(`/tasks/${to.id}`)).toEqual([])
})
