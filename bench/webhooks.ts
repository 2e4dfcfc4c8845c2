import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { deriveFolderAccess } from '#access/folder-access.ts'
import { sql } from '#database/sql.ts'
import { encodeId } from '#ids/encode.ts'
import { joinAccount, nameContact } from '#resources/contacts/person.ts'
import { readSettings } from '#settings.ts'
import { type RunningServer, startServer } from '#start.ts'
import { generate } from './generate.ts'
import type { Ask, FlatOut, LoadData, Paced } from './webhooks-load.ts'

/**
 * Measures how long an event takes to a receiver, and what webhooks cost those who write: `node bench/webhooks.ts`.
 * `--hooks 1000 --per-second 200 --seconds 20 --receivers 100` are the defaults.
 *
 * Three cases in one run: no webhooks; one of each folder, so that a change is told to one; and webhooks of accounts, ten
 * each of people who see some folders, so that a change is told to ten of all.
 */
const { values: options } = parseArgs({
  options: {
    hooks: { type: 'string', default: '1000' },
    'per-second': { type: 'string', default: '200' },
    seconds: { type: 'string', default: '20' },
    /** At most 250. */
    receivers: { type: 'string', default: '100' },
  },
})
const [hooks, seconds] = [Number(options.hooks), Number(options.seconds)]
const ofEach = 10

const folder = await mkdtemp(join(tmpdir(), 'taskwright-bench-'))
const settings = readSettings({
  DATA_DIR: folder,
  PORT: '0',
  HOST: '127.0.0.1',
  DEMO: 'false',
  JOBS: 'false',
  LOG_LEVEL: 'error',
  RATE_LIMIT_PER_MINUTE: '0',
  OUTBOUND_ALLOW: '127.0.0.0/8',
})
const server = await startServer(settings)
try {
  await measure(server)
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

async function measure({ store, url }: RunningServer): Promise<void> {
  // Twenty folders for each thousand tasks, one of them a project: as many plain folders as webhooks.
  const { accountId, readers } = await generate(store, Math.ceil(hooks / 19) * 1000)
  const places = await placesOf(accountId)
  const { load, hosts } = await startLoad({
    url,
    token: readers[0]?.token as string,
    tasks: places.map(({ task_id }) => encodeId('Task', accountId, task_id)),
    receivers: Number(options.receivers),
  })
  const people = await shareAmong(accountId, places)
  const cases = [
    { name: 'no webhooks', heardBy: 0, plant: async () => {} },
    { name: 'webhooks of folders', heardBy: 1, plant: () => ofFolders(accountId, places, hosts) },
    { name: 'webhooks of the account', heardBy: ofEach, plant: () => ofAccount(accountId, people, hosts) },
  ]
  let alone = 0
  for (const { name, heardBy, plant } of cases) {
    await clear(accountId)
    await plant()
    await sql`vacuum analyze`.execute(store.database)
    await load({ perSecond: 20, seconds: 2, heardBy })
    const before = await spent()
    const paced = (await load({ perSecond: Number(options['per-second']), seconds, heardBy })) as Paced
    const after = await spent()
    const each = (what: keyof typeof after) => Math.round((10 * (after[what] - before[what])) / paced.changes) / 10
    // What others do on the machine moves these less than it moves times.
    const perChange = { cpuMs: each('cpuMs'), transactions: each('transactions') }
    const { rows } =
      await sql`select state, count(*), sum(attempts) as attempts from webhook_delivery group by 1`.execute(
        store.database,
      )
    const flatOut = (await load({ flatOutSeconds: seconds / 2 })) as FlatOut
    alone ||= flatOut.perSecond
    const ratio = Math.round((100 * flatOut.perSecond) / alone) / 100
    console.log(JSON.stringify({ name, paced, perChange, deliveries: rows, flatOut: { ...flatOut, ratio } }))
  }
}

/** What this thread, the server's, and PostgreSQL have done until now. */
async function spent(): Promise<{ cpuMs: number; transactions: number }> {
  const { user, system } = process.threadCpuUsage()
  const { rows } = await sql<{ done: number }>`
    select xact_commit + xact_rollback as done from pg_stat_database where datname = current_database()`.execute(
    server.store.database,
  )
  return { cpuMs: (user + system) / 1000, transactions: rows[0]?.done ?? 0 }
}

/** A thread that calls and receives; each answer is what was asked last. */
async function startLoad(workerData: LoadData) {
  const worker = new Worker(new URL('./webhooks-load.ts', import.meta.url), { workerData })
  worker.unref()
  const answer = () =>
    new Promise<unknown>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
  const hosts = (await answer()) as string[]
  const load = (ask: Ask): Promise<unknown> => {
    const answered = answer()
    worker.postMessage(ask)
    return answered
  }
  return { load, hosts }
}

interface Place {
  folder_id: number
  task_id: number
}

/** Plain folders, as many as there are to be webhooks, with a task of each. */
async function placesOf(accountId: number): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select distinct on (f.folder_id) f.folder_id, p.task_id from folder f
    join task_placement p on p.account_id = f.account_id and p.folder_id = f.folder_id
    where f.account_id = ${accountId} and not f.is_project and not f.is_space
    order by f.folder_id limit ${hooks}`.execute(server.store.database)
  return rows
}

/** People who see some of the folders each, one for each ten webhooks. */
async function shareAmong(accountId: number, places: readonly Place[]): Promise<number[]> {
  const { database } = server.store
  const people: number[] = []
  for (let number = 0; number < hooks / ofEach; number++) {
    const person = await nameContact(database, { email: `hears${number}@example.com` })
    await joinAccount(database, accountId, person, 'external')
    people.push(person)
  }
  await sql`insert into folder_share (account_id, folder_id, principal_id, role)
    select ${accountId}, f, p, 1 from unnest(${places.map((one) => one.folder_id)}::bigint[],
      ${places.map((_, at) => people[at % people.length] as number)}::bigint[]) as s (f, p)`.execute(database)
  await deriveFolderAccess(
    database,
    accountId,
    places.map((one) => one.folder_id),
  )
  return people
}

async function clear(accountId: number): Promise<void> {
  const { database } = server.store
  await sql`delete from webhook where account_id = ${accountId}`.execute(database)
  await sql`delete from webhook_cursor where account_id = ${accountId}`.execute(database)
}

async function ofFolders(accountId: number, places: readonly Place[], hosts: readonly string[]): Promise<void> {
  const { rows } = await sql<{ person_id: number }>`
    select person_id from account_user where account_id = ${accountId} and role = 'owner'`.execute(
    server.store.database,
  )
  const owner = rows[0]?.person_id as number
  await plantHooks(
    accountId,
    hosts,
    places.map(({ folder_id }) => ({ person_id: owner, folder_id })),
  )
}

function ofAccount(accountId: number, people: readonly number[], hosts: readonly string[]): Promise<void> {
  const owners = people.flatMap((person_id) => Array.from({ length: ofEach }, () => ({ person_id, folder_id: null })))
  return plantHooks(accountId, hosts, owners)
}

/** Past the API, which lets nobody have so many. */
async function plantHooks(
  accountId: number,
  hosts: readonly string[],
  planted: readonly { person_id: number; folder_id: number | null }[],
): Promise<void> {
  const { database } = server.store
  const rows = planted.map((one, at) => {
    const host = hosts[at % hosts.length] as string
    const flags = { recursive: false, is_space_hook: false, client_id: null, secret: 'secret' }
    return {
      ...flags,
      ...one,
      account_id: accountId,
      host,
      hook_url: `http://${host}/`,
      event_types: ['TaskTitleChanged' as const],
    }
  })
  await database.insertInto('webhook').values(rows).execute()
  await sql`insert into webhook_cursor (account_id, last_sequence)
    select account_id, last_sequence from event_sequence where account_id = ${accountId}`.execute(database)
}
