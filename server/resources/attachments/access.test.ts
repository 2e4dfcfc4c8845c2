import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
/** May comment and attach, but not edit. */
let lea: Person
let collaborator: Person
let file: Data

beforeAll(async () => {
  world = await startWorld()
  lea = await world.person('Lea')
  collaborator = await world.person('Colin', { role: 'collaborator' })
  const limited = (await world.anna.get('/access_roles')).body.data.find(({ title }) => title === 'Limited')
  for (const person of [lea, collaborator]) {
    const { status } = await world.anna.put(`/folders/${world.pond.id}`, {
      addAccessRoles: { [person.id]: limited.id },
    })
    expect(status).toBe(200)
  }
  file = (await world.anna.upload(`/tasks/${world.dig.id}/attachments`, 'plan.txt', 'plan')).body.data[0]
})
afterAll(() => world.close())

const paths = () => [
  `/attachments/${file.id}`,
  `/attachments/${file.id}/download`,
  `/attachments/${file.id}/download/x.txt`,
  `/attachments/${file.id}/preview`,
  `/attachments/${file.id}/url`,
]
const refusal = async (response: Response) => ({
  status: response.status,
  error: ((await response.json()) as Data).error,
})

describe('who sees nothing of the task', () => {
  test('gets neither the file nor its name', async () => {
    for (const path of paths()) {
      const response = await world.dan.raw(path)
      const text = await response.clone().text()
      expect(await refusal(response), path).toEqual({ status: 403, error: 'access_forbidden' })
      expect(text).not.toContain('plan')
    }
  })
  test('cannot attach, replace or delete', async () => {
    const attempts = [
      world.dan.upload(`/tasks/${world.dig.id}/attachments`, 'a.txt', 'x'),
      world.dan.upload(`/attachments/${file.id}`, 'a.txt', 'x', { method: 'PUT' }),
      world.dan.delete(`/attachments/${file.id}`),
    ]
    for (const { status, body } of await Promise.all(attempts))
      expect({ status, error: body.error }).toEqual({ status: 403, error: 'access_forbidden' })
  })
  test('does not meet it in the list of the account', async () => {
    const all = { createdDate: { end: '2100-01-01T00:00:00Z' } }
    expect((await world.dan.get('/attachments', { createdDate: recent() })).body.data).toEqual([])
    expect((await world.cleo.get('/attachments', { createdDate: recent() })).body.data).toHaveLength(1)
    expect((await world.cleo.get('/attachments', all)).body.data).toEqual([])
  })
})

describe('somebody of another account', () => {
  test('finds nothing, as if it did not exist', async () => {
    for (const path of paths())
      expect(await refusal(await world.eve.raw(path)), path).toEqual({ status: 404, error: 'resource_not_found' })
    expect((await world.eve.delete(`/attachments/${file.id}`)).status).toBe(404)
    expect((await world.eve.upload(`/attachments/${file.id}`, 'a', 'x', { method: 'PUT' })).status).toBe(404)
  })
})

describe('a reader', () => {
  test('reads', async () => {
    expect(await (await world.cleo.raw(`/attachments/${file.id}/download`)).text()).toBe('plan')
  })
  test('cannot attach, replace, link or delete', async () => {
    const attempts = [
      world.cleo.upload(`/tasks/${world.dig.id}/attachments`, 'a.txt', 'x'),
      world.cleo.upload(`/folders/${world.pond.id}/attachments`, 'a.txt', 'x'),
      world.cleo.upload(`/attachments/${file.id}`, 'a.txt', 'x', { method: 'PUT' }),
      world.cleo.post(`/tasks/${world.dig.id}/attachments/links`, { url: 'https://example.com', name: 'a' }),
      world.cleo.delete(`/attachments/${file.id}`),
    ]
    for (const { status, body } of await Promise.all(attempts))
      expect({ status, error: body.error }).toEqual({ status: 403, error: 'access_forbidden' })
  })
})

describe('the role Limited, and a collaborator with it', () => {
  test('attach, replace and delete, what others attached as well', async () => {
    for (const person of [lea, collaborator]) {
      const annas = await world.anna.upload(`/tasks/${world.dig.id}/attachments`, 'a.txt', 'x')
      const own = await person.upload(`/tasks/${world.dig.id}/attachments`, 'b.txt', 'x')
      expect(own.status).toBe(200)
      const id = annas.body.data[0].id
      const next = await person.upload(`/attachments/${id}`, 'c.txt', 'y', { method: 'PUT' })
      expect(next.body.data[0]).toMatchObject({ version: 2, authorId: person.id })
      expect((await person.delete(`/attachments/${next.body.data[0].id}`)).status).toBe(200)
      expect((await person.delete(`/attachments/${own.body.data[0].id}`)).status).toBe(200)
    }
  })
})

describe('in the recycle bin', () => {
  test('files can be read, but not changed, and come back with their task', async () => {
    const task = await world.task({ title: 'Old' })
    const made = await world.ben.upload(`/tasks/${task.id}/attachments`, 'old.txt', 'old')
    const { id } = made.body.data[0]
    await world.anna.delete(`/tasks/${task.id}`)

    expect((await world.anna.get(`/tasks/${task.id}/attachments`)).body.data).toHaveLength(1)
    expect(await (await world.anna.raw(`/attachments/${id}/download`)).text()).toBe('old')
    expect((await world.anna.delete(`/attachments/${id}`)).body.error).toBe('not_allowed')
    const listed = async () => (await world.anna.get('/attachments', { createdDate: recent() })).body.data
    expect((await listed()).map((one) => one.id)).not.toContain(id)

    await world.anna.put(`/tasks/${task.id}`, { restore: true })
    expect((await listed()).map((one) => one.id)).toContain(id)
    expect((await world.anna.delete(`/attachments/${id}`)).status).toBe(200)
  })
})

/** The days around now. */
function recent() {
  const day = (offset: number) => `${new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 19)}Z`
  return { start: day(-1), end: day(1) }
}
