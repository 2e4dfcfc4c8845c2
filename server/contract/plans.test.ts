import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'
import { features, type Plan, plans } from './plans.ts'

/** Each feature of the core at the greatest plan without it: writing is refused, reading goes on without it. */
let world: World
let task: Data
let next: Data
let field: Data
beforeAll(async () => {
  world = await startWorld()
  const dates = { start: '2026-03-02', due: '2026-03-03' }
  field = (await world.anna.post('/customfields', { title: 'Depth', type: 'Text' })).body.data[0]
  const rich = { customFields: [{ id: field.id, value: 'x' }], billingType: 'Billable' }
  task = await world.task({ dates, ...rich })
  next = await world.task({ dates })
  await world.anna.post(`/tasks/${task.id}/timelogs`, { comment: '', hours: 1, trackedDate: '2026-03-02' })
  await world.anna.put('/account', { metadata: [] })
})
afterAll(() => world.close())

const before = (plan: Plan) => plans[plans.indexOf(plan) - 1] as Plan
const role = (number: number) => encodeId('AccessRole', world.accountId, number)

type Call = () => Promise<{ status: number; body: Data }>
const writes: [keyof typeof features, string, Call][] = [
  ['dependencies', 'a link', () => link()],
  [
    'taskStatus',
    'a status without its custom status',
    () => world.anna.put(`/tasks/${task.id}`, { status: 'Deferred' }),
  ],
  ['customFields', 'a field', () => world.anna.post('/customfields', { title: 'x', type: 'Text' })],
  [
    'customFields',
    'a value',
    () => world.anna.put(`/tasks/${task.id}`, { customFields: [{ id: field.id, value: 'y' }] }),
  ],
  ['accessRoles', 'a role on a folder', () => addRole()],
  ['accessRoles', 'a role in a space', () => spaceWithRole()],
  ['accessRoles', 'the list of roles', () => world.anna.get('/access_roles')],
  ['timeTracking', 'a record of time', () => log()],
  ['customWorkflows', 'a workflow', () => world.anna.post('/workflows', { name: `Flow ${Math.random()}` })],
  ['accountComments', 'the comments of the account', () => world.anna.get('/comments')],
  ['invitationText', 'a message', () => invite()],
  ['userTypes', 'the list of types', () => world.anna.get('/user_types')],
  ['lockedSpaces', 'a locked space', () => world.anna.post('/spaces', { accessType: 'Locked', title: 'x' })],
  ['billing', 'a billing type', () => world.anna.put(`/tasks/${task.id}`, { billingType: 'NonBillable' })],
  ['billing', 'a budget', () => world.anna.put(`/folders/${world.pond.id}`, { project: { budget: 5 } })],
]
const link = () =>
  world.anna.post(`/tasks/${task.id}/dependencies`, { successorId: next.id, relationType: 'FinishToStart' })
const addRole = () =>
  world.anna.put(`/folders/${world.pond.id}`, { addAccessRoles: { [world.dan.id]: role(0xfffffffe) } })
const spaceWithRole = () => {
  const members = [{ id: world.ben.id, accessRoleId: role(0xfffffffe) }]
  return world.anna.post('/spaces', { accessType: 'Private', title: 'x', members })
}
const log = () => world.anna.post(`/tasks/${task.id}/timelogs`, { comment: '', hours: 1, trackedDate: '2026-03-02' })
const invite = () => world.anna.post('/invitations', { email: `i${Math.random()}@example.com`, message: 'Come' })

describe('what a plan lacks is refused, and what it has is not', () => {
  for (const [feature, what, call] of writes) {
    const { from } = features[feature]
    test(`${feature}: ${what}, from ${from} on`, async () => {
      await world.plan(before(from))
      const refused = await call()
      expect({ status: refused.status, error: refused.body.error }).toEqual({ status: 403, error: 'not_allowed' })
      await world.plan(from)
      expect((await call()).status).toBe(200)
    })
  }
})

test('on the smallest plan reading goes on, without the members it lacks', async () => {
  await world.plan('Pinnacle')
  const fields = ['billingType']
  const rich = (await world.anna.get(`/tasks/${task.id}`, { fields })).body.data[0]
  expect(Object.keys(rich)).toEqual(expect.arrayContaining(['customFields', 'billingType']))
  await world.plan('Free')
  const { status, body } = await world.anna.get(`/tasks/${task.id}`, { fields })
  expect(status).toBe(200)
  for (const member of ['customFields', 'billingType']) expect(body.data[0]).not.toHaveProperty(member)
  for (const path of [
    '/timelogs',
    '/customfields',
    '/groups',
    '/spaces',
    '/workflows',
    `/tasks/${task.id}/dependencies`,
  ])
    expect((await world.anna.get(path)).status).toBe(200)
  await world.plan('Pinnacle')
})
