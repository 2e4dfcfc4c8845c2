import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data } from '#testing/client.ts'
import { recordedBy } from '#testing/recorded.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let workflow: Data
beforeAll(async () => {
  world = await startWorld()
  workflow = (await world.anna.post('/workflows', { name: 'Flow' })).body.data[0]
})
afterAll(() => world.close())

const role = (number: number) => encodeId('AccessRole', world.accountId, number)
const create = (more: Record<string, unknown> = {}, who = world.anna) =>
  who.post('/spaces', { accessType: 'Private', title: 'Shed', ...more })
const created = async (more: Record<string, unknown> = {}): Promise<Data> => (await create(more)).body.data[0]
const update = (space: Data, more: Record<string, unknown>, who = world.anna) => who.put(`/spaces/${space.id}`, more)
const all = ['members', 'suggestedTaskWorkflows', 'suggestedProjectWorkflows']

describe('creating', () => {
  test('externals and collaborators can’t', async () => {
    for (const kind of ['external', 'collaborator'] as const) {
      const who = await world.person(`New${kind}`, { role: kind })
      expect((await create({}, who)).body.error).toBe('not_allowed')
    }
  })

  test('a guest role is for public spaces, a title says something, a member is named once', async () => {
    const [ben, nobody] = [{ id: world.ben.id }, encodeId('Workflow', world.accountId, 900_000)]
    for (const wrong of [
      { guestRoleId: role(0xfffffffe) },
      { title: '  ' },
      { members: [ben, ben] },
      { members: [{ id: world.anna.id, isManager: false }, ben] },
      { accessType: 'Open' },
    ])
      expect((await create(wrong)).body.error).toBe('invalid_parameter')
    for (const unknown of [
      { members: [{ id: world.eve.id }] },
      { members: [{ id: world.ben.id, accessRoleId: role(5) }] },
      { defaultTaskWorkflowId: nobody },
      { suggestedProjectWorkflows: [nobody] },
    ])
      expect((await create(unknown)).body.error).toBe('resource_not_found')
  })

  test('the creator manages it with the role Full', async () => {
    const { body } = await create({ description: 'Tools<script>x</script>', fields: all }, world.dan)
    expect(body.kind).toBe('spaces')
    expect(body.data[0]).toMatchObject({
      title: 'Shed',
      description: 'Tools',
      accessType: 'Private',
      archived: false,
      members: [{ id: world.dan.id, accessRoleId: role(0xffffffff), isManager: true }],
      suggestedTaskWorkflowIds: [],
      suggestedProjectWorkflowIds: [],
    })
    expect(body.data[0]).not.toHaveProperty('guestRoleId')
    expect((await world.dan.get('/folders')).body.data.map((entry) => entry.id)).toContain(body.data[0].id)
  })

  test('workflows of tasks and projects are kept, and taken by what is made in it', async () => {
    const space = await created({
      defaultProjectWorkflowId: workflow.id,
      defaultTaskWorkflowId: workflow.id,
      suggestedTaskWorkflows: [workflow.id, workflow.id],
      suggestedProjectWorkflows: [workflow.id],
      fields: all,
    })
    expect(space).toMatchObject({
      defaultProjectWorkflowId: workflow.id,
      defaultTaskWorkflowId: workflow.id,
      suggestedTaskWorkflowIds: [workflow.id],
      suggestedProjectWorkflowIds: [workflow.id],
    })
    const task = await world.task({ in: space })
    expect(workflow.customStatuses.map((status: Data) => status.id)).toContain(task.customStatusId)
  })

  test('a role other than Full is refused on a plan without roles', async () => {
    await world.plan('Team')
    expect((await create({ members: [{ id: world.ben.id, accessRoleId: role(0xfffffffe) }] })).body.error).toBe(
      'not_allowed',
    )
    expect((await create({ members: [{ id: world.ben.id, accessRoleId: role(0xffffffff) }] })).status).toBe(200)
    await world.plan('Pinnacle')
  })

  test('is an event', async () => {
    const events = await recordedBy(world, () => create())
    expect(events).toMatchObject([{ type: 'SpaceCreated', after: { title: 'Shed', accessType: 'Private' } }])
  })
})

describe('changing', () => {
  test('is for its managers alone, whatever else one may', async () => {
    const members = [{ id: world.anna.id, isManager: true }, { id: world.ben.id }]
    const space = await created({ members })
    for (const who of [world.ben, world.dan])
      expect((await update(space, { title: 'Mine' }, who)).body.error).toBe('access_forbidden')
  })

  test('touches what is sent, and is an event with before and after', async () => {
    const space = await created({ description: 'Tools' })
    const events = await recordedBy(world, async () => {
      const { body } = await update(space, { title: 'Barn' })
      expect(body.data[0]).toEqual({ ...space, title: 'Barn', avatarUrl: expect.any(String) })
    })
    expect(events).toMatchObject([{ type: 'SpaceUpdated', before: { title: 'Shed' }, after: { title: 'Barn' } }])
    expect((await update(space, { description: '' })).body.data[0]).not.toHaveProperty('description')
  })

  test('members come, change their role and go; what they reach follows', async () => {
    const space = await created()
    const task = await world.task({ in: space })
    const may = async () => (await world.dan.put(`/tasks/${task.id}`, { title: 'x' })).status
    await update(space, { membersAdd: [{ id: world.dan.id, accessRoleId: role(0xfffffffc) }] })
    expect([(await world.dan.get(`/tasks/${task.id}`)).status, await may()]).toEqual([200, 403])
    await update(space, { membersUpdate: [{ id: world.dan.id, accessRoleId: role(0xfffffffe) }] })
    expect(await may()).toBe(200)
    await update(space, { membersRemove: [world.dan.id] })
    expect((await world.dan.get(`/tasks/${task.id}`)).status).toBe(403)
  })

  test('a group is a member for all in it', async () => {
    const group = (await world.anna.post('/groups', { title: 'Diggers', members: [world.dan.id] })).body.data[0]
    const space = await created({ members: [{ id: group.id, accessRoleId: role(0xfffffffe) }] })
    await expect.poll(async () => (await world.dan.get(`/spaces/${space.id}`)).status).toBe(200)
    expect((await world.dan.get('/spaces', { userIsMember: true })).body.data.map((row) => row.id)).toContain(space.id)
  })

  test('who is invited is a member by the invitation, shown when asked', async () => {
    const { body } = await world.anna.post('/invitations', { email: 'ina@example.com' })
    const space = await created({ members: [{ id: body.data[0].id }], withInvitations: true, fields: ['members'] })
    expect(space.members.map((one: Data) => one.id)).toEqual([world.anna.id, body.data[0].id])
    const without = await world.anna.get(`/spaces/${space.id}`, { fields: ['members'] })
    expect(without.body.data[0].members.map((one: Data) => one.id)).toEqual([world.anna.id])
  })

  test('suggested workflows are added and taken away', async () => {
    const space = await created()
    const deltas = {
      suggestedTaskWorkflowsAdd: [workflow.id],
      suggestedProjectWorkflowsAdd: [workflow.id],
      fields: all,
    }
    expect((await update(space, deltas)).body.data[0]).toMatchObject({
      suggestedTaskWorkflowIds: [workflow.id],
      suggestedProjectWorkflowIds: [workflow.id],
    })
    const { body } = await update(space, { suggestedTaskWorkflowsRemove: [workflow.id], fields: all })
    expect(body.data[0]).toMatchObject({
      suggestedTaskWorkflowIds: [],
      suggestedProjectWorkflowIds: [workflow.id],
    })
  })

  test('the same contact in two lists of a call is refused', async () => {
    const space = await created({ members: [{ id: world.ben.id }] })
    const both = { membersAdd: [{ id: world.ben.id }], membersRemove: [world.ben.id] }
    expect((await update(space, both)).body.error).toBe('invalid_parameter')
  })
})

describe('reading', () => {
  test('lists by part of the title, by type, and not without a title', async () => {
    const space = await created({ title: '100% Moor' })
    const idsOf = async (parameters: Record<string, unknown>) =>
      (await world.anna.get('/spaces', parameters)).body.data.map((row) => row.id)
    expect(await idsOf({ title: '0% m' })).toEqual([space.id])
    expect(await idsOf({ title: '_00' })).toEqual([])
    expect(await idsOf({ accessTypes: ['Public', 'Locked'] })).toEqual([])
    expect((await world.anna.get('/spaces', { title: ' ' })).body.error).toBe('invalid_parameter')
  })

  test('suggested workflows are no field of the list', async () => {
    for (const field of ['suggestedTaskWorkflows', 'suggestedProjectWorkflows'])
      expect((await world.anna.get('/spaces', { fields: [field] })).body.error).toBe('invalid_parameter')
    expect((await world.anna.get('/spaces', { fields: ['members', 'workScheduleId'] })).status).toBe(200)
  })

  test('a folder is no space', async () => {
    expect((await world.anna.get(`/spaces/${world.pond.id}`)).body.error).toBe('resource_not_found')
  })
})

describe('deleting', () => {
  test('is for managers; the content lies in the recycle bin then', async () => {
    const space = await created({ members: [{ id: world.anna.id, isManager: true }, { id: world.ben.id }] })
    const folder = await world.folder({ in: space })
    expect((await world.ben.delete(`/spaces/${space.id}`)).body.error).toBe('access_forbidden')
    const events = await recordedBy(world, () => world.anna.delete(`/spaces/${space.id}`))
    expect(events).toMatchObject([{ type: 'SpaceDeleted', before: { title: 'Shed' } }])
    expect((await world.anna.get('/spaces')).body.data.map((row) => row.id)).not.toContain(space.id)
    expect((await world.anna.get(`/folders/${folder.id}`)).body.data[0].scope).toBe('RbFolder')
  })
})
