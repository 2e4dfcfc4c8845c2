import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approving } from './approving.ts'
import { files } from './files.ts'
import type { Front } from './front.ts'
import { gettingStarted } from './getting-started.ts'
import { guest } from './guest.ts'
import { heard } from './heard.ts'
import { Listener } from './listener.ts'
import { beginMonthElsewhere, month } from './month.ts'
import { planning } from './planning.ts'
import { time } from './time.ts'
import { working } from './working.ts'

/**
 * The weeks of the month in which people work, with a server that is killed twice in the midst of them: once while it
 * tells listeners that are well, and once while they are slow. One was away and one overloaded in between, and one is gone
 * for good.
 */
let front: Front
let end: (() => Promise<void>) | undefined
const gone = new Listener()
const killed: Promise<void>[] = []
beforeAll(async () => {
  const begun = await beginMonthElsewhere()
  front = begun.front
  end = begun.end
  await gone.up()
})
afterAll(async () => {
  await end?.()
  await gone.down()
})

/** The steps that follow run while the server is killed. */
const killSoon = (afterMs: number) =>
  test(`the server is killed within ${afterMs} ms`, () => {
    killed.push(sleep(afterMs).then(() => front.kill()))
  })

describe('getting started', gettingStarted)
test('a listener is registered that will be gone', async () => {
  gone.mood = 'gone'
  await month.team.Kim.post('/webhooks', { hookUrl: gone.url, events: ['TaskCreated'] })
})
describe('planning', () => {
  killSoon(300)
  planning()
})
describe('working', () => {
  working()
  heard('account', 'project')
})
describe('a guest', guest)
describe('files', () => {
  killSoon(400)
  files()
})
describe('time', time)
describe('approving', approving)
describe('the end', () => {
  heard('account', 'project', 'guest')

  test('each event came once, or again with the same key; one listener is suspended, and others were tried again', async () => {
    await Promise.all(killed)
    expect(front.kills).toBe(2)
    // Who has heard an event knows it a moment before the server has written down that it was told.
    const waiting = async () => {
      const sql = "select count(*)::int as waiting from webhook_delivery where state = 'waiting'"
      return (await month.server.store.pool.query(sql)).rows[0].waiting
    }
    await expect.poll(waiting, { timeout: 20_000, interval: 50 }).toBe(0)
    const { rows } = await month.server.store.pool.query(
      `select (select count(*)::int from webhook_delivery where state = 'delivered') as delivered,
        (select count(*)::int from webhook_delivery where state = 'delivered' and attempts > 1) as retried,
        (select json_agg(suspended_because) from webhook where status = 'Suspended') as suspended`,
    )
    const { account, project, guest } = month.listeners
    const all = Object.entries({ account, project, guest })
    const counts = all.map(([name, { events, repeats, faults }]) => [name, { events: events.length, repeats, faults }])
    // Shown with SCENARIO_FIGURES=1.
    if (process.env.SCENARIO_FIGURES) console.log(JSON.stringify({ ...rows[0], ...Object.fromEntries(counts) }))
    expect(rows[0]).toMatchObject({ suspended: ['the receiver answered 410'] })
    expect(rows[0].retried).toBeGreaterThanOrEqual(2)
  })
})
