import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { chromiumPath, startBrowser, type TestBrowser } from '#testing/chromium.ts'
import { isGood } from '#testing/good-page.ts'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'

describe.skipIf(!chromiumPath)('in a real browser', () => {
  let server: PeopleServer
  let browser: TestBrowser
  let page: Page
  let token: string
  beforeAll(async () => {
    server = await startPeopleServer()
    const { personId, accountId } = server.anna
    const rights = { scopes: ['Default', 'wsReadOnly'], name: 'test' }
    token = await issuePermanentToken(server.store.database, {
      personId,
      accountId,
      clientId: server.clientId,
      ...rights,
    })
    browser = await startBrowser()
    page = await (await browser.newContext()).newPage()
    await page.goto(`${server.url}/sign-in`)
    await page.getByLabel('Email address').fill(server.anna.email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  const call = (path: string) => fetch(`${server.url}/api/v4${path}`, { headers: { authorization: `bearer ${token}` } })

  test('new requests show up by themselves, until the view is paused with the keyboard; then it goes on where it was', async () => {
    await page.goto(`${server.url}/applications/${server.clientId}/requests`)
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Live')
    await call('/version')
    await page.locator('#log tbody tr').first().waitFor()
    const rows = () => page.locator('#log tbody tr').count()
    expect(await rows()).toBe(1)
    await page.getByRole('button', { name: 'Pause' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('status').textContent()).toBe('Paused')
    await call('/colors')
    await new Promise((resolve) => setTimeout(resolve, 2000))
    expect(await rows()).toBe(1)
    await page.keyboard.press('Enter')
    await expect.poll(rows, { timeout: 5000 }).toBe(2)
    expect(await page.locator('#log tbody tr').first().textContent()).toContain('/api/v4/colors')
  })

  test('its pages are good ones', async () => {
    await page.goto(`${server.url}/applications/${server.clientId}/requests?errors=1`)
    await isGood(page)
    await page.goto(`${server.url}/applications/${server.clientId}/requests`)
    await isGood(page)
    await page.locator('#log a').first().click()
    await isGood(page)
  })
})
