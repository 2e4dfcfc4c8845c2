import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testStore } from '#testing/store.ts'
import { openStore, type Store } from './connect.ts'
import { migrate } from './migrate.ts'
import { serverSecret } from './secret.ts'

let store: Store
beforeAll(async () => {
  store = await testStore()
})
afterAll(() => store.close())

test('a DATABASE_URL that nobody answers is named, without its password', async () => {
  const databaseUrl = 'postgres://me:secret@127.0.0.1:1/db'
  const refused = openStore({ databaseUrl, dataDir: '/nowhere' })
  await expect(refused).rejects.toThrow('DATABASE_URL cannot be reached: connect ECONNREFUSED 127.0.0.1:1')
  await expect(openStore({ databaseUrl, dataDir: '/nowhere' })).rejects.not.toThrow('secret')
})

test('numbers arrive as numbers, days and local times as text, instants as dates', async () => {
  const { rows } = await store.pool.query(`select 9007199254740991::bigint as whole, 0.1::numeric as decimal,
    '2026-02-28'::date as day, '2026-02-28 09:30:00'::timestamp as local, '2026-02-28 09:30:00Z'::timestamptz as instant,
    '{1,2}'::bigint[] as several, '{}'::bigint[] as none, '{a}'::text[] as texts`)
  expect(rows[0]).toEqual({
    whole: 9007199254740991,
    decimal: 0.1,
    day: '2026-02-28',
    local: '2026-02-28T09:30:00',
    instant: new Date('2026-02-28T09:30:00Z'),
    several: [1, 2],
    none: [],
    texts: ['a'],
  })
})

test('notifications arrive, also after the connection was lost', async () => {
  const heard: string[] = []
  store.listen('news', (payload) => heard.push(payload))
  await expect.poll(() => heard).toContain('')
  await store.pool.query(`select pg_notify('news', 'first')`)
  await expect.poll(() => heard).toContain('first')
  await store.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'taskwright listen %' and datname = current_database()`,
  )
  await expect.poll(() => heard.filter((payload) => payload === '').length, { timeout: 5000 }).toBe(2)
  await store.pool.query(`select pg_notify('news', 'second')`)
  await expect.poll(() => heard).toContain('second')
})

test('a query after all connections were lost gets a new one', async () => {
  await store.pool.query('select 1')
  await store.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'taskwright' and pid <> pg_backend_pid() and datname = current_database()`,
  )
  await sleep(50)
  expect((await store.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test('migrating again changes nothing, and the secret is made once', async () => {
  expect(await migrate(store.database)).toEqual([])
  const secrets = await Promise.all([serverSecret(store.database), serverSecret(store.database)])
  expect(secrets[0]).toHaveLength(32)
  expect(secrets[0]).toEqual(secrets[1])
})
