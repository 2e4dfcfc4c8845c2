import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, startBrowser, type TestBrowser } from '#testing/chromium.ts'
import { isGood } from '#testing/good-page.ts'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'

let server: PeopleServer
let browser: TestBrowser | undefined
let page: Page
beforeAll(async () => {
  server = await startPeopleServer()
  if (!chromiumPath) return
  browser = await startBrowser()
  const person = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  page = await person.newPage()
})
afterAll(async () => {
  await browser?.close()
  await server.close()
})

test.skipIf(!chromiumPath)(
  'pages of each kind are good ones',
  async () => {
    for (const path of [
      '',
      '/v4/createApproval',
      '/v4/models/Approval',
      '/guides/oauth',
      '/search?q=hookUrl',
      '/changelog',
    ]) {
      await page.goto(`${server.url}/developers${path}`)
      await isGood(page)
    }
  },
  60_000,
)

test.skipIf(!chromiumPath)('the feed of changes is what RFC 4287 asks of one', async () => {
  await page.goto(`${server.url}/developers`)
  const feed = (await page.evaluate(`(${readFeed})('/developers/changelog.atom')`)) as Feed
  expect(feed.fault).toBeUndefined()
  expect(feed.root).toEqual(['http://www.w3.org/2005/Atom', 'feed'])
  expect(feed.entries.length).toBeGreaterThan(2)
  for (const one of [feed.own, ...feed.entries]) {
    // Exactly one of each; of the authors an entry has its feed's.
    expect(one).toMatchObject({ id: [expect.stringMatching(/^http/)], title: [expect.stringMatching(/./)] })
    expect(one.updated).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)])
    expect(Date.parse(one.updated[0] as string)).not.toBeNaN()
    expect(one.alternates).toHaveLength(1)
    expect(new URL(one.alternates[0] as string).href).toMatch(new RegExp(`^${server.url}/developers/changelog`))
  }
  for (const entry of feed.entries) expect(entry.content).toHaveLength(1)
  expect(feed.own.self).toEqual([`${server.url}/developers/changelog.atom`])
  expect(feed.own.authors).toEqual(['Taskwright'])
  const ids = [feed.own, ...feed.entries].map(({ id }) => id[0])
  expect(new Set(ids).size).toBe(ids.length)
  const times = feed.entries.map(({ updated }) => Date.parse(updated[0] as string))
  expect(Date.parse(feed.own.updated[0] as string)).toBe(Math.max(...times))
})

test.skipIf(!chromiumPath)('the search is a matter of the keyboard alone', async () => {
  await page.goto(`${server.url}/developers`)
  await page.keyboard.press('/')
  await page.keyboard.type('/tasks/{taskId}/comments')
  const hits = page.locator('.hits a')
  await expect.poll(() => hits.first().textContent()).toContain('queryCommentsIn')
  await isGood(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('/developers/v4/createComment')
  await page.keyboard.press('Escape')
  expect(await page.evaluate('document.activeElement.id')).toBe('search')
  expect(await hits.first().isVisible()).toBe(false)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/developers/search?q=*')
  expect(await page.locator('.found a').first().getAttribute('href')).toBe('/developers/v4/queryCommentsIn')
})

test.skipIf(!chromiumPath)('on a phone a button opens the contents over the page', async () => {
  await page.setViewportSize({ width: 375, height: 740 })
  await page.goto(`${server.url}/developers/v4/createTask`)
  const contents = page.getByRole('navigation', { name: 'Contents' })
  expect(await contents.isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Contents' }).click()
  expect(await contents.isVisible()).toBe(true)
  await isGood(page)
  await page.keyboard.press('Escape')
  expect(await contents.isVisible()).toBe(false)
})

test.skipIf(!chromiumPath)('on paper there is the content alone', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${server.url}/developers/v4/createTask`)
  await page.emulateMedia({ media: 'print' })
  for (const gone of ['.bar', '.contents', '.reference-tools', '.foot'])
    expect(await page.locator(gone).isVisible(), gone).toBe(false)
  expect(await page.locator('h1').isVisible()).toBe(true)
})

interface Part {
  id: string[]
  title: string[]
  updated: string[]
  content: string[]
  authors: string[]
  alternates: string[]
  self: string[]
}
interface Feed {
  /** What the browser says of XML that is not well formed. */
  fault: string | undefined
  root: string[]
  own: Part
  entries: Part[]
}

/** Runs in the browser, whose parser takes only well-formed XML. */
const readFeed = `async (address) => {
  const text = await (await fetch(address)).text()
  const root = new DOMParser().parseFromString(text, 'application/xml').documentElement
  const part = (element) => {
    const of = (name) => [...element.children].filter((one) => one.localName === name)
    const links = (rel) => of('link').filter((one) => one.getAttribute('rel') === rel).map((one) => one.getAttribute('href'))
    const texts = (name) => of(name).map((one) => one.textContent)
    return {
      id: texts('id'), title: texts('title'), updated: texts('updated'), content: texts('content'),
      authors: of('author').map((one) => one.querySelector('name')?.textContent),
      alternates: links('alternate'), self: links('self'),
    }
  }
  return {
    fault: root.ownerDocument.querySelector('parsererror')?.textContent,
    root: [root.namespaceURI, root.localName],
    own: part(root),
    entries: [...root.children].filter((one) => one.localName === 'entry').map(part),
  }
}`
