import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data, Parameters } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let beds: Data
let plant: Data
let roses: Data
let done: Data

beforeAll(async () => {
  world = await startWorld()
  const { anna, task, folder } = world
  beds = await folder({ title: 'Rose beds' })
  plant = await task({ in: beds, title: 'Plant the roses', responsibles: [world.ben.id] })
  roses = await task({
    in: world.pond,
    title: 'Order bulbs',
    description: '<p>Tulips &amp; <b>roses</b>, 30 of each</p>',
  })
  done = await task({
    in: beds,
    title: 'Roses',
    status: 'Completed',
    dates: { start: '2026-03-02', due: '2026-03-03' },
  })
  await anna.post(`/tasks/${world.dig.id}/comments`, { text: 'First the roses, <i>then</i> the pond' })
  await anna.upload(`/tasks/${world.dig.id}/attachments`, 'plan_of_the-terrace.pdf', 'x')
  await anna.post(`/folders/${world.pond.id}/comments`, { text: 'The carp needs a deep pond' })
  const bin = await task({ in: beds, title: 'Roses of last year' })
  await anna.delete(`/tasks/${bin.id}`)
})
afterAll(() => world.close())

async function found(text: string, more: Parameters = {}, who: Person = world.anna, path = '/search'): Promise<Data[]> {
  const { status, body } = await who.get(path, { text, ...more })
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data
}
const titles = async (text: string, more: Parameters = {}, who: Person = world.anna, path = '/search') =>
  (await found(text, more, who, path)).map(({ title }) => title)
const marked = (text: string, marks: Data[]) => marks.map(({ start, end }) => text.slice(start, end))

describe('what is found', () => {
  test('titles come before descriptions and comments, the very title first', async () => {
    const hits = await found('roses')
    expect(hits.map(({ title, foundIn }) => [title, foundIn])).toEqual([
      ['Roses', 'Title'],
      ['Plant the roses', 'Title'],
      ...hits.slice(2).map(({ title, foundIn }) => [title, foundIn]),
    ])
    expect(
      hits
        .slice(2)
        .map(({ title, foundIn }) => `${title}: ${foundIn}`)
        .sort(),
    ).toEqual(['Dig: Comment', 'Order bulbs: Description'])
  })

  test('the last word may be a beginning, the others may not', async () => {
    expect(await titles('plant the ros')).toEqual(['Plant the roses'])
    expect(await titles('plan the roses')).toEqual([])
    expect(await titles('Ros')).toContain('Rose beds')
  })

  test('quotes hold words together, a minus takes away, and signs mean nothing', async () => {
    expect(await titles('"the roses"')).toEqual(['Plant the roses', 'Dig'])
    expect((await titles('roses -tulips')).sort()).toEqual(['Dig', 'Plant the roses', 'Roses'])
    for (const odd of ["it's", '\\', '& | !', '(', ':*', '%', '<b>', "'", '#16', '"', '-', 'a or'])
      expect((await world.anna.get('/search', { text: odd })).status).toBe(200)
  })

  test('folders, projects and spaces are found too, by title, description and comment', async () => {
    expect((await found('garden')).map(({ kind, title }) => [kind, title])).toEqual([['Space', 'Garden']])
    expect((await found('carp'))[0]).toMatchObject({ kind: 'Project', title: 'Pond', foundIn: 'Comment' })
    expect(await titles('pond', { kinds: ['Project'] })).toEqual(['Pond'])
    expect(await titles('roses', { kinds: ['Folder', 'Space'] })).toEqual([])
  })

  test('files are found by the words of their names', async () => {
    const [hit] = await found('terrace')
    expect(hit).toMatchObject({ title: 'Dig', foundIn: 'Attachment', snippet: 'plan_of_the-terrace.pdf' })
    expect(marked(hit.snippet, hit.snippetMarks)).toEqual(['terrace'])
    expect(hit.attachmentId).toBeTruthy()
  })

  test('marks say where, in plain text', async () => {
    const [first] = await found('tulips')
    expect(first).toMatchObject({ kind: 'Task', taskId: roses.id, parentIds: [world.pond.id], authorId: world.anna.id })
    expect(first.snippet).toContain('Tulips & roses, 30')
    expect(marked(first.snippet, first.snippetMarks)).toEqual(['Tulips'])
    const [title] = await found('plant ros')
    expect(marked(title.title, title.titleMarks)).toEqual(['Plant', 'roses'])
    const [comment] = await found('first the roses')
    expect(marked(comment.snippet, comment.snippetMarks)).toEqual(['First', 'the', 'roses', 'the'])
    expect(comment.commentId).toBeTruthy()
    // Short words around what was found belong to the sentence.
    expect(comment.snippet).toContain('then the pond')
  })

  test('a title that changes is found by its new words alone', async () => {
    const task = await world.task({ title: 'Mow the meadow' })
    await world.anna.put(`/tasks/${task.id}`, { title: 'Scythe the grass' })
    expect(await titles('meadow')).toEqual([])
    expect((await found('scythe')).map(({ foundIn }) => foundIn)).toEqual(['Title'])
  })
})

describe('filters', () => {
  test('narrow what is found', async () => {
    expect(await titles('roses', { responsibles: [world.ben.id] })).toEqual(['Plant the roses'])
    expect(await titles('roses', { status: ['Completed'] })).toEqual(['Roses'])
    expect(await titles('roses', { dueDate: { start: '2026-03-01', end: '2026-03-04' } })).toEqual(['Roses'])
    expect(await titles('roses', { authors: [world.ben.id] })).toEqual([])
    expect(await titles('roses', { updatedDate: { end: '2020-01-01T00:00:00Z' } })).toEqual([])
    expect(await titles('rose', { unassigned: true, kinds: ['Folder', 'Task'] })).not.toContain('Rose beds')
  })

  test('a place has all below it, and not itself', async () => {
    const place = `/folders/${beds.id}/search`
    expect((await titles('ros', {}, world.anna, place)).sort()).toEqual(['Plant the roses', 'Roses'])
    expect(await titles('pond', { kinds: ['Project'] }, world.anna, `/folders/${world.garden.id}/search`)).toEqual([
      'Pond',
    ])
    expect((await world.dan.get(place, { text: 'ros' })).status).toBe(403)
  })
})

test('pages together are the whole ranking', async () => {
  const whole = (await found('ros')).map(({ taskId, folderId }) => taskId ?? folderId)
  const read: string[] = []
  let body = (await world.anna.get('/search', { text: 'ros', pageSize: 2 })).body
  for (;;) {
    expect(body.responseSize).toBe(whole.length)
    read.push(...body.data.map(({ taskId, folderId }) => taskId ?? folderId))
    if (!body.nextPageToken) break
    body = (await world.anna.get('/search', { text: 'ros', nextPageToken: body.nextPageToken })).body
  }
  expect(read).toEqual(whole)
})

describe('who finds what', () => {
  test('nobody finds what is not shared with them, by no word of it', async () => {
    for (const word of ['roses', 'tulips', 'terrace', 'carp', 'garden', 'beds'])
      expect(await titles(word, {}, world.dan)).toEqual([])
    await world.anna.put(`/tasks/${plant.id}`, { addShareds: [world.dan.id] })
    expect((await found('roses', {}, world.dan)).map(({ title, parentIds }) => [title, parentIds])).toEqual([
      ['Plant the roses', []],
    ])
    expect(await titles('roses', {}, world.eve)).toEqual([])
  })

  test('a reader finds what an editor finds', async () => {
    expect(await titles('ros', {}, world.cleo)).toEqual(await titles('ros', {}, world.ben))
    expect(done.title).toBe('Roses')
  })
})

test('a word that very many texts have is looked for among the newest, and few titles with it come first', async () => {
  const { pool } = world.store
  const [{ task_id, account_id }] = (
    await pool.query(`select task_id, account_id from task where title = 'Order bulbs'`)
  ).rows
  await pool.query(
    `with made as (
      insert into task (account_id, title, description, author_id, custom_status_id, status_group, priority, updated_at)
      select account_id, 'Row ' || n, 'A common sort', author_id, custom_status_id, status_group, priority, now() - n * interval '1 hour'
      from task, generate_series(1, 6000) n where task_id = $1 returning account_id, task_id)
    insert into task_placement (account_id, task_id, folder_id, direct)
    select account_id, task_id, (select folder_id from folder where title = 'Pond' and account_id = $2), true from made`,
    [task_id, account_id],
  )
  await world.task({ title: 'Common things' })
  await pool.query('analyze search_text; analyze search_title; analyze task')
  for (const who of [world.anna, world.cleo]) {
    const hits = await found('common', { pageSize: 3 }, who)
    expect(hits.map(({ title }) => title)).toEqual(['Common things', 'Row 1', 'Row 2'])
  }
  expect(await titles('common', {}, world.dan)).toEqual([])
  expect(await found('common sort', { responsibles: [world.ben.id] })).toEqual([])
})
