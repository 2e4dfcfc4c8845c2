import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { ApiError, type Credential, createClient } from './api/client.ts'
import { permanentToken } from './sign-in/credential.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

type Answer = { status: number; headers?: Record<string, string>; body?: object }

/** A server that gives these answers one after the other, and a client of it whose waits are only noted. */
async function against(answers: Answer[], credential: Credential = permanentToken('secret')) {
  const requests: { method: string | undefined; url: string | undefined; authorization: string | undefined }[] = []
  const waits: number[] = []
  server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const { status, headers = {}, body = {} } = answers[requests.length] ?? { status: 500 }
    requests.push({ method: request.method, url: request.url, authorization: request.headers.authorization })
    request.resume().on('end', () => response.writeHead(status, headers).end(JSON.stringify(body)))
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const api = createClient({
    server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credential,
    wait: async (ms) => waits.push(ms),
  })
  return { api, requests, waits }
}

const ok = { status: 200, body: { kind: 'tasks', data: [] } }

test('after 429 and 503 it waits for a second, then for twice as long', async () => {
  const { api, waits } = await against([{ status: 429 }, { status: 503 }, { status: 429 }, ok])
  expect(await api.post('/folders/F/tasks', { title: 'Dig' })).toEqual(ok.body)
  expect(waits).toEqual([1000, 2000, 4000])
})

test('a longer Retry-After is obeyed', async () => {
  const { api, waits } = await against([{ status: 429, headers: { 'retry-after': '37' } }, ok])
  await api.get('/account')
  expect(waits).toEqual([37_000])
})

test('a server that stays busy is given up', async () => {
  const { api, waits } = await against(Array.from({ length: 8 }, () => ({ status: 503 })))
  await expect(api.get('/account')).rejects.toThrow('GET /account: 503')
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000])
})

test('past half of the quota calls are spread over the rest of the window', async () => {
  const limit = (r: number) => ({ ratelimit: `"default";r=${r};t=20`, 'ratelimit-policy': '"default";q=100;w=60' })
  const { api, waits } = await against([
    { ...ok, headers: limit(51) },
    { ...ok, headers: limit(40) },
    { ...ok, headers: limit(0) },
    ok,
  ])
  for (let calls = 0; calls < 4; calls += 1) await api.get('/account')
  expect(waits).toEqual([500, 20_000])
})

test('other refusals are thrown in the words of the server', async () => {
  const body = { error: 'invalid_parameter', errorDescription: "Parameter 'title' value is invalid" }
  const { api } = await against([{ status: 400, body }])
  const refused = api.post('/folders/F/tasks', {})
  await expect(refused).rejects.toBeInstanceOf(ApiError)
  await expect(refused).rejects.toThrow(
    "POST /folders/F/tasks: 400 invalid_parameter: Parameter 'title' value is invalid",
  )
})

test('an expired token is renewed once, and the call repeated', async () => {
  let token = 'old'
  const credential = {
    token: async () => token,
    renew: async () => {
      token = 'new'
      return true
    },
  }
  const { api, requests } = await against([{ status: 401 }, ok], credential)
  await api.get('/account')
  expect(requests.map((request) => request.authorization)).toEqual(['bearer old', 'bearer new'])
})

test('lists and objects travel as JSON text in the query', async () => {
  const { api, requests } = await against([ok])
  await api.get('/tasks', { fields: ['metadata'], metadata: { key: 'k' }, pageSize: 5 })
  const { searchParams } = new URL(requests[0]?.url ?? '', 'http://localhost')
  expect(Object.fromEntries(searchParams)).toEqual({
    fields: '["metadata"]',
    metadata: '{"key":"k"}',
    pageSize: '5',
  })
})
