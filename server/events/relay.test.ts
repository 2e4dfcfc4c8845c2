import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '#database/connect.ts'
import { testStore } from '#testing/store.ts'
import { ensurePartitions } from './partitions.ts'
import { placeEvents } from './relay.ts'

let store: Store
beforeAll(async () => {
  store = await testStore()
  await store.database
    .insertInto('account')
    .values([{ name: 'One' }, { name: 'Two' }])
    .execute()
})
afterAll(() => store.close())

const event = (account_id: number) => ({ account_id, type: 'TaskCreated', entity_type: 'task', entity_id: 1 })

test('events get gap-free places in each account, in the order of their commits', async () => {
  await ensurePartitions(store.database)
  await store.database
    .insertInto('event')
    .values([event(1), event(2), event(1)])
    .execute()
  expect(await placeEvents(store.database)).toBe(3)
  await store.database
    .insertInto('event')
    .values([event(1), event(1), event(2)])
    .execute()
  await Promise.all([placeEvents(store.database), placeEvents(store.database)])
  const rows = await store.database.selectFrom('event').select(['account_id', 'sequence']).orderBy('event_id').execute()
  const places = (account: number) => rows.filter((row) => row.account_id === account).map((row) => row.sequence)
  expect(places(1)).toEqual([1, 2, 3, 4])
  expect(places(2)).toEqual([1, 2])
})

test('an event that commits late gets the next place, not a gap', async () => {
  await store.database.transaction().execute(async (slow) => {
    await slow.insertInto('event').values(event(2)).execute()
    await store.database.insertInto('event').values(event(2)).execute()
    expect(await placeEvents(store.database)).toBe(1)
  })
  expect(await placeEvents(store.database)).toBe(1)
  const rows = await store.database
    .selectFrom('event')
    .select('sequence')
    .where('account_id', '=', 2)
    .orderBy('sequence')
    .execute()
  expect(rows.map((row) => row.sequence)).toEqual([1, 2, 3, 4])
})

test('partitions are made once and then left alone', async () => {
  await ensurePartitions(store.database)
  await ensurePartitions(store.database, new Date('2031-12-31T23:59:59Z'))
  await store.database
    .insertInto('event')
    .values({ ...event(1), occurred_at: new Date('2032-01-15T00:00:00Z') })
    .execute()
  expect(await placeEvents(store.database)).toBe(1)
})
