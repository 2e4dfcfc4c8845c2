import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readSettings } from '#settings.ts'
import { type RunningServer, startServer } from '#start.ts'
import { chromiumPath, startBrowser, type TestBrowser } from '#testing/chromium.ts'
import { urlOfDatabase } from '#testing/global-setup.ts'
import { isGood } from '#testing/good-page.ts'
import { enter, tabTo, write } from '#testing/keyboard.ts'
import { type Receiver, startReceiver } from '#testing/receiver.ts'
import { type TestStore, testStore } from '#testing/store.ts'

let store: TestStore
let server: RunningServer
let receiver: Receiver
let browser: TestBrowser | undefined
beforeAll(async () => {
  store = await testStore()
  const { rows } = await store.pool.query('select current_database() as name')
  server = await startServer(
    readSettings({
      DATABASE_URL: urlOfDatabase(inject('postgres'), rows[0].name),
      PORT: '0',
      DEMO: 'false',
      LOG_LEVEL: 'silent',
      LONGEST_DELAY: '0',
      OUTBOUND_ALLOW: '127.0.0.0/8',
    }),
  )
  receiver = await startReceiver()
  if (chromiumPath) browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await receiver.close()
  await server.stop()
  await store.close()
})

const password = 'a pond full of frogs'
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('link', { name })
const inBar = (page: Page, name: string) => page.getByRole('banner').getByRole('link', { name, exact: true })
const outcome = (page: Page) => page.locator('.try').getByRole('status')

/** Sends the call that the panel of an operation's page holds; the answer's rows. */
async function sendFromPanel(page: Page, name: string): Promise<Record<string, string>[]> {
  await enter(page, button(page, name))
  await expect.poll(() => outcome(page).textContent()).toMatch(/^200/)
  return JSON.parse((await page.locator('.try .answer code').textContent()) ?? '').data
}

/** Finds an operation by the search of the reference. */
async function findOperation(page: Page, id: string, title: string): Promise<void> {
  await enter(page, inBar(page, 'Developers'))
  await page.getByRole('heading', { level: 1, name: 'For developers' }).waitFor()
  await page.waitForLoadState('load')
  await page.keyboard.press('/')
  await page.keyboard.type(id)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/developers\/(search|v4\/)/)
  if (page.url().includes('/search')) await enter(page, link(page, id).first())
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/**
 * From nothing to the first webhook: registered, application created, credentials in the mail, first call from the reference,
 * first event received. Each step begins where the one before has led; the mouse is never used.
 */
test.skipIf(!chromiumPath)(
  'a newcomer gets from the start page to a webhook with the keyboard alone',
  async () => {
    const page = await (await (browser as TestBrowser).newContext({ viewport: { width: 1280, height: 900 } })).newPage()
    await page.goto(server.url)
    await enter(page, link(page, 'Create an account'))
    await write(page, page.getByLabel('Name of the account'), 'Builders')
    await write(page, page.getByLabel('First name'), 'Nora')
    await write(page, page.getByLabel('Email address'), 'nora@example.com')
    await write(page, page.getByLabel('Password'), password)
    await page.keyboard.press('Enter')
    await enter(page, link(page, 'outbox'))
    await enter(page, link(page, /confirm\?token/))
    await enter(page, button(page, 'Yes, confirm'))

    await page.waitForURL('**/applications')
    await write(page, page.getByLabel('Name', { exact: true }), 'Watering can')
    await write(page, page.getByLabel('Redirect URIs'), 'http://localhost:8765/callback')
    await enter(page, button(page, 'Register'))
    await page.getByRole('heading', { name: 'Watering can is registered' }).waitFor()
    const [clientId, clientSecret] = await page.locator('dd code').allTextContents()
    await isGood(page)
    await enter(page, link(page, 'Go on to the application'))
    await page.getByRole('heading', { level: 1, name: 'Watering can' }).waitFor()
    const mails = await store.pool.query('select text from outbox_mail where recipient = $1', ['nora@example.com'])
    const credentials = mails.rows.map(({ text }) => String(text)).find((text) => text.includes(String(clientSecret)))
    expect(credentials).toContain(clientId)

    await findOperation(page, 'queryContacts', 'Users and groups of the account')
    const people = await sendFromPanel(page, 'Send')
    expect(people.map(({ firstName }) => firstName)).toContain('Nora')
    await isGood(page)

    await findOperation(page, 'createWebhook', 'Registers a receiver of events')
    await tabTo(page, page.getByLabel('Path'))
    await page.keyboard.press('End')
    await write(page, page.getByRole('textbox', { name: 'hookUrl' }), receiver.url)
    const [webhook] = await sendFromPanel(page, 'Send this POST')
    expect(webhook).toMatchObject({ hookUrl: receiver.url, status: 'Active' })

    await findOperation(page, 'createTask', 'Creates a task')
    await enter(page, button(page, 'Pick folderId'))
    const pick = page.getByRole('combobox', { name: 'Pick folderId' })
    await expect.poll(() => pick.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowDown')
    await write(page, page.getByRole('textbox', { name: 'title', exact: true }), 'Water the beans')
    const [task] = await sendFromPanel(page, 'Send this POST')
    await receiver.has(1)
    expect(receiver.events[0]).toMatchObject({ eventType: 'TaskCreated', taskId: task?.id, webhookId: webhook?.id })
    await isGood(page)
  },
  120_000,
)
