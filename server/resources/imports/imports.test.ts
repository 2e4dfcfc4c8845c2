import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ended } from '#testing/background.ts'
import type { Answered, Data, Parameters } from '#testing/client.ts'
import { asQuery } from '#testing/client.ts'
import { asCsv, type FileRow, trackerRows } from '#testing/import-file.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let emails: Record<'ben' | 'anna', string>
beforeAll(async () => {
  world = await startWorld()
  const { rows } = await world.store.pool.query('select person_id, email from person')
  const email = (personId: number) => rows.find((row) => row.person_id === personId).email as string
  emails = { ben: email(world.ben.personId), anna: email(world.anna.personId) }
})
afterAll(() => world.close())

const send = (place: Data, content: string | Uint8Array, parameters: Parameters = {}, who = world.anna) =>
  who.upload(`/folders/${place.id}/imports${asQuery(parameters)}`, 'tasks.csv', content)
const told = async (answer: Promise<Answered>): Promise<Data> => {
  const { status, body } = await answer
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data[0]
}
const imported = async (place: Data, content: string | Uint8Array, parameters: Parameters = {}, who = world.anna) => {
  const started = await told(send(place, content, parameters, who))
  const job = await ended(who, { id: started.asyncJobId }, 100_000)
  expect(job).toMatchObject({ status: 'Completed', type: 'ImportFromFile' })
  return { job, ...(await told(who.get(`/imports/${started.id}`))) } as Data
}
const tasksIn = async (place: Data): Promise<Data[]> => {
  const fields = ['description', 'customFields', 'responsibleIds', 'superTaskIds']
  const all: Data[] = []
  for (let nextPageToken: string | undefined; ; ) {
    const { body } = await world.anna.get(`/folders/${place.id}/tasks`, {
      subTasks: true,
      fields,
      pageSize: 500,
      ...(nextPageToken ? { nextPageToken } : {}),
    })
    all.push(...body.data)
    nextPageToken = body.nextPageToken
    if (!nextPageToken) return all
  }
}

/** Enough for every kind of row many times. */
const size = 200

describe('a file of many rows', () => {
  let rows: FileRow[]
  let place: Data
  let mapping: Record<string, string>
  let points: Data
  let done: Data
  let before: Data[]

  beforeAll(async () => {
    rows = trackerRows(size, [emails.anna, emails.ben])
    place = await world.folder({ title: 'Tracker' })
    await world.task({ in: place, title: 'Was here before' })
    before = await tasksIn(place)
    points = await told(world.anna.post('/customfields', { title: 'Points', type: 'Numeric' }))
    const labels = await told(
      world.anna.post('/customfields', { title: 'Labels', type: 'Multiple', settings: { values: ['red', 'green'] } }),
    )
    mapping = {
      Key: 'id',
      Summary: 'title',
      Text: 'description',
      State: 'status',
      Weight: 'importance',
      Begins: 'startDate',
      Ends: 'dueDate',
      Who: 'responsibles',
      Under: 'parent',
      Labels: labels.id,
      Points: points.id,
    }
  })

  test('is shown by a dry run, which writes nothing', async () => {
    const { rows: events } = await world.store.pool.query('select count(*) as n from event')
    const preview = await told(send(place, asCsv(rows), { mapping, dryRun: true }))
    expect(preview).toMatchObject({ status: 'Preview', totalRows: size, created: size, skipped: 0, failed: 0 })
    expect(preview.problems).toEqual([])
    expect(preview.preview).toHaveLength(20)
    expect(preview.preview[1]).toMatchObject({ row: 3, title: 'Say "no", 1', responsibleIds: [world.anna.id] })
    expect(preview.preview[3]).toMatchObject({ row: 5, parentRow: 2, title: '=SUM(A3)' })
    expect(await tasksIn(place)).toEqual(before)
    expect((await world.store.pool.query('select count(*) as n from event')).rows).toEqual(events)
  })

  test('becomes as many tasks with every value, each created once', async () => {
    done = await imported(place, `\ufeff${asCsv(rows, ';')}`, { mapping })
    expect(done).toMatchObject({ status: 'Completed', totalRows: size, created: size, skipped: 0, failed: 0 })
    expect(done.job).toMatchObject({ totalCount: size, processedCount: size, progressPercent: 100 })
    expect(done.job.result).toEqual({ importId: done.id, folderId: place.id, attachmentId: done.attachmentId })
    const made = (await tasksIn(place)).filter(({ title }) => title !== 'Was here before')
    expect(made).toHaveLength(size)
    const { rows: written } = await world.store.pool.query(
      `select r.row_number, e.n from file_import_row r, lateral (select count(*) as n from event e where e.type = 'TaskCreated' and e.entity_id = r.task_id) e
       where e.n <> 1`,
    )
    expect(written).toEqual([])
    const byTitle = new Map(made.map((task) => [task.title, task]))
    const titleOf = (key: string) => rows.find((row) => row.Key === key)?.Summary as string
    const { body } = await world.anna.get('/workflows')
    const statusNames = new Map(
      body.data.flatMap(({ customStatuses }: Data) => customStatuses.map(({ id, name }: Data) => [id, name])),
    )
    for (const row of rows) {
      const task = byTitle.get(row.Summary)
      const values = Object.fromEntries(task.customFields.map(({ id, value }: Data) => [id, value]))
      expect({
        description: task.description,
        importance: task.importance,
        start: task.dates.start?.slice(0, 10) ?? '',
        due: task.dates.due?.slice(0, 10) ?? '',
        who: [...task.responsibleIds].sort(),
        under: task.superTaskIds,
        points: values[points.id] ?? '',
        labels: values[mapping.Labels as string] ?? '',
        status: String(statusNames.get(task.customStatusId)).toLowerCase(),
      }).toEqual({
        description: (row.Text as string).replace(/</g, '&lt;').replace(/>/g, '&gt;').replace('\n', '<br />'),
        importance: { '': 'Normal', High: 'High', low: 'Low' }[row.Weight as string],
        start: row.Begins,
        due: row.Ends,
        who: { '': [], [emails.anna]: [world.anna.id] }[row.Who as string] ?? [world.anna.id, world.ben.id].sort(),
        under: row.Under === '' ? [] : [byTitle.get(titleOf(row.Under as string)).id],
        points: row.Points,
        labels: row.Labels?.replace(', ', ','),
        status: row.State === '' ? 'new' : (row.State as string).toLowerCase(),
      })
    }
  }, 120_000)

  test('keeps, when it is undone, what somebody has changed, with what is above it', async () => {
    const made = await tasksIn(place)
    const child = made.find(({ title }) => title === '=SUM(A3)')
    const other = made.find(({ title }) => title === 'Say "no", 1')
    await told(world.anna.put(`/tasks/${child.id}`, { importance: 'High', title: 'Mine now' }))
    await told(world.ben.post(`/tasks/${other.id}/comments`, { text: 'Wait!' }))
    const undone = await told(world.anna.delete(`/imports/${done.id}`))
    expect(undone).toMatchObject({ status: 'Undone', created: size, removed: size - 3 })
    const kept = undone.kept.map(({ title }: Data) => title).sort()
    expect(kept).toEqual(['Mine now', 'Say "no", 1', 'Task 0'])
    expect((await tasksIn(place)).map(({ title }) => title).sort()).toEqual([...kept, 'Was here before'].sort())
  })

  test('is gone as a whole when the changed ones go too', async () => {
    const undone = await told(world.anna.delete(`/imports/${done.id}`, { changedToo: true }))
    expect(undone).toMatchObject({ status: 'Undone', removed: 3, kept: [] })
    expect(await tasksIn(place)).toEqual(before)
    const { rows: found } = await world.store.pool.query(
      `select count(*) as n, count(*) filter (where deleted_with = task_id) as tops from task join file_import_row using (account_id, task_id) where deleted_at is not null`,
    )
    expect(found[0].n).toBe(size)
    expect(found[0].tops).toBeLessThan(size)
  })
})

test('rows that say what cannot be are told of by number and reason, and the others become tasks', async () => {
  const place = await world.folder({ title: 'Half wrong' })
  const file = [
    'Title,Id,Parent,Start Date,Due Date,Responsibles,Status,Importance',
    'Good,1,,2027-03-01,2027-03-02,,,',
    ',2,,,,,,',
    'Bad day,3,,31.03.2027,,,,',
    'Backwards,4,,2027-03-05,2027-03-01,,,',
    'Stranger,5,,,,nobody@example.com,,',
    '',
    'Odd status,6,,,,,Dreaming,',
    'Below nothing,7,99,,,,,',
    'Below a bad one,8,3,,,,,',
    'Round,9,10,,,,,',
    'And round,10,9,,,,,',
    'Great,11,,,,,,Great',
    'Below Good,12,Good,,,,,',
    'Bad date,13,,2027-02-30,,,,',
  ].join('\n')
  const dry = await told(send(place, file, { dryRun: true }))
  const real = await imported(place, file)
  for (const one of [dry, real]) {
    expect(one).toMatchObject({ totalRows: 14, created: 2, skipped: 1, failed: 11 })
    expect(one.problems.map(({ row, reason }: Data) => `${row}: ${reason}`)).toEqual([
      '3: It has no title',
      "4: 'startDate' takes days from 1970 to 2099 in the order YMD, such as 2027-03-31",
      '5: A task cannot start after it is due',
      "6: Nobody in the account has the email address 'nobody@example.com'",
      '7: The row is empty',
      "8: No status of the folder's workflow is called 'Dreaming'",
      "9: No row has the id or the title '99' of its parent",
      '10: Its parent, row 4, becomes no task',
      '11: Its parents lead in a circle',
      '12: Its parents lead in a circle',
      "13: 'importance' takes High, Normal, Low",
      "15: 'startDate' takes days from 1970 to 2099 in the order YMD, such as 2027-03-31",
    ])
  }
  expect((await tasksIn(place)).map(({ title }) => title).sort()).toEqual(['Below Good', 'Good'])
})

test('dates may have the day or the month first', async () => {
  const dates = async (file: string, dateOrder: string) =>
    (await told(send(world.pond, file, { dateOrder, dryRun: true }))).preview[0].startDate
  expect(await dates('title\tstart date\nA\t3.4.2027', 'DMY')).toBe('2027-04-03')
  expect(await dates('title\tstart date\nA\t3/4/2027 08:30', 'MDY')).toBe('2027-03-04T08:30:00')
})

describe('a file that cannot be read is refused with its row', () => {
  const refused: [name: string, content: string | Uint8Array, says: string][] = [
    [
      'broken quotes',
      'title\nA\n"B" C\n',
      'Row 3 (line 3) cannot be read: behind a closing quote neither the cell nor the row ends',
    ],
    ['a quote that is never closed', 'title\nA\n"B\n', 'Row 3 (line 3) cannot be read: a quote is not closed'],
    ['too many cells', 'title\nA\nB,C', 'Row 3 (line 3) cannot be read: it has more cells than the header'],
    [
      'a line of 9 MB',
      `title\n${'z'.repeat(9_000_000)}`,
      'Row 2 (line 2) cannot be read: it has more than 100000 signs',
    ],
    ['NUL signs', 'title\nA\nB\0', 'Line 3 of the file has a NUL sign: it is not text'],
    ['Latin-1', Buffer.from('title\nCafé', 'latin1'), 'Line 2 of the file is not UTF-8: save it as CSV UTF-8'],
    ['UTF-16', Buffer.from('\ufefftitle\nA', 'utf16le'), 'Line 1 of the file is not UTF-8: save it as CSV UTF-8'],
    ['more than 10 MB', 'x'.repeat(10 * 1024 * 1024 + 1), 'The file is too large: at most 10485760 bytes'],
    [
      'more than 10,000 rows',
      `title\n${'A\n'.repeat(10_001)}`,
      'The file has more than 10000 rows: import it in parts',
    ],
  ]
  test.each(refused)('%s', async (_name, content, says) => {
    const { status, body } = await send(world.pond, content)
    expect({ status, ...body }).toEqual({ status: 400, error: 'invalid_request', errorDescription: says })
  })
})

test('a mapping that does not fit the file is refused', async () => {
  for (const [mapping, says] of [
    [{ B: 'title' }, "the file has no column 'B'"],
    [{ A: 'status' }, "a column has to become 'title'"],
    [{ A: 'title', C: 'title' }, "two columns become 'title'"],
    [{ D: 'title' }, "the file has the column 'D' twice"],
  ] as const) {
    const { status, body } = await send(world.pond, 'A,C,D,D\n1,2,3,4', { mapping })
    expect({ status, says: body.errorDescription }).toEqual({
      status: 400,
      says: `Parameter 'mapping' value is invalid: ${says}`,
    })
  }
  expect((await send(world.pond, 'A\n1', { mapping: { A: 'colour' } })).body.error).toBe('invalid_parameter')
})

test('who may not create tasks in the folder imports nothing, and nobody sees the import of another', async () => {
  expect((await send(world.pond, 'title\nA', {}, world.cleo)).status).toBe(403)
  expect((await send(world.pond, 'title\nA', { dryRun: true }, world.dan)).status).toBe(403)
  const own = await imported(world.pond, 'title\nOf Ben', {}, world.ben)
  for (const call of [world.anna.get(`/imports/${own.id}`), world.anna.delete(`/imports/${own.id}`)])
    expect((await call).body.error).toBe('access_forbidden')
})

test('an import is undone in its midst: what waits is never made', async () => {
  const place = await world.folder({ title: 'Regretted' })
  const started = await told(send(place, `title\n${Array.from({ length: 300 }, (_, n) => `No ${n}`).join('\n')}`))
  const undone = await told(world.anna.delete(`/imports/${started.id}`))
  expect(undone.created + undone.skipped).toBe(300)
  expect(undone.removed).toBe(undone.created)
  const job = await ended(world.anna, { id: started.asyncJobId })
  expect(job).toMatchObject({ status: 'Failed', errorMessage: 'The import was undone' })
  expect(await tasksIn(place)).toEqual([])
})
