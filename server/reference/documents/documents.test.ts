import { validate } from '@readme/openapi-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'
import { addresses } from '../addresses.ts'
import { apis } from '../apis.ts'
import { documentsOf } from './index.ts'

let server: PeopleServer
beforeAll(async () => {
  server = await startPeopleServer()
})
afterAll(() => server.close())

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.url}${path}`, { headers })

test('each document has its type, may be loaded by other sites, and is sent once', async () => {
  for (const [address, { type }] of documentsOf(server.services.settings)) {
    const first = await get(address)
    expect(first.status, address).toBe(200)
    expect(first.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    const etag = first.headers.get('etag') ?? ''
    expect((await first.text()).length).toBeGreaterThan(20)
    const again = await get(address, { 'if-none-match': `"other", W/${etag}` })
    expect({ status: again.status, text: await again.text() }).toEqual({ status: 304, text: '' })
  }
})

describe.each(Object.values(apis))('of $version', (api) => {
  test('the OpenAPI document is valid and names this server', async () => {
    const document = await (await get(addresses.openapi(api))).json()
    expect(document.servers).toEqual([{ url: `${server.url}${api.base}` }])
    expect(await validate(structuredClone(document))).toMatchObject({ valid: true })
  })

  test('the Postman collection has a folder for each resource and a request for each path', async () => {
    const { info, item, variable } = await (await get(addresses.postman(api))).json()
    expect(info.schema).toBe('https://schema.getpostman.com/json/collection/v2.1.0/collection.json')
    expect(variable[0]).toEqual({ key: 'baseUrl', value: `${server.url}${api.base}` })
    expect(item).toHaveLength(api.resources.size)
    type Sent = {
      method: string
      url: { raw: string; path: string[]; variable: { key: string }[] }
      body?: { raw?: string }
    }
    const requests: Sent[] = item.flatMap((folder: { item: { request: Sent }[] }) =>
      folder.item.map(({ request }) => request),
    )
    const told = requests.map(
      ({ method, url }) => `${method} ${url.raw.replace('{{baseUrl}}', '').replace(/:(\w+)/g, '{$1}')}`,
    )
    const wanted = [...api.operations.values()].flatMap(({ method, paths }) => paths.map((path) => `${method} ${path}`))
    expect(told.sort()).toEqual(wanted.sort())
    for (const { url, body } of requests) {
      expect(url.variable.map(({ key }) => `:${key}`)).toEqual(url.path.filter((part) => part.startsWith(':')))
      if (body?.raw !== undefined) expect(typeof JSON.parse(body.raw)).toBe('object')
    }
  })
})

describe('llms.txt', () => {
  test('has the form of llmstxt.org: a title, a summary, sections of links with notes', async () => {
    const [title, , summary, ...rest] = (await (await get('/llms.txt')).text()).trimEnd().split('\n')
    expect(title).toBe('# Taskwright')
    expect(summary).toMatch(/^> \S/)
    const from = rest.findIndex((line) => line.startsWith('## '))
    for (const line of rest.slice(from).filter((one) => one !== ''))
      expect(line).toMatch(/^## \S|^- \[[^\]]+\]\(http[^)]+\): \S/)
  })
  test('all its links lead to texts', async () => {
    const text = await (await get('/llms.txt')).text()
    const links = [...text.matchAll(/\]\((http[^)]+)\)/g)].map((match) => match[1] as string)
    expect(links.length).toBeGreaterThan(200)
    for (const link of links) expect((await fetch(link)).status, link).toBe(200)
  })
  test('the whole text tells each operation of v4 once', async () => {
    const text = await (await get(addresses.llmsFull)).text()
    for (const id of apis.v4.operations.keys())
      expect(text.split(`Operation \`${id}\` of the API v4.`), id).toHaveLength(2)
  })
})

test('the text of an operation tells what its page tells', async () => {
  const text = await (await get('/developers/v4/createComment.md')).text()
  for (const part of [
    'POST /api/v4/tasks/{taskId}/comments',
    '`text` (text; required',
    '`wsReadWrite`',
    '429 `rate_limit_exceeded`',
  ])
    expect(text).toContain(part)
})
