import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { recordedBy } from '#testing/recorded.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let count = 0
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

/** Somebody with a private space, a task in it and one in Pond, both unfinished, and a finished one. */
async function gardener() {
  const who = await world.person(`Gus${count++}`)
  await world.anna.put(`/folders/${world.pond.id}`, { addShareds: [who.id] })
  const space = (await who.post('/spaces', { title: `Shed ${count}`, accessType: 'Private' })).body.data[0]
  const project = (await who.post(`/folders/${space.id}/folders`, { title: 'Roof', project: { ownerIds: [who.id] } }))
    .body.data[0]
  const task = async (place: Data, more = {}) =>
    (await who.post(`/folders/${place.id}/tasks`, { title: 'Tidy', responsibles: [who.id], ...more })).body.data[0]
  const [own, shared, done] = [
    await task(space),
    await task(world.pond),
    await task(world.pond, { status: 'Completed' }),
  ]
  return { who, space, project, own, shared, done }
}
const remove = (who: Person, more = {}, by = world.anna) => by.delete(`/users/${who.id}`, more)
const responsibles = async (task: Data): Promise<string[]> =>
  (await world.anna.get(`/tasks/${task.id}`)).body.data[0].responsibleIds

describe('removing a user', () => {
  test('is for admins, of others than the owner, oneself and who is removed', async () => {
    const who = await world.person(`Rob${count++}`)
    expect((await remove(who, {}, world.ben)).body.error).toBe('not_allowed')
    expect((await remove(world.anna)).body.error).toBe('not_allowed')
    const admin = await world.person(`Ada${count++}`, { role: 'admin' })
    expect((await remove(admin, {}, admin)).body.error).toBe('access_forbidden')
    expect((await remove(who)).body.data[0]).toMatchObject({ id: who.id, deleted: true })
    expect((await remove(who)).body.error).toBe('not_allowed')
  })

  test('needs an heir while nobody else reaches something of the user, who is another active one', async () => {
    const { who, own } = await gardener()
    const refused = await remove(who)
    expect(refused.body).toMatchObject({ error: 'not_allowed' })
    expect(refused.body.errorDescription).toContain('handOverTo')
    expect((await remove(who, { handOverTo: who.id })).body.error).toBe('invalid_parameter')
    const gone = await world.person(`Off${count++}`)
    await world.anna.put(`/users/${gone.id}`, { active: false })
    expect((await remove(who, { handOverTo: gone.id })).body.error).toBe('not_allowed')
    expect((await who.get(`/tasks/${own.id}`)).status).toBe(200)
  })

  test('gives the heir spaces, unfinished tasks and projects; not what is finished', async () => {
    const { who, space, project, own, shared, done } = await gardener()
    const heir = await world.person(`Heir${count++}`)
    expect((await heir.get(`/tasks/${own.id}`)).status).toBe(403)
    const events = await recordedBy(world, () => remove(who, { handOverTo: heir.id }))
    expect((await heir.get(`/tasks/${own.id}`)).body.data[0].responsibleIds).toEqual([heir.id])
    expect(await responsibles(shared)).toEqual([heir.id])
    expect(await responsibles(done)).toEqual([])
    expect((await heir.get(`/folders/${project.id}`)).body.data[0].project.ownerIds).toEqual([heir.id])
    const [found] = (await heir.get(`/spaces/${space.id}`, { fields: ['members'] })).body.data
    expect(found.members).toMatchObject([{ id: heir.id, isManager: true }])
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['UserRemoved', 'FolderSharingChanged', 'TaskResponsiblesAdded', 'ProjectOwnersChanged']),
    )
    const [record] = (await world.anna.get('/audit_log', { operations: ['UserDeleted'] })).body.data
    expect(record).toMatchObject({ objectId: who.id, details: { 'Handed Over To': heir.id } })
  })

  test('ends access, groups and shares at once; another invitation brings the personal space back, and nothing else', async () => {
    const who = await world.person(`Ray${count++}`)
    await world.anna.put(`/folders/${world.pond.id}`, { addShareds: [who.id] })
    const group = (await world.anna.post('/groups', { title: `Rakers ${count}`, members: [who.id] })).body.data[0]
    const personal = (await who.get('/spaces')).body.data.find((one: Data) => one.accessType === 'Personal')
    await remove(who)
    await expect.poll(async () => (await who.get('/account')).status).toBe(401)
    expect((await world.anna.get(`/groups/${group.id}`)).body.data[0].memberIds).toEqual([])
    expect((await world.anna.get(`/folders/${world.pond.id}`)).body.data[0].sharedIds).not.toContain(who.id)
    const { rows } = await world.store.pool.query(
      'select folder_id from folder_share where account_id = $1 and principal_id = $2',
      [world.accountId, who.personId],
    )
    expect(rows.map(({ folder_id }) => encodeId('Space', world.accountId, Number(folder_id)))).toEqual([personal.id])
    const { rows: persons } = await world.store.pool.query('select email from person where person_id = $1', [
      who.personId,
    ])
    expect((await world.anna.post('/invitations', { email: persons[0].email })).status).toBe(200)
  })

  test('of a locked space is handed over to its members alone', async () => {
    const who = await world.person(`Lou${count++}`)
    const accessRoleId = encodeId('AccessRole', world.accountId, 0xffffffff)
    const space = (
      await world.anna.post('/spaces', {
        title: `Vault ${count}`,
        accessType: 'Locked',
        members: [
          { id: world.anna.id, accessRoleId, isManager: true },
          { id: world.ben.id, accessRoleId, isManager: false },
        ],
      })
    ).body.data[0]
    const folder = (await world.anna.post(`/folders/${space.id}/folders`, { title: 'Gold' })).body.data[0]
    await world.anna.put(`/spaces/${space.id}`, { membersAdd: [{ id: who.id, accessRoleId, isManager: false }] })
    const task = (await world.anna.post(`/folders/${folder.id}/tasks`, { title: 'Count', responsibles: [who.id] })).body
      .data[0]
    await world.anna.put(`/spaces/${space.id}`, { membersRemove: [who.id] })
    expect((await remove(who, { handOverTo: world.dan.id })).body.error).toBe('not_allowed')
    expect((await remove(who, { handOverTo: world.ben.id })).status).toBe(200)
    expect(await responsibles(task)).toEqual([world.ben.id])
  })
})

describe('switching a user off', () => {
  test('may hand over too, and only then', async () => {
    const { who, own } = await gardener()
    const put = (more: object) => world.anna.put(`/users/${who.id}`, { handOverTo: world.ben.id, ...more })
    expect((await put({ active: true })).body.error).toBe('invalid_parameter')
    expect((await put({ active: false })).body.data[0].profiles[0].active).toBe(false)
    expect((await world.ben.get(`/tasks/${own.id}`)).body.data[0].responsibleIds).toEqual([world.ben.id])
  })
})

describe('the work of a user', () => {
  test('is counted for admins, whoever sees it', async () => {
    const { who } = await gardener()
    expect((await world.ben.get(`/users/${who.id}/work`)).body.error).toBe('not_allowed')
    const [work] = (await world.anna.get(`/users/${who.id}/work`)).body.data
    expect(work).toMatchObject({ userId: who.id, activeTasks: 2, projects: 1, spaces: 1, reachedByNobodyElse: 2 })
    expect(work.groupIds).toHaveLength(1)
  })
})
