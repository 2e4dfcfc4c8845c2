import { readdir } from 'node:fs/promises'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ MAX_UPLOAD: '30MB' })
})
afterAll(() => world.close())

/** Begins an upload whose body is sent by hand. */
function begin(token: string, headers: Record<string, string> = {}, taskId = world.dig.id): ClientRequest {
  return request(`${world.url}/api/v4/tasks/${taskId}/attachments`, {
    method: 'POST',
    headers: { authorization: `bearer ${token}`, 'x-file-name': 'a.bin', ...headers },
  })
}
const answerTo = (sent: ClientRequest) =>
  new Promise<{ status: number; error?: string }>((resolve, reject) => {
    sent.on('error', reject)
    sent.on('response', async (response: IncomingMessage) => {
      const body = JSON.parse(Buffer.concat(await response.toArray()).toString())
      resolve({ status: response.statusCode as number, error: body.error })
    })
  })
const files = async () => {
  const { rows } = await world.store.pool.query('select state from stored_file')
  const kept = await readdir(join(world.services.settings.dataDir, 'files'), { recursive: true, withFileTypes: true })
  return { rows: rows.length, kept: kept.filter((entry) => entry.isFile()).length }
}
const nothing = { rows: 0, kept: 0 }

describe('before a byte of the body is sent, the answer is there for', () => {
  const hundred = { 'content-length': String(100 * 1024 * 1024) }
  const cases: [string, () => ClientRequest, object][] = [
    ['a bad token', () => begin('nobody', hundred), { status: 401, error: 'not_authorized' }],
    ['a role that may not', () => begin(world.cleo.token, hundred), { status: 403, error: 'access_forbidden' }],
    ['a stranger', () => begin(world.dan.token, hundred), { status: 403, error: 'access_forbidden' }],
    ['a malformed id', () => begin(world.anna.token, hundred, 'no-id'), { status: 400, error: 'invalid_parameter' }],
    [
      'a file too large by its own account',
      () => begin(world.anna.token, hundred),
      { status: 400, error: 'invalid_request' },
    ],
  ]
  for (const [what, start, expected] of cases) {
    test(what, async () => {
      const sent = start()
      sent.flushHeaders()
      expect(await answerTo(sent)).toEqual(expected)
      sent.destroy()
    })
  }
  test('a token that may only read', async () => {
    const sent = begin((await world.withScopes(world.anna, ['wsReadOnly'])).token, hundred)
    sent.flushHeaders()
    expect(await answerTo(sent)).toEqual({ status: 403, error: 'not_allowed' })
    sent.destroy()
  })
})

describe('an upload', () => {
  test('that is cut in the middle leaves nothing, and the server goes on', async () => {
    for (const headers of [{ 'content-length': '20000000' }, { 'transfer-encoding': 'chunked' }] as Record<
      string,
      string
    >[]) {
      const sent = begin(world.anna.token, headers)
      sent.on('error', () => {})
      sent.write(Buffer.alloc(5_000_000))
      await expect.poll(async () => (await files()).kept).toBe(1)
      sent.destroy()
      await expect.poll(files).toEqual(nothing)
    }
    expect((await world.anna.get(`/tasks/${world.dig.id}/attachments`)).body.data).toEqual([])
  })
  test('that grows too large is answered, though the client still sends', async () => {
    const sent = begin(world.anna.token, { 'transfer-encoding': 'chunked' })
    const answered = answerTo(sent)
    for (let at = 0; at < 35; at++) sent.write(Buffer.alloc(1024 * 1024))
    sent.end()
    expect(await answered).toEqual({ status: 400, error: 'invalid_request' })
    await expect.poll(files).toEqual(nothing)
  })
  test('whose task goes away meanwhile leaves nothing', async () => {
    const task = await world.task()
    const sent = begin(world.anna.token, { 'transfer-encoding': 'chunked' }, task.id)
    const answered = answerTo(sent)
    sent.write(Buffer.alloc(1000))
    await expect.poll(async () => (await files()).kept).toBe(1)
    await world.anna.delete(`/tasks/${task.id}`)
    sent.end()
    expect(await answered).toEqual({ status: 403, error: 'not_allowed' })
    expect(await files()).toEqual(nothing)
  })
  test('that is refused does not keep the connection from the next request', async () => {
    const refused = await world.cleo.upload(`/tasks/${world.dig.id}/attachments`, 'a', Buffer.alloc(10_000_000))
    expect(refused.status).toBe(403)
    expect((await world.cleo.get('/version')).status).toBe(200)
  })
  test('while the store fails is our fault, and leaves no row', async () => {
    const { write } = world.services.files
    world.services.files.write = async (_key, content) => {
      content.destroy()
      throw new Error('disk full')
    }
    const { status, body } = await world.anna.upload(`/tasks/${world.dig.id}/attachments`, 'a.txt', 'x')
    world.services.files.write = write
    expect({ status, error: body.error }).toEqual({ status: 500, error: 'server_error' })
    expect(await files()).toEqual(nothing)
  })
})
