import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let task: Data
let plan: Data
const upload = async (to: Data, name: string): Promise<Data> =>
  (await world.anna.upload(`/tasks/${to.id}/attachments`, name, Buffer.from(name))).body.data[0]
const ask = (parameters: Record<string, unknown>) => world.anna.post(`/tasks/${task.id}/approvals`, parameters)

beforeAll(async () => {
  world = await startWorld()
})
beforeEach(async () => {
  task = await world.task()
  plan = await upload(task, 'plan.txt')
})
afterAll(() => world.close())

test('files of another task, unknown ones and a type without files are refused', async () => {
  const elsewhere = await upload(world.dig, 'other.txt')
  expect((await ask({ attachments: [elsewhere.id] })).body.error).toBe('invalid_parameter')
  expect((await ask({ type: 'FilesOnly' })).body.error).toBe('invalid_parameter')
  await world.anna.delete(`/attachments/${elsewhere.id}`)
  expect((await ask({ attachments: [elsewhere.id] })).body.error).toBe('resource_not_found')
  expect((await world.anna.get(`/tasks/${task.id}/approvals`)).body.data).toEqual([])
})

test('an approval of files names them, and they name it as their review', async () => {
  const approval = (await ask({ attachments: [plan.id], type: 'FilesOnly' })).body.data[0]
  expect(approval).toMatchObject({ type: 'FilesOnly', attachmentIds: [plan.id] })
  expect((await world.anna.get(`/attachments/${plan.id}`)).body.data[0].reviewIds).toEqual([approval.reviewId])
  const found = await world.anna.get('/approvals', { type: 'FilesOnly' })
  expect(found.body.data.map((one) => one.id)).toContain(approval.id)
})

test('any version of a file stands for its first', async () => {
  const next = (await world.anna.upload(`/attachments/${plan.id}`, 'plan.txt', Buffer.from('2'), { method: 'PUT' }))
    .body.data[0]
  const approval = (await ask({ attachments: [next.id] })).body.data[0]
  expect(approval.attachmentIds).toEqual([plan.id])
  const { body } = await world.anna.put(`/approvals/${approval.id}`, { removeAttachments: [next.id] })
  expect(body.data[0]).toMatchObject({ attachmentIds: [] })
  const again = await world.anna.put(`/approvals/${approval.id}`, { addAttachments: [plan.id] })
  expect(again.body.data[0].attachmentIds).toEqual([plan.id])
})

test('a new version opens the decisions anew, and says so', async () => {
  const { body } = await ask({ attachments: [plan.id], approvers: [world.ben.id, world.cleo.id] })
  await world.ben.put(`/approvals/${body.data[0].id}/decision`, { status: 'Approved', comment: 'Good' })
  await world.anna.upload(`/attachments/${plan.id}`, 'plan.txt', Buffer.from('3'), { method: 'PUT' })
  const { decisions } = (await world.anna.get(`/approvals/${body.data[0].id}`)).body.data[0]
  expect(decisions.map((one: Data) => [one.status, one.comment])).toEqual([
    ['Pending', ''],
    ['Pending', ''],
  ])
  const { rows } = await world.store.pool.query(`select after from event where type = 'TaskApprovalDecisionReset'`)
  expect(rows).toMatchObject([{ after: { approverIds: [world.ben.personId] } }])
})
