import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '#database/connect.ts'
import { testStore } from '#testing/store.ts'
import type { Entry } from './entry.ts'
import { gatherUses } from './gather-uses.ts'
import { addUses, writeEntries } from './write.ts'

let store: Store
beforeAll(async () => {
  store = await testStore()
})
afterAll(() => store.close())

const entry: Entry = {
  client_id: 'app',
  answered_at: 1764034380123,
  request_id: '0f9757e2-0000-4000-8000-000000000000',
  account_id: 16,
  person_id: 7,
  version: 'v4',
  operation: 'queryTasks',
  method: 'GET',
  path: '/api/v4/tasks',
  status: 200,
  error: null,
  ms: 1.5,
  rate_limit: 400,
  rate_remaining: 399,
}

test('a row is written as it is, whatever signs are in it, and nothing stays nothing', async () => {
  const odd = ['/a"b\\c', '/{a,b}', 'NULL', '', '/ä\tb\nc', "/';--", '\\'].map((path, at) => ({
    ...entry,
    request_id: entry.request_id.replace(/0$/, String(at)),
    path,
  }))
  const [first, ...others] = odd as [Entry, ...Entry[]]
  const empty = { account_id: null, person_id: null, operation: null, rate_limit: null, rate_remaining: null }
  const rows = [{ ...first, ...empty, error: 'a "fault"' }, ...others]
  await writeEntries(store.database, rows, false)
  const read = await store.database.selectFrom('request_log').selectAll().orderBy('request_id').execute()
  expect(read).toEqual(rows.map((row) => ({ ...row, answered_at: new Date(row.answered_at) })))
})

test('rows that are written already stay as they are when they are written again with new ones', async () => {
  const before = { ...entry, client_id: 'again' }
  await writeEntries(store.database, [before], false)
  const after = { ...before, request_id: entry.request_id.replace(/^0/, '1') }
  await writeEntries(store.database, [{ ...before, status: 500 }, after], true)
  const rows = store.database.selectFrom('request_log').select('status').where('client_id', '=', 'again')
  expect(await rows.execute()).toEqual([{ status: 200 }, { status: 200 }])
})

test('counters that could not be written join those that came meanwhile: no counter is there twice', async () => {
  const failed = gatherUses()
  failed.addAll({ ...gatherUses(), list: () => [{ client_id: 'app', subject: 'v4 a', day: '2026-01-01', calls: 3 }] })
  failed.add({ clientId: 'app', uses: ['v4 a', 'v4 a b'] })
  const uses = gatherUses()
  for (let n = 0; n < 2; n++) uses.add({ clientId: 'app', uses: ['v4 a'] })
  uses.addAll(failed)
  uses.add({ clientId: 'app', uses: ['v4 a'] })
  expect(uses.size).toBe(3)
  await addUses(store.database, uses.list())
  const { rows } = await store.pool.query(
    `select subject, day = '2026-01-01' as past, calls from operation_use where client_id = 'app' order by 2 desc, 1`,
  )
  expect(rows).toEqual([
    { subject: 'v4 a', past: true, calls: 3 },
    { subject: 'v4 a', past: false, calls: 4 },
    { subject: 'v4 a b', past: false, calls: 1 },
  ])
})
