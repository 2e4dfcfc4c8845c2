import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { Type } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#database/sql.ts'
import type { Services } from '#http/services.ts'
import { type TestStore, testStore } from '#testing/store.ts'
import { defineJob, type Run } from './job.ts'
import { type Jobs, openJobs } from './jobs.ts'

let store: TestStore
let jobs: Jobs
const ran: number[] = []
let atWork: (run: Run<{ number: number }>) => Promise<void> = async () => {}
const lost: number[] = []
const data = Type.Object({ number: Type.Integer() })
const count = defineJob('count', data, { work: (run) => atWork(run) })
const fail = defineJob('fail', data, {
  retries: 1,
  retryDelaySeconds: 0,
  work: async ({ data: { number } }) => {
    ran.push(number)
    throw new Error('no luck')
  },
  gaveUp: async ({ data: { number } }) => {
    lost.push(number)
  },
})

beforeAll(async () => {
  store = await testStore()
  await sql`create table done (number integer primary key)`.execute(store.database)
  const log = pino({ level: 'silent' })
  jobs = await openJobs(store, log, [count, fail])
  // The work of these jobs needs no other services.
  await jobs.work({ log } as Services, 0.5)
})
afterAll(async () => {
  await jobs.close()
  await store.close()
})

const enqueue = (number: number, job = count, options: { startAfter?: Date } = {}) =>
  store.database.transaction().execute((transaction) => jobs.enqueue(transaction, job, { number }, options))
const done = async () =>
  (await sql<{ number: number }>`select number from done order by 1`.execute(store.database)).rows.map(
    (row) => row.number,
  )
const finishing = async ({ data: { number }, finish }: Run<{ number: number }>) =>
  store.database.transaction().execute(async (transaction) => {
    await sql`insert into done values (${number})`.execute(transaction)
    await finish(transaction)
  })

test('a job of a change that is rolled back never runs', async () => {
  atWork = finishing
  const rolledBack = store.database.transaction().execute(async (transaction) => {
    await jobs.enqueue(transaction, count, { number: 1 })
    throw new Error('changed my mind')
  })
  await expect(rolledBack).rejects.toThrow('changed my mind')
  await enqueue(2)
  await expect.poll(done, { timeout: 5000 }).toEqual([2])
})

test('a job begins at once when its change commits', async () => {
  const began = performance.now()
  await enqueue(3)
  await expect.poll(done, { interval: 5 }).toContain(3)
  expect(performance.now() - began).toBeLessThan(1000)
})

test('what a job writes and its end are one: a run that lost its job leaves nothing', async () => {
  let runs = 0
  atWork = async (run) => {
    runs++
    await store.database.transaction().execute((transaction) => jobs.cancel(transaction, count, run.id))
    await finishing(run)
  }
  await enqueue(4)
  await expect.poll(() => runs, { timeout: 5000 }).toBe(1)
  await sleep(300)
  expect(await done()).not.toContain(4)
  expect(runs).toBe(1)
})

test('a job that is to start later waits', async () => {
  atWork = finishing
  await enqueue(5, count, { startAfter: new Date(Date.now() + 3_600_000) })
  await enqueue(6)
  await expect.poll(done, { timeout: 5000 }).toContain(6)
  expect(await done()).not.toContain(5)
})

test('a job that fails runs again, and is told of when it is given up', async () => {
  await enqueue(7, fail)
  await expect.poll(() => lost, { timeout: 15_000 }).toEqual([7])
  expect(ran).toEqual([7, 7])
})

test('stopping waits for the job that runs, which hears of it', async () => {
  let heard = false
  let began = false
  atWork = async (run) => {
    began = true
    await new Promise((resolve) => run.signal.addEventListener('abort', resolve))
    heard = true
    await finishing(run)
  }
  await enqueue(8)
  await expect.poll(() => began, { timeout: 5000 }).toBe(true)
  await jobs.close()
  expect(heard).toBe(true)
  expect(await done()).toContain(8)
})
