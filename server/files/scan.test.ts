import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from '#testing/world.ts'
import { scannerAt } from './scan.ts'

let scanner: ChildProcess
let world: World

beforeAll(async () => {
  scanner = spawn(process.execPath, [join(import.meta.dirname, '../testing/fake-scanner.ts')])
  const [port] = (await once(scanner.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  world = await startWorld({ FILES_SCAN: `tcp://127.0.0.1:${port.toString().trim()}` })
})
afterAll(async () => {
  scanner.kill()
  await world.close()
})

const attach = (content: string | Buffer) => world.anna.upload(`/tasks/${world.dig.id}/attachments`, 'a.bin', content)
const stored = async () => (await world.store.pool.query('select scanned_at from stored_file')).rows

test('a file with a virus is refused and leaves nothing', async () => {
  const { status, body } = await attach(`${'x'.repeat(200_000)} a virus ${'x'.repeat(200_000)}`)
  expect({ status, body }).toEqual({
    status: 400,
    body: { error: 'invalid_request', errorDescription: 'The file has a virus: Pond.Frog-1' },
  })
  expect(await stored()).toEqual([])
})

test('a file that the scanner cannot judge is not taken', async () => {
  for (const content of ['silence', Buffer.alloc(25 * 1024 * 1024)]) {
    const { status, body, headers } = await attach(content)
    expect({ status, error: body.error }).toEqual({ status: 503, error: 'server_error' })
    expect(headers.get('retry-after')).toBe('10')
  }
  expect(await stored()).toEqual([])
})

test('a clean file is taken, and that it was looked at is kept', async () => {
  expect((await attach(Buffer.alloc(3 * 1024 * 1024, 'clean '))).status).toBe(200)
  expect(await stored()).toEqual([{ scanned_at: expect.any(Date) }])
})

test('while the scanner is away nothing is taken', async () => {
  scanner.kill()
  await once(scanner, 'exit')
  expect((await attach('clean')).status).toBe(503)
  expect(await stored()).toHaveLength(1)
})

test('a scanner can be reached by the path of its socket', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'taskwright-scanner-'))
  const path = join(folder, 'socket')
  const local = spawn(process.execPath, [join(import.meta.dirname, '../testing/fake-scanner.ts'), path])
  await once(local.stdout as NodeJS.ReadableStream, 'data')
  const scanner = scannerAt({ path })
  expect(await scanner.scan(Readable.from([Buffer.from('clean')]))).toBe('clean')
  await expect(scanner.scan(Readable.from([Buffer.from('a virus')]))).rejects.toThrow('Pond.Frog-1')
  local.kill()
  await rm(folder, { recursive: true })
})

test('without a scanner files are taken, and it is kept that none was asked', async () => {
  const trusting = await startWorld()
  await trusting.anna.upload(`/tasks/${trusting.dig.id}/attachments`, 'a.txt', 'a virus')
  const { rows } = await trusting.store.pool.query('select scanned_at, state from stored_file')
  expect(rows).toEqual([{ scanned_at: null, state: 'stored' }])
  await trusting.close()
})
