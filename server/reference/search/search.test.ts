import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'
import { searchIndex } from './entries.ts'
import { rank } from './ranking.browser.js'

let server: PeopleServer
beforeAll(async () => {
  server = await startPeopleServer()
})
afterAll(() => server.close())

const find = (query: string) => rank(searchIndex(server.services.settings), query, 12)
const best = (query: string) => find(query)[0]?.address

describe('what is found first', () => {
  test.each([
    ['an operation by its id', 'queryTasks', '/developers/v4/queryTasks'],
    ['by its id in any case', 'createwebhook', '/developers/v4/createWebhook'],
    ['by its path', '/tasks/{taskId}/comments', '/developers/v4/queryCommentsIn'],
    ['by its path with ids in it', '/api/v4/tasks/IEAAAAAQKQAAAAA4/timelogs', '/developers/v4/queryTimelogs'],
    ['by a whole address', 'https://work.example/api/v4/spaces/IEAAAAAQI4AAAAAB?fields=x', '/developers/v4/getSpace'],
    ['by verb and path', 'DELETE /comments/{id}', '/developers/v4/deleteComment'],
    ['by a parameter that only it has', 'entryLimit copyFolder', '/developers/v4/copyFolder'],
    ['one of v3 by a path that v4 does not have', '/accounts/{accountId}/webhooks', '/developers/v3/createWebhook'],
    ['a model by its name', 'ParameterisedEvent', '/developers/v4/models/ParameterisedEvent'],
    ['a scope', 'amReadOnlyAuditLog', '/developers/scopes'],
    ['a guide by what it is about', 'limits', '/developers/guides/limits'],
  ])('%s', (_what, query, address) => {
    expect(best(query)).toBe(address)
  })
  test('a parameter leads to every operation that takes it', () => {
    const found = rank(searchIndex(server.services.settings), 'hookUrl', 100).map(({ address }) => address)
    expect(found).toEqual(
      expect.arrayContaining([
        '/developers/v4/createWebhook',
        '/developers/v4/models/Webhook',
        '/developers/v3/createWebhook',
      ]),
    )
  })
  test('nothing has all of words that do not belong together', () => {
    expect(find('webhook zebra')).toEqual([])
    expect(find('   ')).toEqual([])
  })
})

test('the page of hits works without scripts, and shows what was asked for as text', async () => {
  const browser = server.browser()
  const found = await browser.open('/developers/search?q=createTask')
  expect(found.text).toContain('<a href="/developers/v4/createTask">createTask</a>')
  const hostile = await browser.open(`/developers/search?q=${encodeURIComponent('"><script>')}`)
  expect({ status: hostile.status, escaped: hostile.text.includes('"><script>') }).toEqual({
    status: 200,
    escaped: false,
  })
  expect(hostile.text).toContain('Nothing has all of these words')
  expect((await browser.open(`/developers/search?q=${'x'.repeat(5000)}&q=y`)).status).toBe(200)
})
