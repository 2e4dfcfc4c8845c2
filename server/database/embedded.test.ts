import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { embeddedConnection, runningEmbedded, startEmbedded } from './embedded.ts'

let parent = ''
let folder = ''
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'taskwright-embedded-'))
  await chmod(parent, 0o755)
  folder = join(parent, 'data')
})
afterAll(() => rm(parent, { recursive: true, force: true }))

const volatile = true
const postmaster = async () => Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])

async function query(socketDir: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(embeddedConnection(socketDir, 'postgres'))
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('what was written is there after a stop, and nothing runs in between', async () => {
  const first = await startEmbedded(folder, { volatile })
  await query(first.socketDir, 'create table kept (n int); insert into kept values (1)')
  await first.stop()
  expect(await runningEmbedded(folder)).toBeUndefined()
  const second = await startEmbedded(folder, { volatile })
  expect(await query(second.socketDir, 'select n from kept')).toEqual([{ n: 1 }])
  await second.stop()
})

test('it has no TCP port, and compares text by its code points', async () => {
  const { socketDir, stop } = await startEmbedded(folder, { volatile })
  const [found] = await query(
    socketDir,
    `select current_setting('listen_addresses') as addresses, 'B' < 'a' as ordered, current_setting('server_encoding') as encoding`,
  )
  expect(found).toEqual({ addresses: '', ordered: true, encoding: 'UTF8' })
  await stop()
})

test('a second server is refused, and told who has the folder', async () => {
  const { stop } = await startEmbedded(folder, { volatile })
  await expect(startEmbedded(folder, { volatile })).rejects.toThrow(`Another Taskwright (process ${process.pid}) uses`)
  await stop()
})

test('a PostgreSQL that a killed server left running is taken over', async () => {
  await killedServer()
  const left = await postmaster()
  const { socketDir, stop } = await startEmbedded(folder, { volatile })
  expect(await postmaster()).toBe(left)
  expect(await query(socketDir, 'select n from kept')).toEqual([{ n: 1 }])
  await stop()
})

test('a start repairs what is left when PostgreSQL was killed too', async () => {
  await killedServer()
  process.kill(await postmaster(), 'SIGKILL')
  const { socketDir, stop } = await startEmbedded(folder, { volatile })
  expect(await query(socketDir, 'select n from kept')).toEqual([{ n: 1 }])
  await stop()
})

test('one that dies while the server runs is started again', async () => {
  const { socketDir, stop } = await startEmbedded(folder, { volatile })
  const died = await postmaster()
  process.kill(died, 'SIGKILL')
  await expect
    .poll(() => query(socketDir, 'select n from kept').catch(() => []), { timeout: 10_000 })
    .toEqual([{ n: 1 }])
  expect(await postmaster()).not.toBe(died)
  await stop()
})

test('a pid file that names a stranger is not in the way', async () => {
  const stranger = spawn('sleep', ['60'])
  await once(stranger, 'spawn')
  await writeFile(join(folder, 'postgres/postmaster.pid'), `${stranger.pid}\n`)
  const { socketDir, stop } = await startEmbedded(folder, { volatile })
  expect(await query(socketDir, 'select n from kept')).toEqual([{ n: 1 }])
  await stop()
  expect(stranger.exitCode).toBeNull()
  stranger.kill()
})

test('a folder with a long path gets its socket elsewhere', async () => {
  const far = join(parent, 'a'.repeat(60), 'b'.repeat(60))
  const { socketDir, stop } = await startEmbedded(far, { volatile })
  expect(await query(socketDir, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(socketDir.startsWith(far)).toBe(false)
  await stop()
  await rm(socketDir, { recursive: true })
})

/** A server on the folder that is killed when its PostgreSQL runs. */
async function killedServer(): Promise<void> {
  const script = `
    const { startEmbedded } = await import('#database/embedded.ts')
    await startEmbedded(${JSON.stringify(folder)}, { volatile: true })
    console.log('ready')
    setInterval(() => {}, 1000)`
  const server = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(server.stdout, 'data')
  server.kill('SIGKILL')
  await once(server, 'exit')
}
