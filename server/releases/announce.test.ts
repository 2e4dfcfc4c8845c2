import { Migrator } from 'kysely/migration'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { words } from '#cli/contract-announce.ts'
import type { Deprecation } from '#contract/deprecation.ts'
import type { Store } from '#database/connect.ts'
import { migrations } from '#database/migrations/index.ts'
import { createApplication } from '#oauth/applications.ts'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { createAccount } from '#resources/account/create-account.ts'
import { queryTasks } from '#resources/tasks/contract/index.ts'
import { readSettings } from '#settings.ts'
import { type RunningServer, startServer } from '#start.ts'
import { Client } from '#testing/client.ts'
import { inDatabase } from '#testing/global-setup.ts'
import { type TestStore, testStore } from '#testing/store.ts'
import { announce } from './announce.ts'
import { contractRecord, today } from './contract-record.ts'
import { daysAfter } from './faults.ts'
import { hashOf, refuseEarlyEnds } from './publication.ts'
import { storedReleases } from './stored-releases.ts'

const parameters = queryTasks.parameters as Record<string, object>
const complete = { ...parameters }
const { title, status } = parameters as Record<string, object & { deprecation?: Deprecation }>
/** All of them again, in their order: other files of this worker read them. */
const restore = () => {
  for (const name of Object.keys(parameters)) delete parameters[name]
  Object.assign(parameters, complete)
}
const declared: Deprecation = { since: daysAfter(today(), -40), until: daysAfter(today(), -5), instead: 'the search' }

/** The releases of a version that took `title` away after a release that this installation skipped had announced it. */
const releases = (() => {
  Object.assign(title as object, { deprecation: declared })
  const announcing = { ...contractRecord(daysAfter(today(), -40)), version: '0.1.1' }
  delete title?.deprecation
  return [...storedReleases(), announcing]
})()
const untilTold = daysAfter(today(), 14)

/** Does something as the newer version, which has no parameter `title`. */
async function withoutTitle<T>(step: () => Promise<T>): Promise<T> {
  delete parameters.title
  return step().finally(restore)
}

const log = pino({ level: 'silent' })
const settings = readSettings({ DEMO: 'false' })
const announceIn = (store: Store) => announce({ settings, store, log }, releases)

/** Ada and Bo use `title`; Cy did long ago; Di does not. */
async function fill(store: Store): Promise<string> {
  const uses = [
    ['Ada', 1, 'title'] as const,
    ['Bo', 89, 'title'] as const,
    ['Cy', 91, 'title'] as const,
    ['Di', 1, 'status'] as const,
  ]
  const tokens: string[] = []
  for (const [name, ago, parameter] of uses) {
    const owner = {
      email: `${name.toLowerCase()}@example.com`,
      firstName: name,
      lastName: 'Test',
      emailConfirmed: true,
    }
    const { accountId, personId } = await createAccount(store.database, { name, owner })
    const own = {
      name: `${name}’s robot`,
      ownerPersonId: personId,
      accountId,
      redirectUris: ['http://localhost/callback'],
    }
    const { clientId } = await createApplication(store.database, own)
    const given = { personId, accountId, clientId, scopes: ['wsReadWrite' as const], name: 'test' }
    tokens.push(await issuePermanentToken(store.database, given))
    await store.pool.query(
      `insert into operation_use values ($1, $2, (now() at time zone 'utc')::date - $3::integer, 1)`,
      [clientId, `v4 queryTasks ${parameter}`, ago],
    )
  }
  return tokens[0] as string
}

const mailed = async (store: Store) =>
  (await store.pool.query(`select recipient, text from outbox_mail where subject like 'A change%' order by 1`)).rows

describe('a version that skips the one which announced a removal', () => {
  let store: TestStore
  let environment: Record<string, string>
  let older: RunningServer
  let token: string
  const start = () => startServer(readSettings(environment))
  const daysGoBy = (days: number) =>
    store.pool.query(
      `update deprecation_notice set told_at = told_at - make_interval(days => $1), declared = declared ||
         jsonb_build_object('until', to_char((declared ->> 'until')::date - $1::integer, 'YYYY-MM-DD'))
       where until <> ''`,
      [days],
    )
  const olderServes = async () =>
    expect((await new Client(older.url, token).get('/tasks', { title: 'Dig' })).status).toBe(200)

  beforeAll(async () => {
    store = await testStore()
    const { rows } = await store.pool.query('select current_database() as name')
    const { connectionString, host, user } = inDatabase(inject('postgres'), rows[0].name)
    const url =
      connectionString ?? `postgres://${user}@localhost/${rows[0].name}?host=${encodeURIComponent(host as string)}`
    environment = { DATABASE_URL: url, PORT: '0', DEMO: 'false', LOG_LEVEL: 'silent', LONGEST_DELAY: '0' }
    token = await fill(store)
    older = await start()
  })
  afterAll(async () => {
    await older.stop()
    await store.close()
  })

  test('is refused, and told how to announce it', async () => {
    const refusal = withoutTitle(start)
    await expect(refusal).rejects.toThrow('queryTasks, parameter title is gone, but nobody was told.')
    await expect(refusal).rejects.toThrow('npm run --silent taskwright -- contract announce')
    await olderServes()
  })

  test('tells exactly those whose applications used it in 90 days, and says when it may start', async () => {
    const announcement = await withoutTitle(() => announceIn(store))
    expect(announcement).toMatchObject({
      ends: [{ what: 'queryTasks, parameter title', instead: 'the search' }],
      told: ['ada@example.com', 'bo@example.com'],
    })
    expect((announcement?.startsAt.getTime() as number) / 86_400_000).toBeCloseTo(Date.now() / 86_400_000 + 14, 2)
    const [ada, bo, ...more] = await mailed(store)
    expect([ada.recipient, bo.recipient, more]).toEqual(['ada@example.com', 'bo@example.com', []])
    expect(ada.text).toContain(`It works until ${untilTold} (UTC)`)
    expect(ada.text).toContain('Instead: the search.')
    const text = words(announcement as NonNullable<typeof announcement>, false)
    expect(text).toContain('  - queryTasks, parameter title. Instead: the search\n')
    expect(text).toContain('ada@example.com, bo@example.com')
    expect(text).toContain(`This version may start from ${untilTold}`)
    await olderServes()
  })

  test('tells nobody twice, however often and at once it is announced', async () => {
    const again = await withoutTitle(() => Promise.all([announceIn(store), announceIn(store)]))
    expect(again.map((one) => one?.told)).toEqual([[], []])
    expect(words(again[0] as NonNullable<(typeof again)[0]>, true)).toContain('Nobody had to be told in this run.')
    expect(await mailed(store)).toHaveLength(2)
  })

  test('is refused after thirteen days while the older one serves, and starts after fourteen', async () => {
    await daysGoBy(13)
    await expect(withoutTitle(start)).rejects.toThrow(
      `queryTasks, parameter title is gone. ada@example.com, bo@example.com were told on ${daysAfter(today(), -13)}. The earliest day is ${daysAfter(today(), 1)}.`,
    )
    await olderServes()
    await daysGoBy(1)
    expect((await withoutTitle(() => announceIn(store)))?.startsAt.getTime()).toBeLessThan(Date.now())
    await withoutTitle(async () => {
      const newer = await start()
      expect((await new Client(newer.url, token).get('/tasks', { title: 'Dig' })).status).toBe(400)
      await newer.stop()
    })
    expect(await mailed(store)).toHaveLength(2)
  })
})

describe('on the schema of the version that serves', () => {
  let store: TestStore
  const schema = async () =>
    (
      await store.pool.query(
        `select table_name, column_name from information_schema.columns where table_schema = 'public' order by 1, 2`,
      )
    ).rows
  beforeAll(async () => {
    store = await testStore()
    await store.pool.query('drop schema public cascade; create schema public')
    // The one that made what a contract is published in; later ones did not run.
    const old = Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= '0044-change-policy'))
    const migrator = new Migrator({ db: store.database, provider: { getMigrations: async () => old } })
    expect((await migrator.migrateToLatest()).error).toBeUndefined()
  })
  afterAll(() => store.close())

  test('where nothing is published, nothing has to be announced', async () => {
    expect(await withoutTitle(() => announceIn(store))).toBeUndefined()
  })

  test('a removal is announced, and nothing is migrated', async () => {
    await fill(store)
    const record = contractRecord()
    await store.database
      .insertInto('published_contract')
      .values({ contract_hash: hashOf(record), version: record.version, record })
      .execute()
    const before = await schema()
    expect((await withoutTitle(() => announceIn(store)))?.told).toEqual(['ada@example.com', 'bo@example.com'])
    expect(await mailed(store)).toHaveLength(2)
    expect(await schema()).toEqual(before)
    const { rows } = await store.pool.query('select max(name) as last from kysely_migration')
    expect(rows).toEqual([{ last: '0044-change-policy' }])
  })

  test('what no release replaces cannot be announced', async () => {
    delete parameters.status
    try {
      await expect(announceIn(store)).rejects.toThrow(
        'Nothing was announced. No release says what replaces: queryTasks, parameter status.',
      )
    } finally {
      restore()
    }
  })

  test('an end that is past before anybody heard of it is told as one in fourteen days, and holds its version until then', async () => {
    const end = { since: daysAfter(today(), -30), until: daysAfter(today(), -1), instead: 'a folder' }
    Object.assign(status as object, { deprecation: end })
    try {
      await expect(refuseEarlyEnds(store.database)).rejects.toThrow('and nobody was told yet')
      const announcement = await announceIn(store)
      expect(announcement).toMatchObject({ ends: [{ instead: 'a folder' }], told: ['di@example.com'] })
      const { text } = (await mailed(store)).find(({ recipient }) => recipient === 'di@example.com')
      expect(text).toContain(`It works until ${untilTold} (UTC)`)
      const startsAt = announcement?.startsAt as Date
      const before = new Date(startsAt.getTime() - 1)
      await expect(refuseEarlyEnds(store.database, before)).rejects.toThrow('di@example.com was told on')
      await expect(refuseEarlyEnds(store.database, startsAt)).resolves.toBeUndefined()
    } finally {
      delete status?.deprecation
    }
  })
})
