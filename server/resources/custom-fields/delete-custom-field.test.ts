import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { recordedBy } from '#testing/recorded.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const made = async (title: string, more = {}): Promise<Data> =>
  (await world.anna.post('/customfields', { title, type: 'Text', ...more })).body.data[0]
const titles = async (who = world.anna): Promise<string[]> =>
  (await who.get('/customfields')).body.data.map(({ title }: Data) => title)

test('a field is archived and comes back, with its values', async () => {
  const field = await made('Old')
  const task = await world.task({ customFields: [{ id: field.id, value: 'kept' }] })
  const put = async (archived: boolean) =>
    (await world.anna.put(`/customfields/${field.id}`, { archived })).body.data[0]
  expect(await put(true)).toMatchObject({ archived: true, archivedBy: world.anna.id })
  const again = await put(false)
  expect(again.archived).toBe(false)
  expect(again).not.toHaveProperty('archivedOn')
  expect((await world.anna.get(`/tasks/${task.id}`)).body.data[0].customFields).toEqual([
    { id: field.id, value: 'kept' },
  ])
})

test('deleting is for admins, in a space for the role Full', async () => {
  const [ofAccount, ofSpace] = [await made('Wide'), await made('Near', { spaceId: world.garden.id })]
  expect((await world.ben.delete(`/customfields/${ofAccount.id}`)).body.error).toBe('not_allowed')
  expect((await world.ben.delete(`/customfields/${ofSpace.id}`)).body.error).toBe('access_forbidden')
  expect((await world.anna.delete(`/customfields/${ofSpace.id}`)).status).toBe(200)
  expect(await titles()).not.toContain('Near')
})

test('a test counts the values that would be lost, and loses none', async () => {
  const field = await made('Depth')
  await world.task({ customFields: [{ id: field.id, value: '1' }] })
  await world.folder({ customFields: [{ id: field.id, value: '2' }] })
  const [counted] = (await world.anna.delete(`/customfields/${field.id}`, { test: true })).body.data
  expect(counted.dataUsageStatistics).toEqual({ items: 2 })
  expect(await titles()).toContain('Depth')
})

test('a deleted field is gone from values, columns, forms and the recycle bin', async () => {
  const [field, other] = [await made('Mud'), await made('Sand')]
  const both = [
    { id: field.id, value: 'a' },
    { id: other.id, value: 'b' },
  ]
  const task = await world.task({ customFields: both })
  const binned = await world.task({ customFields: both })
  await world.anna.delete(`/tasks/${binned.id}`)
  const folder = await world.folder({ customColumns: [field.id, other.id] })
  const form = (
    await world.anna.post(`/spaces/${world.garden.id}/request_forms`, {
      title: 'Ask',
      pages: [{ fields: [{ id: 'mud', title: 'Mud?', type: 'Text', customFieldId: field.id }] }],
    })
  ).body.data[0]
  const events = await recordedBy(world, () => world.anna.delete(`/customfields/${field.id}`))
  expect(events.map(({ type }) => type).toSorted()).toEqual([
    'CustomFieldDeleted',
    'FolderColumnsChanged',
    'TaskCustomFieldChanged',
  ])
  const left = [{ id: other.id, value: 'b' }]
  expect((await world.anna.get(`/tasks/${task.id}`)).body.data[0].customFields).toEqual(left)
  await world.anna.put(`/tasks/${binned.id}`, { restore: true })
  expect((await world.anna.get(`/tasks/${binned.id}`)).body.data[0].customFields).toEqual(left)
  const [shown] = (await world.anna.get(`/folders/${folder.id}`, { fields: ['customColumnIds'] })).body.data
  expect(shown.customColumnIds).toEqual([other.id])
  const [asked] = (await world.anna.get(`/request_forms/${form.id}`)).body.data
  expect(JSON.stringify(asked)).not.toContain(field.id)
  expect((await world.anna.get(`/customfields/${field.id}`)).status).toBe(404)
  const [record] = (await world.anna.get('/audit_log', { operations: ['CustomFieldRemoved'] })).body.data
  expect(record).toMatchObject({ objectName: 'Mud', objectId: field.id })
})

test('admins order fields: those named come first, new ones last', async () => {
  const [one, two, three] = [await made('One'), await made('Two'), await made('Three')]
  const order = (who = world.anna) => who.put('/customfields_order', { customFields: [three.id, one.id] })
  expect((await order(world.ben)).body.error).toBe('not_allowed')
  const listed = (await order()).body.data.map(({ title }: Data) => title)
  expect(listed.slice(0, 2)).toEqual(['Three', 'One'])
  await made('Four')
  expect((await titles()).slice(0, 2)).toEqual(['Three', 'One'])
  expect((await titles()).at(-1)).toBe('Four')
  expect(two.id).toBeDefined()
})
