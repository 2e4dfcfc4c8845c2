import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Data, Parameters } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let task: Data
beforeAll(async () => {
  world = await startWorld()
})
beforeEach(async () => {
  task = await world.task()
})
afterAll(() => world.close())

const put = (parameters: Parameters, who: Person = world.anna) => who.put(`/tasks/${task.id}`, parameters)
const changed = async (parameters: Parameters, who?: Person): Promise<Data> => {
  const { status, body } = await put(parameters, who)
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data[0]
}
const sees = async (who: Person) => (await who.get(`/tasks/${task.id}`)).status === 200

describe('sharing', () => {
  test('is refused for a contact in both lists of one call', async () => {
    expect((await put({ addShareds: [world.dan.id], removeShareds: [world.dan.id] })).body.error).toBe(
      'invalid_parameter',
    )
  })
  test('lets a person in, and out again', async () => {
    expect((await changed({ addShareds: [world.dan.id] })).sharedIds).toContain(world.dan.id)
    expect(await sees(world.dan)).toBe(true)
    expect((await changed({ removeShareds: [world.dan.id] })).sharedIds).not.toContain(world.dan.id)
    expect(await sees(world.dan)).toBe(false)
  })
  test('gives Full on a task whose folders the person does not see', async () => {
    await changed({ addShareds: [world.dan.id] })
    expect((await put({ title: 'By Dan' }, world.dan)).status).toBe(200)
  })
  test('with a group lets its members in, and those of its subgroups', async () => {
    const outer = (await world.anna.post('/groups', { title: 'Outer' })).body.data[0]
    await world.anna.post('/groups', { title: 'Inner', members: [world.dan.id], parent: outer.id })
    expect((await changed({ addShareds: [outer.id] })).sharedIds).toContain(outer.id)
    expect(await sees(world.dan)).toBe(true)
  })
  test('reaches the subtasks', async () => {
    const sub = await world.task({ in: { id: world.root }, superTasks: [task.id] })
    await changed({ addShareds: [world.dan.id] })
    expect((await world.dan.get(`/tasks/${sub.id}`)).status).toBe(200)
    await changed({ removeShareds: [world.dan.id] })
    expect((await world.dan.get(`/tasks/${sub.id}`)).status).toBe(403)
  })
  test('from above cannot be taken away below, nor from the author', async () => {
    const after = await changed({ removeShareds: [world.cleo.id, world.anna.id] })
    expect(after.sharedIds).toEqual(expect.arrayContaining([world.cleo.id, world.anna.id]))
    expect(await sees(world.cleo)).toBe(true)
  })
  test('lists direct and inherited shares, people and groups once each', async () => {
    await changed({ addShareds: [world.cleo.id, world.dan.id] })
    const { sharedIds } = (await world.anna.get(`/tasks/${task.id}`)).body.data[0]
    expect([...sharedIds].sort()).toEqual([world.anna.id, world.ben.id, world.cleo.id, world.dan.id].sort())
  })
  test('with who is invited is named by the invitation, if it is wanted', async () => {
    const invitation = (await world.anna.post('/invitations', { email: 'gus@example.com' })).body.data[0]
    const plain = await changed({ addShareds: [invitation.id], addResponsibles: [invitation.id] })
    expect(plain.sharedIds).not.toContain(invitation.id)
    const { body } = await world.anna.get(`/tasks/${task.id}`, { withInvitations: true })
    expect(body.data[0].sharedIds).toContain(invitation.id)
    expect(body.data[0].responsibleIds).toEqual([invitation.id])
  })
})

describe('assigning', () => {
  test('is refused for a person in both lists of one call', async () => {
    expect((await put({ addResponsibles: [world.dan.id], removeResponsibles: [world.dan.id] })).status).toBe(400)
  })
  test('shares the task with the person, who follows it', async () => {
    const after = await changed({ addResponsibles: [world.dan.id] })
    expect(after).toMatchObject({ responsibleIds: [world.dan.id] })
    expect(after.followerIds).toContain(world.dan.id)
    expect(await sees(world.dan)).toBe(true)
  })
  test('is open to an editor, who may not share', async () => {
    expect((await changed({ addResponsibles: [world.dan.id] }, world.ben)).responsibleIds).toEqual([world.dan.id])
    expect((await put({ addShareds: [world.dan.id] }, world.ben)).body.error).toBe('access_forbidden')
  })
  test('twice is once, and taking it from who does not have it is no error', async () => {
    await changed({ addResponsibles: [world.ben.id] })
    expect((await changed({ addResponsibles: [world.ben.id] })).responsibleIds).toEqual([world.ben.id])
    expect((await changed({ removeResponsibles: [world.dan.id] })).responsibleIds).toEqual([world.ben.id])
  })
  test('ends without taking the access away', async () => {
    await changed({ addResponsibles: [world.dan.id] })
    expect((await changed({ removeResponsibles: [world.dan.id] })).responsibleIds).toEqual([])
    expect(await sees(world.dan)).toBe(true)
  })
})

describe('creating in a folder', () => {
  test('an editor may assign, but not share, for that needs the role Full', async () => {
    const path = `/folders/${world.pond.id}/tasks`
    expect((await world.ben.post(path, { title: 'x', responsibles: [world.dan.id] })).status).toBe(200)
    const { status, body } = await world.ben.post(path, { title: 'x', shareds: [world.dan.id] })
    expect({ status, error: body.error }).toEqual({ status: 403, error: 'access_forbidden' })
    expect((await world.ben.post(path, { title: 'x', shareds: [world.ben.id] })).status).toBe(200)
  })
  test('an external may not share at all', async () => {
    const ext = await world.person('Ext', { role: 'external' })
    await world.anna.put(`/folders/${world.pond.id}`, { addShareds: [ext.id] })
    const path = `/folders/${world.pond.id}/tasks`
    expect((await ext.post(path, { title: 'x' })).status).toBe(200)
    const { status, body } = await ext.post(path, { title: 'x', shareds: [world.ben.id] })
    expect({ status, error: body.error }).toEqual({ status: 403, error: 'not_allowed' })
  })
})
