import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
/** By Ben and Cleo, still pending; approved; drafts. */
let made: { pending: Data; approved: Data; draft: Data; hidden: Data }
beforeAll(async () => {
  world = await startWorld()
  const ask = async (path: string, parameters: Record<string, unknown>) =>
    (await world.anna.post(`${path}/approvals`, parameters)).body.data[0]
  const secret = await world.folder({ in: { id: world.root }, title: 'Secret' })
  made = {
    pending: await ask(`/tasks/${world.dig.id}`, { approvers: [world.ben.id, world.cleo.id], dueDate: '2026-05-04' }),
    approved: await ask(`/tasks/${world.dig.id}`, { approvers: [world.cleo.id] }),
    draft: await ask(`/folders/${world.pond.id}`, { dueDate: '2026-05-10' }),
    hidden: await ask(`/folders/${secret.id}`, { approvers: [world.anna.id] }),
  }
  await world.cleo.put(`/approvals/${made.approved.id}/decision`, { status: 'Approved' })
  await world.ben.put(`/approvals/${made.pending.id}/decision`, { status: 'Approved' })
})
afterAll(() => world.close())

const found = async (who: World['ben'], parameters: Record<string, unknown> = {}) => {
  const { status, body } = await who.get('/approvals', parameters)
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data.map((approval) => Object.entries(made).find(([, { id }]) => id === approval.id)?.[0])
}

test('each sees the approvals of what is shared with them, newest first', async () => {
  expect(await found(world.anna)).toEqual(['hidden', 'draft', 'approved', 'pending'])
  expect(await found(world.cleo)).toEqual(['draft', 'approved', 'pending'])
  expect(await found(world.dan)).toEqual([])
  expect((await world.eve.get('/approvals')).body.data).toEqual([])
})

test('filters hold together', async () => {
  expect(await found(world.ben, { statuses: ['Pending', 'Draft'] })).toEqual(['draft', 'pending'])
  expect(await found(world.ben, { approvers: [world.cleo.id] })).toEqual(['approved', 'pending'])
  expect(await found(world.ben, { approvers: [world.cleo.id], statuses: ['Approved'] })).toEqual(['approved'])
  expect(await found(world.ben, { pendingApprovers: [world.ben.id] })).toEqual([])
  expect(await found(world.ben, { pendingApprovers: [world.ben.id, world.cleo.id] })).toEqual(['pending'])
  expect(await found(world.ben, { type: 'Regular' })).toEqual(['draft', 'approved', 'pending'])
  expect(await found(world.ben, { type: 'FilesOnly' })).toEqual([])
  expect(await found(world.ben, { dueDate: { equal: '2026-05-04' } })).toEqual(['pending'])
  expect(await found(world.ben, { dueDate: { start: '2026-05-04', end: '2026-05-10' } })).toEqual(['pending'])
  expect(await found(world.ben, { updatedDate: { start: '2100-01-01T00:00:00Z' } })).toEqual([])
  expect(await found(world.ben, { limit: 1 })).toEqual(['draft'])
})

test('a range that contradicts itself is refused', async () => {
  for (const dueDate of [
    { start: '2026-05-04', end: '2026-05-01' },
    { equal: '2026-05-04', end: '2026-05-05' },
  ])
    expect((await world.ben.get('/approvals', { dueDate })).body.error).toBe('invalid_parameter')
})

test('pages together are the whole, each once, and the last has no token', async () => {
  const first = await world.anna.get('/approvals', { pageSize: 3 })
  expect(first.body.data).toHaveLength(3)
  expect(first.body.responseSize).toBe(4)
  const second = await world.anna.get('/approvals', { nextPageToken: first.body.nextPageToken })
  expect(second.body.data.map((approval) => approval.id)).toEqual([made.pending.id])
  expect(second.body.nextPageToken).toBeUndefined()
})

test('a task and a folder show their own', async () => {
  const of = async (path: string) => (await world.ben.get(`${path}/approvals`)).body.data.map((one) => one.id)
  expect(await of(`/tasks/${world.dig.id}`)).toEqual([made.approved.id, made.pending.id])
  expect(await of(`/folders/${world.pond.id}`)).toEqual([made.draft.id])
})

test('by id they come in the order asked for, and one that is hidden refuses all', async () => {
  const ids = [made.draft.id, made.pending.id]
  const { body } = await world.ben.get(`/approvals/${ids.join(',')}`)
  expect(body.data.map((one) => one.id)).toEqual(ids)
  const refused = await world.ben.get(`/approvals/${[...ids, made.hidden.id].join(',')}`)
  expect({ status: refused.status, error: refused.body.error }).toEqual({ status: 403, error: 'access_forbidden' })
})
