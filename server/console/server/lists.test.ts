import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeAccountId } from '#ids/encode.ts'
import { createApplication } from '#oauth/applications.ts'
import { limitRequests } from '#oauth/request-limit.ts'
import { nameContact } from '#resources/contacts/person.ts'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'
import type { WebBrowser } from '#testing/web-browser.ts'
import { readPosition, writePosition } from './list-position.ts'

let server: PeopleServer
let anna: WebBrowser
const made: string[] = []
beforeAll(async () => {
  server = await startPeopleServer()
  anna = await server.annasBrowser()
  const { database } = server.store
  for (let at = 0; at < 120; at++) {
    const name = `Robot ${String(at % 40).padStart(2, '0')}`
    const own = { name, ownerPersonId: server.anna.personId, accountId: server.anna.accountId, redirectUris: [] }
    made.push((await createApplication(database, own)).clientId)
  }
  await database.transaction().execute((rows) => limitRequests(rows, made[0] as string, 5))
  // Several of one moment, and several that were never used.
  await server.store.pool.query(
    `update application set created_at = '2026-01-01T00:00:00.123456Z', last_used_at = case when name < 'Robot 20' then now() end where name like 'Robot%'`,
  )
  await database.transaction().execute(async (rows) => {
    for (let at = 0; at < 60; at++) await nameContact(rows, { email: `p${at}@people.example`, firstName: 'P' })
  })
})
afterAll(() => server.close())

/** The links to things on all pages of a list, in order. */
async function walk(path: string, link: RegExp): Promise<string[]> {
  const seen: string[] = []
  for (let next: string | undefined = path, pages = 0; next && pages < 10; pages++) {
    const { text } = await anna.open(next)
    seen.push(...[...text.matchAll(link)].map(([, id]) => id as string))
    next = /<a rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
  }
  return seen
}
const application = /class="row-title" href="\/server\/applications\/(\w+)"/g

test.each(['newest', 'used', 'name'])(
  'the pages in the order "%s" are all applications together, each once',
  async (order) => {
    const seen = await walk(`/server/applications?order=${order}`, application)
    expect(seen).toHaveLength(121)
    expect(new Set(seen)).toEqual(new Set([...made, server.clientId]))
  },
)

test('an application is found by name, client id, address, account name and account id', async () => {
  const found = (search: string) => walk(`/server/applications?${new URLSearchParams({ search })}`, application)
  expect(await found('GARDEN')).toEqual([server.clientId])
  expect(await found(server.clientId)).toEqual([server.clientId])
  expect(await found('robot 07')).toHaveLength(3)
  for (const all of ['anna@', 'acme', encodeAccountId(server.anna.accountId)])
    expect(await found(all)).toHaveLength(121)
  expect(await found('100%_')).toEqual([])
  expect(await walk('/server/applications?state=limited', application)).toEqual([made[0]])
})

test('an address that was tampered with shows the beginning', async () => {
  const first = await walk('/server/applications', application)
  const wrong = [
    'x',
    writePosition(['yesterday', 'a']),
    writePosition(['1', 'a\0']),
    writePosition(['9999999999999999', '']),
    '%00',
  ]
  for (const after of wrong) {
    const { status } = await anna.open(`/server/applications?order=newest&after=${after}&state=%00&search=%00`)
    expect(status, after).toBe(200)
  }
  expect(first).toHaveLength(121)
  expect(readPosition(writePosition(['a', 'b']))).toEqual(['a', 'b'])
})

test('the pages of people are all people together, each once', async () => {
  const seen = await walk('/server/people', /class="row-title" href="\/server\/people\/(\d+)"/g)
  expect(seen).toHaveLength(61)
  expect(new Set(seen).size).toBe(61)
})

test('the overview counts what there is, and names the processes', async () => {
  const { text } = await anna.open('/server')
  expect(text).toContain(`${process.pid} (this one)`)
  expect(text).toMatch(/<dt>Applications<\/dt><dd><a [^>]+>121<\/a>/)
  expect(text).toMatch(/<dt>Database<\/dt><dd>[\d.]+ MB/)
})
