import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumOptions, chromiumPath } from '#testing/chromium.ts'
import { isGood } from '#testing/good-page.ts'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'

let server: PeopleServer
let browser: Browser | undefined
let page: Page
beforeAll(async () => {
  server = await startPeopleServer()
  if (!chromiumPath) return
  browser = await chromium.launch(chromiumOptions)
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
    for (const path of ['', '/v4/createApproval', '/v4/models/Approval', '/guides/oauth', '/search?q=hookUrl']) {
      await page.goto(`${server.url}/developers${path}`)
      await isGood(page)
    }
  },
  60_000,
)

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
