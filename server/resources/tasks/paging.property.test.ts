import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Data, Parameters } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'
import { sortFields } from './contract/reading.ts'

/**
 * The law of pages: together they are the whole, each task once, in order, whatever others create, change and delete
 * meanwhile. A task that was there throughout is never lost.
 */
let world: World
let bed: Data
/** A field of each way to sort: as numbers, by a list of choices, as text. */
const fields = { Numeric: '', DropDown: '', Text: '' }
const choices = ['Low', 'High', 'Mid']
const size = 24
/** Tasks that are there now, by their id; what a writer deletes leaves at once. */
const living = new Set<string>()
const made = async (title: string): Promise<string> => {
  const task = await world.task({ in: bed, title })
  living.add(task.id)
  return task.id
}
beforeAll(async () => {
  world = await startWorld()
  bed = await world.folder({ title: 'Bed' })
  for (const type of Object.keys(fields) as (keyof typeof fields)[]) {
    const settings = type === 'DropDown' ? { settings: { values: choices } } : {}
    fields[type] = (await world.anna.post('/customfields', { title: type, type, ...settings })).body.data[0].id
  }
})
afterAll(() => world.close())

const day = (number: number) => `2026-03-${String(1 + (number % 28)).padStart(2, '0')}`
const changes: ((n: number) => Parameters)[] = [
  (n) => ({ title: `${'zaÄx'[n % 4]}${n}` }),
  (n) => ({ importance: ['High', 'Normal', 'Low'][n % 3] }),
  (n) => ({ status: ['Active', 'Completed', 'Deferred', 'Cancelled'][n % 4] }),
  (n) => ({ dates: { type: 'Planned', start: day(n), due: day(n) } }),
  () => ({ dates: { type: 'Backlog' } }),
  (n) => ({ addResponsibles: n % 2 ? [world.ben.id] : [] }),
  (n) => ({ customFields: [{ id: fields.Numeric, value: n % 3 ? String((n % 40) - 9.5) : '' }] }),
  (n) => ({ customFields: [{ id: fields.DropDown, value: n % 4 ? choices[n % 3] : null }] }),
  (n) => ({ customFields: [{ id: fields.Text, value: `${'bÄz'[n % 3]}${n}` }] }),
  (n) => ({ priorityBefore: [...living][n % living.size] }),
]
type Write = { do: 'create' | 'change' | 'delete'; which: number; how: number }
const write: fc.Arbitrary<Write> = fc.record({
  do: fc.constantFrom('create', 'change', 'change', 'change', 'change', 'delete'),
  which: fc.nat(1000),
  how: fc.nat(1000),
})

async function carryOut({ do: what, which, how }: Write): Promise<void> {
  const all = [...living]
  const id = all[which % all.length]
  if (what === 'create' || id === undefined) return void (await made(`${'zaÄx'[how % 4]}${how}`))
  if (what === 'change') {
    const change = changes[how % changes.length] as (n: number) => Parameters
    return void (await world.anna.put(`/tasks/${id}`, change(which)))
  }
  living.delete(id)
  await world.anna.delete(`/tasks/${id}`)
}

/** Reads all pages while others write between and during them. */
async function readAll(query: Parameters, path: string, writes: Write[][]): Promise<Data[][]> {
  const pages: Data[][] = []
  let nextPageToken: string | undefined
  for (let at = 0; at === 0 || nextPageToken; at++) {
    const page = world.ben.get(path, { ...query, nextPageToken })
    const written = (writes[at] ?? []).map(carryOut)
    const { status, body } = await page
    await Promise.all(written)
    expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
    expect(body.data.length).toBeLessThanOrEqual(query.pageSize as number)
    if (body.nextPageToken) expect(body.data).toHaveLength(query.pageSize as number)
    pages.push(body.data)
    nextPageToken = body.nextPageToken
  }
  return pages
}

const place = () => fc.constantFrom('/tasks', `/folders/${bed.id}/tasks`, `/spaces/${world.garden.id}/tasks`)
const lists = () =>
  fc.record({
    path: place(),
    sort: fc.record({
      sortField: fc.constantFrom(undefined, ...sortFields),
      sortOrder: fc.constantFrom(undefined, 'Asc', 'Desc'),
      field: fc.constantFrom(...(Object.keys(fields) as (keyof typeof fields)[])),
    }),
    filter: fc.constantFrom<Parameters>({}, { authors: 'anna' }, { subTasks: true }, { fields: ['responsibleIds'] }),
    pageSize: fc.integer({ min: 1, max: 12 }),
    writes: fc.array(fc.array(write, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 30 }),
  })

test('pages together are the whole, each task once, while others write', async () => {
  await fc.assert(
    fc.asyncProperty(lists(), async ({ path, sort: { field, ...sort }, filter, pageSize, writes }) => {
      for (let at = living.size; at < size; at++) await carryOut({ do: 'create', which: at, how: at * 7 })
      const atFirst = [...living]
      const query = {
        ...sort,
        ...(sort.sortField === 'CustomField' ? { sortCustomField: fields[field] } : {}),
        ...filter,
        ...('authors' in filter ? { authors: [world.anna.id] } : {}),
        ...(path === '/tasks' ? {} : { descendants: true }),
        pageSize,
      }
      const seen = (await readAll(query, path, writes)).flat().map((task) => task.id)
      expect(new Set(seen).size).toBe(seen.length)
      const throughout = atFirst.filter((id) => living.has(id))
      expect(throughout.filter((id) => !seen.includes(id))).toEqual([])
    }),
    { numRuns: Number(process.env.PAGING_RUNS ?? 25), endOnFailure: true },
  )
}, 300_000)

const values: Record<Exclude<(typeof sortFields)[number], 'CustomField'>, (task: Data) => string | number> = {
  CreatedDate: (task) => task.createdDate,
  UpdatedDate: (task) => task.updatedDate,
  CompletedDate: (task) => task.completedDate ?? '9',
  DueDate: (task) => task.dates.due ?? '9',
  StartFinishInterval: (task) => task.dates.start ?? task.dates.due ?? '9',
  Status: (task) => ['Active', 'Completed', 'Deferred', 'Cancelled'].indexOf(task.status),
  Importance: (task) => ['High', 'Normal', 'Low'].indexOf(task.importance),
  Title: (task) => Buffer.from(task.title.toLowerCase()).toString('hex'),
  LastAccessDate: (task) => task.updatedDate,
  Priority: (task) => task.priority,
}

test('every order is that of its field, both ways, and the pages are the list cut', async () => {
  for (let n = 0; n < 12; n++) await carryOut({ do: 'change', which: n * 5, how: n })
  for (const [sortField, value] of Object.entries(values))
    for (const sortOrder of ['Asc', 'Desc']) {
      const query = { sortField, sortOrder, fields: ['responsibleIds'] }
      const whole = (await world.ben.get('/tasks', query)).body.data
      const keys = whole.map(value)
      const sorted = [...keys].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0))
      expect({ sortField, sortOrder, keys }).toEqual({
        sortField,
        sortOrder,
        keys: sortOrder === 'Asc' ? sorted : sorted.reverse(),
      })
      expect((await readAll({ ...query, pageSize: 7 }, '/tasks', [])).flat()).toEqual(whole)
    }
})

test('by a custom field numbers come as numbers, choices as they are listed, what has no value last, and pages are the list cut', async () => {
  const textOf = (task: Data, type: keyof typeof fields): string =>
    task.customFields.find(({ id }: Data) => id === fields[type])?.value ?? ''
  const keys: Record<keyof typeof fields, (task: Data) => string | number> = {
    Numeric: (task) => (textOf(task, 'Numeric') === '' ? Number.POSITIVE_INFINITY : Number(textOf(task, 'Numeric'))),
    DropDown: (task) => (textOf(task, 'DropDown') === '' ? 9 : choices.indexOf(textOf(task, 'DropDown'))),
    Text: (task) => {
      const value = textOf(task, 'Text').toLowerCase()
      return value === '' ? '1' : `0${Buffer.from(value).toString('hex')}`
    },
  }
  for (let n = 0; n < 30; n++) await carryOut({ do: 'change', which: n * 5, how: 6 + (n % 3) })
  for (const [type, key] of Object.entries(keys) as [keyof typeof fields, (task: Data) => string | number][])
    for (const sortOrder of ['Asc', 'Desc']) {
      const query = { sortField: 'CustomField', sortCustomField: fields[type], sortOrder, fields: ['customFields'] }
      const whole = (await world.ben.get('/tasks', query)).body.data
      const found = whole.map(key)
      const sorted = [...found].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0))
      expect({ type, found }).toEqual({ type, found: sortOrder === 'Asc' ? sorted : sorted.reverse() })
      expect((await readAll({ ...query, pageSize: 7 }, '/tasks', [])).flat()).toEqual(whole)
    }
})

test('a custom field is named when it is sorted by, and only then', async () => {
  const refused = async (query: Parameters) => (await world.ben.get('/tasks', query)).body.error
  expect(await refused({ sortField: 'CustomField' })).toBe('parameter_required')
  expect(await refused({ sortCustomField: fields.Text })).toBe('invalid_parameter')
})
