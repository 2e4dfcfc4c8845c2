import { expect, test } from 'vitest'
import { chromiumPath, startBrowser } from '#testing/chromium.ts'
import { isGood } from '#testing/good-page.ts'
import { password, startPeopleServer } from '#testing/people-server.ts'
import { plantWebhooks } from '#testing/planted-webhooks.ts'

test.skipIf(!chromiumPath)(
  'the pages of webhooks are good, and lead from the list to a payload by the keyboard',
  async () => {
    const server = await startPeopleServer()
    const browser = await startBrowser()
    try {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
      const page = await context.newPage()
      await page.goto(`${server.url}/applications/${server.clientId}/webhooks`)
      await page.getByLabel('Email address').fill(server.anna.email)
      await page.getByLabel('Password').fill(password)
      await page.keyboard.press('Enter')
      await page.waitForURL('**/webhooks')
      await isGood(page)
      await plantWebhooks(server.store, server.clientId)
      await page.reload()
      await isGood(page)
      await page.getByRole('link', { name: 'https://robot.example/hooks/tasks' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Deliveries' }).waitFor()
      await isGood(page)
      await page.getByRole('region', { name: 'Deliveries, newest first' }).getByRole('link').nth(2).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Payload' }).waitFor()
      expect(await page.getByRole('button', { name: 'Copy the payload' }).count()).toBe(1)
      await isGood(page)
    } finally {
      await browser.close()
      await server.close()
    }
  },
  60_000,
)
