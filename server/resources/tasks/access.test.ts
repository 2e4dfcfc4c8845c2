import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data, Parameters } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'

/**
 * Who may do what to a task: by role in its folder, for regular users, and by type of user, with the role Full. Yes is
 * 200; a weak role is `access_forbidden`, a weak licence `not_allowed`.
 */
const roles = ['Full', 'Editor', 'Limited', 'ReadOnly'] as const
const userTypes = ['owner', 'admin', 'regular', 'external', 'collaborator'] as const
const accessRole = { Full: 0xffffffff, Editor: 0xfffffffe, Limited: 0xfffffffd, ReadOnly: 0xfffffffc }

let world: World
const people: Record<string, Person> = {}
let other: Data
beforeAll(async () => {
  world = await startWorld()
  const field = (await world.anna.post('/customfields', { title: 'Depth', type: 'Text' })).body.data[0]
  fieldId = field.id
  other = await world.folder({ title: 'Other' })
  for (const role of roles) people[role] = await world.person(role)
  people.owner = world.anna
  for (const role of userTypes.slice(1)) people[role] = await world.person(role, { role: role as 'admin' })
  const shares = Object.fromEntries(
    [...roles, ...userTypes.slice(1)].map((name) => [
      (people[name] as Person).id,
      encodeId('AccessRole', world.accountId, accessRole[name as 'Full'] ?? accessRole.Full),
    ]),
  )
  for (const folder of [world.pond, other]) {
    const { status } = await world.anna.put(`/folders/${folder.id}`, { addAccessRoles: shares })
    expect(status).toBe(200)
  }
})
afterAll(() => world.close())

let fieldId: string
type Act = (who: Person, task: Data) => Promise<{ status: number; body: { error?: string } }>
const put =
  (parameters: () => Parameters): Act =>
  (who, task) =>
    who.put(`/tasks/${task.id}`, parameters())
const acts: [string, (typeof roles)[number], Act][] = [
  ['read', 'ReadOnly', (who, task) => who.get(`/tasks/${task.id}`)],
  ['follow it oneself', 'ReadOnly', put(() => ({ follow: true }))],
  ['change the status', 'Limited', put(() => ({ status: 'Completed' }))],
  ['change the custom status', 'Limited', put(() => ({ customStatus: encodeId('CustomStatus', world.accountId, 10) }))],
  ['rename', 'Editor', put(() => ({ title: 'Other' }))],
  ['describe', 'Editor', put(() => ({ description: 'x' }))],
  ['schedule', 'Editor', put(() => ({ dates: { start: '2026-03-02' } }))],
  ['set importance', 'Editor', put(() => ({ importance: 'High' }))],
  ['set custom fields', 'Editor', put(() => ({ customFields: [{ id: fieldId, value: 'x' }] }))],
  ['assign', 'Editor', put(() => ({ addResponsibles: [world.anna.id] }))],
  ['add followers', 'Editor', put(() => ({ addFollowers: [world.anna.id] }))],
  ['create beside it', 'Editor', (who) => who.post(`/folders/${world.pond.id}/tasks`, { title: 'New' })],
  [
    'create inside it',
    'Editor',
    (who, task) => who.post(`/folders/${world.root}/tasks`, { title: 'New', superTasks: [task.id] }),
  ],
  ['share', 'Full', put(() => ({ addShareds: [world.dan.id] }))],
  ['add a parent', 'Full', put(() => ({ addParents: [other.id] }))],
  ['delete', 'Full', (who, task) => who.delete(`/tasks/${task.id}`)],
]

/** What a type of user may not do, whatever its role. */
const unlicensed: Record<string, readonly string[]> = {
  external: ['share'],
  collaborator: acts
    .map(([name]) => name)
    .filter((name) => !['read', 'follow it oneself', 'change the status', 'change the custom status'].includes(name)),
}
const judged = async (who: Person, act: Act) => {
  const { status, body } = await act(who, await world.task())
  return status === 200 ? 'yes' : `${status} ${body.error}`
}

for (const [name, needs, act] of acts) {
  describe(`to ${name}`, () => {
    for (const role of roles) {
      const may = roles.indexOf(role) <= roles.indexOf(needs)
      test(`the role ${role} is ${may ? 'enough' : 'too weak'}`, async () => {
        expect(await judged(people[role] as Person, act)).toBe(may ? 'yes' : '403 access_forbidden')
      })
    }
    for (const type of userTypes) {
      const may = !unlicensed[type]?.includes(name)
      test(`the licence ${type} is ${may ? 'enough' : 'too weak'}`, async () => {
        expect(await judged(people[type] as Person, act)).toBe(may ? 'yes' : '403 not_allowed')
      })
    }
    test('an outsider is refused, and so is somebody of another account', async () => {
      if (name === 'create beside it') return
      const task = await world.task()
      expect((await act(world.dan, task)).body.error).toBe('access_forbidden')
      const foreign = await act(world.eve, task)
      expect([foreign.status, foreign.body.error]).toEqual([404, 'resource_not_found'])
    })
  })
}

describe('several aspects in one call', () => {
  test('need the right for each of them, or nothing changes', async () => {
    const task = await world.task()
    const { body } = await (people.Limited as Person).put(`/tasks/${task.id}`, { status: 'Completed', title: 'Other' })
    expect(body.error).toBe('access_forbidden')
    expect((await world.anna.get(`/tasks/${task.id}`)).body.data[0]).toMatchObject({ status: 'Active', title: 'Task' })
  })
})

describe('the highest role of several folders', () => {
  test('counts', async () => {
    const shed = await world.folder({ title: 'Shed' })
    await world.anna.put(`/folders/${shed.id}`, { addShareds: [world.cleo.id] })
    const task = await world.task()
    expect((await world.cleo.put(`/tasks/${task.id}`, { title: 'x' })).body.error).toBe('access_forbidden')
    await world.anna.put(`/tasks/${task.id}`, { addParents: [shed.id] })
    expect((await world.cleo.put(`/tasks/${task.id}`, { title: 'x' })).status).toBe(200)
  })
})
