import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let admin: World['anna']
let secret: { folder: Data; task: Data }
beforeAll(async () => {
  world = await startWorld()
  admin = await world.person('Ada', { role: 'admin' })
  const folder = await world.folder({ in: { id: world.root }, title: 'Heron papers', project: {} })
  secret = { folder, task: await world.task({ in: folder, title: 'Heron nest', description: '<b>blue</b> eggs' }) }
})
afterAll(() => world.close())

const all = ['task', 'folder', 'attachment', 'project', 'space']
const search = async (terms: string[] | undefined, more: Record<string, unknown> = {}, who = admin) => {
  const { status, body } = await who.post('/ediscovery_search', { scopes: all, ...(terms ? { terms } : {}), ...more })
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data.map((hit) => hit.id)
}

describe('who may', () => {
  test('admins alone, on plans with eDiscovery', async () => {
    const call = (who: World['anna']) => who.post('/ediscovery_search', { scopes: all, terms: ['heron'] })
    expect((await call(world.ben)).body.error).toBe('not_allowed')
    await world.plan('Business')
    expect((await call(admin)).body.error).toBe('not_allowed')
    await world.plan('Pinnacle')
  })

  test('an admin finds what is not shared with anybody but its owner', async () => {
    expect((await admin.get(`/tasks/${secret.task.id}`)).status).toBe(403)
    expect(await search(['heron'])).toEqual([secret.task.id, secret.folder.id])
  })

  test('another account has its own texts', async () => {
    expect(await search(['heron'], {}, world.eve)).toEqual([])
  })
})

describe('words', () => {
  test('of descriptions are found without their markup, in any case', async () => {
    expect(await search(['BLUE'])).toEqual([secret.task.id])
    expect(await search(['b'])).toEqual([])
  })

  test('of one term stand beside one another, and one term is enough', async () => {
    expect(await search(['blue eggs'])).toEqual([secret.task.id])
    expect(await search(['eggs blue'])).toEqual([])
    expect(await search(['eggs blue', 'nest'])).toEqual([secret.task.id])
  })

  test('of a comment find the item it is on, until it is deleted', async () => {
    const onTask = (await world.anna.post(`/tasks/${world.dig.id}/comments`, { text: 'a kingfisher came' })).body
      .data[0]
    const onFolder = (await world.anna.post(`/folders/${world.pond.id}/comments`, { text: 'kingfisher' })).body.data[0]
    expect(await search(['kingfisher'])).toEqual([world.dig.id, world.pond.id])
    for (const { id } of [onTask, onFolder]) await world.anna.delete(`/comments/${id}`)
    expect(await search(['kingfisher'])).toEqual([])
  })

  test('of a file’s name find the file', async () => {
    const { body } = await world.anna.upload(
      `/tasks/${world.dig.id}/attachments`,
      'frog_count-2026.csv',
      Buffer.from('1'),
    )
    for (const term of ['frog', 'count', 'csv', 'frog_count-2026.csv'])
      expect(await search([term])).toEqual([body.data[0].id])
    await world.anna.delete(`/attachments/${body.data[0].id}`)
    expect(await search(['frog'])).toEqual([])
  })

  test('follow every change, and are found in the recycle bin', async () => {
    const task = await world.task({ title: 'Otter' })
    await world.anna.put(`/tasks/${task.id}`, { title: 'Beaver' })
    expect(await search(['otter'])).toEqual([])
    await world.anna.delete(`/tasks/${task.id}`)
    expect(await search(['beaver'])).toEqual([task.id])
  })

  test('a megabyte of different words is taken', async () => {
    const description = Array.from({ length: 120_000 }, (_, at) => `w${at}`).join(' ')
    const task = await world.task({ title: 'Long', description })
    expect(await search(['w1'])).toEqual([task.id])
  })
})

test('scopes tell folders, projects and spaces apart', async () => {
  const project = await world.folder({ title: 'Reed one', project: {} })
  const folder = await world.folder({ title: 'Reed two' })
  const space = (await world.anna.post('/spaces', { accessType: 'Private', title: 'Reed three' })).body.data[0]
  const task = await world.task({ title: 'Reed four' })
  const ids = { task, folder, project, space }
  for (const [scope, { id }] of Object.entries(ids)) expect(await search(['reed'], { scopes: [scope] })).toEqual([id])
  expect(await search(['reed'], { scopes: ['folder', 'space'] })).toEqual([space.id, folder.id])
})

test('as seen by a user, hits are what that user sees', async () => {
  const task = await world.task({ title: 'Newt' })
  const hidden = await world.task({ in: secret.folder, title: 'Newt' })
  expect(await search(['newt'])).toEqual([hidden.id, task.id])
  expect(await search(['newt'], { targetUserId: world.cleo.id })).toEqual([task.id])
  expect(await search(['newt'], { targetUserId: world.dan.id })).toEqual([])
  const eve = await admin.post('/ediscovery_search', { scopes: all, targetUserId: world.eve.id })
  expect(eve.body.error).toBe('resource_not_found')
})

test('without terms everything of the kinds is found', async () => {
  expect(await search(undefined, { scopes: ['space'] })).toContain(world.garden.id)
})

test('the time it may take is seconds or has a unit', async () => {
  for (const timeout of ['5', '5000ms', '1m']) expect(await search(['blue'], { timeout })).toEqual([secret.task.id])
  const { body } = await admin.post('/ediscovery_search', { scopes: all, timeout: 'soon' })
  expect(body.error).toBe('invalid_parameter')
})
