import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bound } from '#resources/index.ts'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'
import { addresses } from './addresses.ts'
import { apis } from './apis.ts'
import { modelsOf } from './models.ts'

let server: PeopleServer
beforeAll(async () => {
  server = await startPeopleServer()
})
afterAll(() => server.close())

const get = (path: string) => fetch(`${server.url}${path}`, { redirect: 'manual' })

test('each operation and each model of both versions has a page', async () => {
  expect(apis.v4.operations.size).toBe(bound.length)
  for (const api of Object.values(apis)) {
    for (const operation of api.operations.values()) {
      const response = await get(addresses.operation(api, operation))
      expect(response.status, operation.id).toBe(200)
      const text = await response.text()
      for (const name of Object.keys(operation.parameters))
        if (!('onlyV3' in (operation.parameters[name] as object))) expect(text, operation.id).toContain(`id="${name}"`)
      expect(text.match(/<h1>/g)).toHaveLength(1)
    }
    for (const name of modelsOf(api).keys()) expect((await get(addresses.model(api, name))).status, name).toBe(200)
  }
})

describe('from page to page', () => {
  test('every link below /developers leads somewhere, anchors too, and no id stands twice on a page', async () => {
    const seen = new Map<string, Set<string>>()
    const wanted: { from: string; to: string }[] = [{ from: '', to: '/developers' }]
    const others = new Set<string>()
    for (let next = wanted.shift(); next; next = wanted.shift()) {
      const [path = ''] = next.to.split('#')
      if (seen.has(path)) continue
      const response = await get(path)
      expect(response.status, `${next.from} → ${path}`).toBe(200)
      const text = await response.text()
      const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] as string)
      expect(
        ids.filter((id, at) => ids.indexOf(id) !== at),
        path,
      ).toEqual([])
      seen.set(path, new Set(ids))
      for (const [, href = ''] of text.matchAll(/\shref="([^"]*)"/g)) {
        const to = href.startsWith('#') ? `${path}${href}` : href.replaceAll('&amp;', '&')
        if (/^\/developers(?![\w-])/.test(to)) wanted.push({ from: path, to })
        else if (to.startsWith('/') && !to.startsWith('/assets/')) others.add(to)
        const [page = '', anchor] = to.split('#')
        if (anchor && seen.has(page)) expect(seen.get(page), `${path} → ${to}`).toContain(anchor)
      }
    }
    expect(seen.size).toBeGreaterThan(400)
    for (const path of others) expect((await get(path)).status, path).toBeLessThan(400)
  })
})
