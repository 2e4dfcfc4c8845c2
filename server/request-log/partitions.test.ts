import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '#database/connect.ts'
import { partitionsOf } from '#database/partitions.ts'
import { testStore } from '#testing/store.ts'
import { keepRequestLog } from './partitions.ts'

let store: Store
beforeAll(async () => {
  store = await testStore()
})
afterAll(() => store.close())

const day = (text: string) => new Date(`${text}T12:00:00Z`)
const add = (at: Date) =>
  store.pool.query(
    `insert into request_log (client_id, answered_at, request_id, version, method, path, status, ms)
     values ('app', $1, gen_random_uuid(), 'v4', 'GET', '/', 200, 1)`,
    [at],
  )
const days = async () =>
  (await store.pool.query('select answered_at::date::text as day from request_log order by 1')).rows.map(
    ({ day }) => day,
  )

test('rows go by dropping their day, once it is over for as long as they are kept', async () => {
  // Before there is a partition, a row waits in the default one.
  await add(day('2030-01-01'))
  await keepRequestLog(store.database, 2, day('2030-01-01'))
  expect(await partitionsOf(store.database, 'request_log')).toEqual([
    'request_log_2030_01_01',
    'request_log_2030_01_02',
    'request_log_2030_01_03',
  ])
  expect((await store.pool.query('select from request_log_2030_01_01')).rowCount).toBe(1)
  await add(day('2030-01-02'))
  await add(day('2030-01-03'))
  await keepRequestLog(store.database, 2, day('2030-01-03'))
  expect(await days()).toEqual(['2030-01-01', '2030-01-02', '2030-01-03'])
  await keepRequestLog(store.database, 2, day('2030-01-04'))
  expect(await days()).toEqual(['2030-01-02', '2030-01-03'])
  expect((await partitionsOf(store.database, 'request_log'))[0]).toBe('request_log_2030_01_02')
})

test('where no log is kept, what was kept before goes', async () => {
  await keepRequestLog(store.database, 0, day('2030-01-04'))
  expect(await days()).toEqual([])
  expect(await partitionsOf(store.database, 'request_log')).toEqual([])
})

test('a day that somebody reads is dropped later: those who write do not wait for them', async () => {
  await keepRequestLog(store.database, 2, day('2031-01-01'))
  await add(day('2031-01-01'))
  const reader = await store.pool.connect()
  await reader.query('begin; select from request_log_2031_01_01')
  await keepRequestLog(store.database, 2, day('2031-01-04'))
  expect(await days()).toEqual(['2031-01-01'])
  await reader.query('rollback')
  reader.release()
  await keepRequestLog(store.database, 2, day('2031-01-04'))
  expect(await days()).toEqual([])
})
