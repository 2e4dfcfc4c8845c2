import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client, type Data } from '#testing/client.ts'
import { freePort } from '#testing/free-port.ts'
import { fastFolder } from '#testing/global-setup.ts'
import { type ServerProcess, startServerProcess } from '#testing/server-process.ts'

const port = await freePort()
const megabyte = 1024 * 1024
let folder = ''
let server: ServerProcess
let owner: Client

beforeAll(async () => {
  folder = await mkdtemp(join(await fastFolder(), 'taskwright-large-'))
  server = await startServerProcess({
    DATA_DIR: folder,
    PORT: String(port),
    RATE_LIMIT_PER_MINUTE: '0',
    MAX_UPLOAD: '2GB',
  })
  const token = /bearer (\S+)'/.exec(server.printed())?.[1] as string
  owner = new Client(`http://127.0.0.1:${port}`, token)
})
afterAll(async () => {
  await server.end('SIGTERM')
  await rm(folder, { recursive: true, force: true })
})

/** Memory of the server's process in megabytes. */
const residentMegabytes = (): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(server.process.pid)]).toString()) / 1024

/** Sends so many megabytes, which are made as they go. */
async function upload(taskId: string, megabytes: number): Promise<Data> {
  const sent = request(`${owner.url}/api/v4/tasks/${taskId}/attachments`, {
    method: 'POST',
    headers: { authorization: `bearer ${owner.token}`, 'x-file-name': 'large.bin', 'transfer-encoding': 'chunked' },
  })
  const answered = new Promise<Data>((resolve, reject) => {
    sent.on('response', async (response) => resolve(JSON.parse(Buffer.concat(await response.toArray()).toString())))
    sent.on('error', reject)
  })
  const piece = Buffer.alloc(megabyte, 'dig')
  const content = function* () {
    for (let at = 0; at < megabytes; at++) yield piece
  }
  await pipeline(Readable.from(content(), { objectMode: false }), sent)
  return answered
}

/** Reads the beginning of the file as it comes; how many bytes it was. */
async function download(attachmentId: string, megabytes: number): Promise<number> {
  const sent = request(`${owner.url}/api/v4/attachments/${attachmentId}/download`, {
    headers: { authorization: `bearer ${owner.token}`, range: `bytes=0-${megabytes * megabyte - 1}` },
  }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  let bytes = 0
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length
  })
  await once(response, 'end')
  return bytes
}

test('a gigabyte goes up, and a quarter of it down, while the memory of the server stays flat', {
  timeout: 120_000,
}, async () => {
  const taskId = (await owner.get('/tasks', { pageSize: 1 })).body.data[0].id
  await upload(taskId, 64)
  const before = residentMegabytes()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, residentMegabytes())
  }, 100)

  const { data } = await upload(taskId, 1024)
  expect(data[0].size).toBe(1024 * megabyte)
  const received = await download(data[0].id, 256)
  clearInterval(watch)

  expect(received).toBe(256 * megabyte)
  expect(most - before).toBeLessThan(120)
})
