import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWorld, type World } from '#testing/world.ts'

/** Content that the server fetches from an address which a client names. */
let open: World
let closed: World
let elsewhere: Server
let origin: string
let asked: string[]

beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    const path = request.url as string
    asked.push(path)
    const redirects: Record<string, string> = { '/moved': '/plan.txt', '/loop': '/loop', '/inward': 'http://10.0.0.1/' }
    if (redirects[path]) return response.writeHead(302, { location: redirects[path] }).end()
    if (path === '/missing') return response.writeHead(404).end('secret')
    if (path === '/large') return response.end(Buffer.alloc(2 * 1024 * 1024))
    if (path === '/named')
      return response.setHeader('content-disposition', 'attachment; filename="../evil.txt"').end('x')
    if (path === '/cut')
      return response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy())
    return response.end('from elsewhere')
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
  open = await startWorld({ OUTBOUND_ALLOW: '127.0.0.0/8', MAX_UPLOAD: '1MB' })
  closed = await startWorld()
  asked = []
})
afterAll(async () => {
  await open.close()
  await closed.close()
  elsewhere.close()
})

const create = (world: World, url: string, parameters: object = {}) =>
  world.anna.post(`/tasks/${world.dig.id}/attachments`, { url, ...parameters })

describe('an address', () => {
  test('of this machine or a private network is not called, whatever it is written like', async () => {
    const urls = [
      `${origin}/plan.txt`,
      origin.replace('127.0.0.1', 'localhost'),
      origin.replace('127.0.0.1', '2130706433'),
      origin.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
      'http://169.254.169.254/latest/meta-data',
      'http://[::1]/',
    ]
    for (const url of urls) {
      const { status, body } = await create(closed, url)
      expect({ url, status, text: body.errorDescription }).toEqual({
        url,
        status: 400,
        text: "Parameter 'url' value is invalid",
      })
    }
    expect(asked).toEqual([])
  })
  test('that leads on to a private network is not followed there', async () => {
    expect((await create(open, `${origin}/inward`)).body.error).toBe('invalid_parameter')
  })
  test('that gives no file, too much of one, half of one or never ends is refused, and tells nothing of what it said', async () => {
    for (const path of ['/missing', '/loop', '/large', '/cut']) {
      const { status, body } = await create(open, `${origin}${path}`)
      expect({ path, status }).toEqual({ path, status: 400 })
      expect(JSON.stringify(body)).not.toContain('secret')
    }
    expect((await create(open, 'ftp://example.com/a')).body.error).toBe('invalid_parameter')
    const { rows } = await open.store.pool.query('select 1 from stored_file')
    expect(rows).toEqual([])
  })
  test('is called only by those who may attach', async () => {
    asked = []
    expect((await open.cleo.post(`/tasks/${open.dig.id}/attachments`, { url: `${origin}/plan.txt` })).status).toBe(403)
    expect(asked).toEqual([])
  })
  test('and a file together contradict each other', async () => {
    const path = `/tasks/${open.dig.id}/attachments?url=${encodeURIComponent(`${origin}/plan.txt`)}`
    expect((await open.anna.upload(path, 'a.txt', 'x')).body.error).toBe('invalid_request')
  })
})

describe('what an address gives', () => {
  test('becomes a stored file with its last name', async () => {
    const { body } = await create(open, `${origin}/moved`)
    expect(body.data[0]).toMatchObject({ type: 'Wrike', name: 'plan.txt', size: 14, contentType: 'text/plain' })
    const file = await open.cleo.raw(`/attachments/${body.data[0].id}/download`)
    expect(await file.text()).toBe('from elsewhere')
  })
  test('is named by X-File-Name, else by the other server, made harmless', async () => {
    expect((await create(open, `${origin}/named`)).body.data[0].name).toBe('.._evil.txt')
    const path = `/tasks/${open.dig.id}/attachments?url=${encodeURIComponent(`${origin}/named`)}`
    expect((await open.anna.upload(path, 'mine.txt', undefined)).body.data[0].name).toBe('mine.txt')
    expect((await create(open, `${origin}/`)).body.error).toBe('invalid_parameter')
  })
  test('can be a new version', async () => {
    const first = await create(open, `${origin}/plan.txt`)
    const { body } = await open.anna.put(`/attachments/${first.body.data[0].id}`, { url: `${origin}/next.txt` })
    expect(body.data[0]).toMatchObject({ version: 2, name: 'next.txt' })
  })
})
