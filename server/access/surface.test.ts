import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Operation } from '#contract/operation.ts'
import { bound } from '#resources/index.ts'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { validSamples } from '#testing/planted.ts'
import { idTypeOf, pathNames, requiredSamples } from '#testing/samples.ts'
import { startWorld, type World } from '#testing/world.ts'

/**
 * What people read who may see only a part: every reading operation, by every path, with every optional field, and in
 * none of the answers anything of the space Secret: no id, no title, no word of it, in data or in page tokens.
 */
let world: World
let secret: { ids: string[]; words: string[] }
let shared: Record<string, string>
/** Dan has nothing shared with him, Olga is external, Fay has a folder that is linked with the secret in every way. */
let people: Record<'Dan' | 'Olga' | 'Fay', Person>

beforeAll(async () => {
  world = await startWorld()
  people = {
    Dan: world.dan,
    Olga: await world.person('Olga', { role: 'external' }),
    Fay: await world.person('Fay'),
  }
  const { anna } = world
  const made = async (path: string, parameters: Record<string, unknown>): Promise<Data> => {
    const { status, body } = await anna.post(path, parameters)
    if (status !== 200) throw new Error(`POST ${path}: ${status} ${body.errorDescription}`)
    return body.data[0]
  }
  const dates = { start: '2026-03-02', due: '2026-03-03' }
  const later = { start: '2026-03-04', due: '2026-03-05' }
  const log = { comment: 'Secret log', hours: 1, trackedDate: '2026-03-02' }
  const space = await made('/spaces', { accessType: 'Private', title: 'Secret space' })
  const field = await made('/customfields', { title: 'Secret field', type: 'Text', spaceId: space.id })
  const folder = await made(`/folders/${space.id}/folders`, { title: 'Secret folder' })
  const project = await made(`/folders/${folder.id}/folders`, { title: 'Secret project', project: {} })
  const above = await made(`/folders/${project.id}/tasks`, { title: 'Secret above', dates })
  const hidden = await made(`/folders/${project.id}/tasks`, { title: 'Secret next', dates: later })
  // Shared with Fay and Olga, and tied to what they may not see: parents, super tasks, subtasks, dependencies.
  const open = await made(`/folders/${folder.id}/folders`, { title: 'Open', project: {} })
  await anna.put(`/folders/${open.id}`, { addShareds: [people.Fay.id, people.Olga.id] })
  const child = await made(`/folders/${open.id}/folders`, { title: 'Open child' })
  const task = await made(`/folders/${open.id}/tasks`, { title: 'Open task', dates })
  await anna.put(`/tasks/${task.id}`, { addParents: [project.id], addSuperTasks: [above.id] })
  const below = await made(`/folders/${project.id}/tasks`, { title: 'Secret below', superTasks: [hidden.id] })
  const link = await made(`/tasks/${task.id}/dependencies`, { successorId: hidden.id, relationType: 'FinishToStart' })
  const comments = [
    await made(`/tasks/${hidden.id}/comments`, { text: 'Secret words' }),
    await made(`/folders/${project.id}/comments`, { text: 'Secret words' }),
  ]
  const timelog = await made(`/tasks/${hidden.id}/timelogs`, log)
  const bin = await made(`/folders/${project.id}/tasks`, { title: 'Secret bin' })
  await anna.delete(`/tasks/${bin.id}`)
  secret = {
    ids: [space, field, folder, project, above, hidden, below, link, ...comments, timelog, bin].map((one) => one.id),
    words: ['Secret'],
  }
  shared = {
    Folder: open.id,
    SecondFolder: child.id,
    Task: task.id,
    Comment: (await made(`/tasks/${task.id}/comments`, { text: 'Open words' })).id,
    Timelog: (await made(`/tasks/${task.id}/timelogs`, { ...log, comment: 'Open log' })).id,
    Contact: people.Fay.id,
    ContactOrInvitation: people.Fay.id,
    Account: world.account,
  }
})
afterAll(() => world.close())

const reading = bound.filter(({ operation }) => operation.method === 'GET')

/** Everything a call may show: with all optional fields if it takes them at once, and page by page if it has pages. */
async function readAll(who: Person, operation: Operation, path: string): Promise<{ status: number; text: string }> {
  const required = { ...requiredSamples(operation, shared), ...validSamples(operation, shared) }
  const pages = 'pageSize' in operation.parameters ? { pageSize: 1 } : {}
  const list = 'descendants' in operation.parameters && operation.id === 'queryFolders' ? { descendants: false } : {}
  let answer = await who.get(path, { ...required, ...list, ...pages, ...fieldsOf(operation) })
  if (answer.status === 400) answer = await who.get(path, { ...required, ...list, ...pages })
  if (answer.status === 400) answer = await who.get(path, required)
  let text = JSON.stringify(answer.body)
  for (let token = answer.body.nextPageToken; token; ) {
    text += Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()
    const next = await who.get(path, { ...required, ...list, [operation.pageToken as string]: token })
    text += JSON.stringify(next.body)
    token = next.body.nextPageToken
  }
  return { status: answer.status, text }
}

const fieldsOf = ({ fields }: Operation) => (fields?.length ? { fields: [...fields] } : {})

/** The path with ids of what is shared; undefined where it names a type of which nothing is. */
function sharedPath(operation: Operation, path: string): string | undefined {
  const types = pathNames(path).map((name) => idTypeOf(operation.parameters[name] as never) ?? '')
  if (types.some((type) => shared[type] === undefined)) return undefined
  return pathNames(path).reduce(
    (filled, name, at) => filled.replace(`{${name}}`, shared[types[at] as string] as string),
    path,
  )
}

for (const name of ['Dan', 'Olga', 'Fay'] as const) {
  describe(`${name} reads nothing of the secret`, () => {
    for (const { operation } of reading) {
      for (const path of operation.paths) {
        test(`${operation.id}: ${path}`, async () => {
          const filled = sharedPath(operation, path)
          if (filled === undefined) return
          const { status, text } = await readAll(people[name], operation, filled)
          expect(status).not.toBe(400)
          expect(status).toBeLessThan(500)
          for (const id of secret.ids) expect(text).not.toContain(id)
          for (const word of secret.words) expect(text).not.toContain(word)
        })
      }
    }
  })
}

test('Anna reads it all: the secret is there to be found', async () => {
  const lists = ['/spaces', '/folders', '/tasks', '/comments', '/timelogs', '/customfields']
  const answers = await Promise.all(lists.map(async (path) => JSON.stringify((await world.anna.get(path)).body)))
  for (const text of answers) expect(text).toContain('Secret')
})

test('Fay and Olga do see what is shared with them', async () => {
  for (const who of [people.Fay, people.Olga]) {
    expect((await who.get('/tasks')).body.data.map((task) => task.id)).toEqual([shared.Task])
    const { body } = await who.get(`/tasks/${shared.Task}`)
    expect(body.data[0]).toMatchObject({
      parentIds: [shared.Folder],
      superTaskIds: [],
      dependencyIds: [],
    })
    expect((await who.get('/tasks', { pageSize: 1 })).body.responseSize).toBe(1)
    expect((await who.get('/timelogs', { pageSize: 1 })).body.responseSize).toBe(1)
    expect((await who.get('/comments')).body.data.map((comment) => comment.id)).toEqual([shared.Comment])
    const tree = (await who.get('/folders')).body.data
    expect(tree.find((entry: Data) => entry.id === world.root).childIds).toContain(shared.Folder)
  }
})

test('people in lists of the shared task are the only contacts an external reads of the account', async () => {
  const known = (await people.Olga.get('/contacts')).body.data.filter((one) => one.type === 'Person')
  expect(known.map((one) => one.id).sort()).toEqual([world.anna.id, people.Fay.id, people.Olga.id].sort())
})
