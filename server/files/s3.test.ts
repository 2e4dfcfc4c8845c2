import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSettings } from '#settings.ts'
import { type S3Server, startS3Server } from '#testing/s3-server.ts'
import { startWorld, type World } from '#testing/world.ts'
import { receive } from './receive.ts'
import { type FileStore, openFileStore } from './store.ts'
import { sweepFiles } from './sweep.ts'

let s3: S3Server
let files: FileStore
beforeAll(async () => {
  s3 = await startS3Server()
  files = await openFileStore(readSettings(s3.environment))
})
afterAll(() => s3.close())

const key = () => `7/${randomUUID()}`
const megabyte = 1024 * 1024

/** So many megabytes, each unlike the other. */
const stream = (megabytes: number) =>
  Readable.from(
    (function* () {
      for (let at = 0; at < megabytes; at++) yield Buffer.alloc(megabyte, at + 1)
    })(),
    { objectMode: false },
  )
const read = async (content: Readable | undefined) => content && Buffer.concat(await content.toArray())

describe('a file in a bucket', () => {
  test('that is small goes in one request, and comes back', async () => {
    const at = key()
    s3.asked.length = 0
    await files.write(at, Readable.from([Buffer.from('dig '), Buffer.from('here')]))
    expect(s3.asked).toEqual([`PUT /garden/files/${at}`])
    expect(s3.objects.get(`files/${at}`)?.toString()).toBe('dig here')
    expect((await read(await files.read(at)))?.toString()).toBe('dig here')
  })
  test('that is large goes in parts and is whole', async () => {
    const at = key()
    const { size, sha256 } = await receive(files, at, stream(20), 100 * megabyte)
    expect(size).toBe(20 * megabyte)
    const kept = await read(await files.read(at))
    expect(kept?.equals(Buffer.concat(await stream(20).toArray()))).toBe(true)
    expect(sha256).toHaveLength(32)
    expect(s3.unfinished.size).toBe(0)
  })
  test('of exactly one part, or two, is whole too', async () => {
    for (const megabytes of [8, 16]) {
      const at = key()
      await files.write(at, stream(megabytes))
      expect(s3.objects.get(`files/${at}`)?.length).toBe(megabytes * megabyte)
    }
  })
  test('gives any part of it', async () => {
    const at = key()
    await files.write(at, Readable.from([Buffer.from('0123456789')]))
    expect((await read(await files.read(at, { start: 2, end: 4 })))?.toString()).toBe('234')
  })
  test('that is not there is undefined, and removing it is no error', async () => {
    expect(await files.read(key())).toBeUndefined()
    await files.remove(key())
  })
  test('is gone once it is removed', async () => {
    const at = key()
    await files.write(at, Readable.from([Buffer.from('x')]))
    await files.remove(at)
    expect(await files.read(at)).toBeUndefined()
  })
  test('never was turned away for its signature', () => {
    expect(s3.refused).toEqual([])
  })
})

describe('when it goes wrong', () => {
  test('a stream that breaks leaves no object and no parts', async () => {
    const at = key()
    const broken = Readable.from(
      (async function* () {
        for await (const chunk of stream(10)) yield chunk
        throw new Error('cut')
      })(),
      { objectMode: false },
    )
    await expect(files.write(at, broken)).rejects.toThrow('cut')
    expect({ kept: s3.objects.has(`files/${at}`), unfinished: s3.unfinished.size }).toEqual({
      kept: false,
      unfinished: 0,
    })
  })
  test('a bucket that refuses says why, and is left clean', async () => {
    s3.fail = (method, target) => method === 'PUT' && target.includes('partNumber=2')
    await expect(files.write(key(), stream(20))).rejects.toThrow(
      'The file store answered 403: <Error><Code>AccessDenied',
    )
    s3.fail = () => false
    expect(s3.unfinished.size).toBe(0)
  })
  test('a wrong key to the bucket is refused by it', async () => {
    const wrong = await openFileStore(readSettings({ ...s3.environment, AWS_SECRET_ACCESS_KEY: 'other' }))
    await expect(wrong.write(key(), Readable.from([Buffer.from('x')]))).rejects.toThrow('SignatureDoesNotMatch')
  })
  test('keys that are none are refused before anything is asked', async () => {
    s3.asked.length = 0
    for (const wrong of ['../x', '7/../8', `7/${randomUUID()}/x`, '7/plan.txt', ''])
      await expect(async () => files.read(wrong), wrong).rejects.toThrow('A key of the file store')
    expect(s3.asked).toEqual([])
  })
})

describe('a server with a bucket', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(s3.environment)
    s3.objects.clear()
  })
  afterAll(() => world.close())

  test('attaches, gives, previews and deletes as with a folder, and leaves nothing behind', async () => {
    const { dot } = await import('#testing/planted.ts')
    const made = await world.anna.upload(`/tasks/${world.dig.id}/attachments`, 'dot.png', dot)
    const { id } = made.body.data[0]
    expect(made.body.data[0]).toMatchObject({ width: 1, height: 1 })
    const file = await world.cleo.raw(`/attachments/${id}/download`, { headers: { range: 'bytes=1-3' } })
    expect(await file.text()).toBe('PNG')
    expect((await world.cleo.raw(`/attachments/${id}/preview`)).status).toBe(200)
    expect(s3.objects.size).toBe(2)
    await world.anna.delete(`/attachments/${id}`)
    expect(s3.objects.size).toBe(0)
  })
  test('says 503 while the bucket is away', async () => {
    const gone = await startS3Server()
    await gone.close()
    const other = await startWorld(gone.environment)
    const { status, body, headers } = await other.anna.upload(`/tasks/${other.dig.id}/attachments`, 'a.txt', 'x')
    expect({ status, error: body.error, after: headers.get('retry-after') }).toEqual({
      status: 503,
      error: 'server_error',
      after: '5',
    })
    await other.close()
  })
  test('sweeps the parts of an upload that another server did not live to finish', async () => {
    const { rows } = await world.store.pool.query(
      `insert into stored_file (account_id, created_at) values ($1, now() - interval '25 hours') returning file_id`,
      [world.accountId],
    )
    s3.unfinished.set('left', `files/${world.accountId}/${rows[0].file_id}`)
    s3.unfinished.set('other', `files/${world.accountId}/${randomUUID()}`)
    expect(await sweepFiles(world.store.database, world.services.files)).toBe(1)
    expect([...s3.unfinished.keys()]).toEqual(['other'])
  })
})
