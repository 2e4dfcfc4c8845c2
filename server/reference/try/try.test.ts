import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, startBrowser, type TestBrowser } from '#testing/chromium.ts'
import { isGood } from '#testing/good-page.ts'
import { tabTo } from '#testing/keyboard.ts'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'
import { addresses } from '../addresses.ts'
import { apis } from '../apis.ts'

let server: PeopleServer
let browser: TestBrowser | undefined
beforeAll(async () => {
  server = await startPeopleServer()
  if (chromiumPath) browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server.close()
})

async function newPage(options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  if (!browser) throw new Error('no browser')
  return (await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })).newPage()
}

/** Signs Anna in by the link of the panel, which leads back to the page. */
async function signedIn(page: Page, path: string): Promise<void> {
  await page.goto(`${server.url}${path}`)
  await page.getByRole('link', { name: 'Sign in to try it' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Email address').fill(server.anna.email)
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${path}`)
}

const outcome = (page: Page) => page.locator('.try').getByRole('status')

test.skipIf(!chromiumPath)(
  'a person signs in from the panel, and reads and writes by keyboard alone',
  async () => {
    const page = await newPage()
    await signedIn(page, '/developers/v4/querySpaces')
    await tabTo(page, page.getByRole('button', { name: 'Send', exact: true }))
    await page.keyboard.press('Enter')
    await expect.poll(() => outcome(page).textContent()).toMatch(/^200 .*1 row$/)
    const answer = page.locator('.try .answer')
    expect(JSON.parse((await answer.locator('code').textContent()) ?? '').kind).toBe('spaces')
    expect(await answer.locator('.facts').textContent()).toMatch(/X-Request-Id.*RateLimit/)
    await isGood(page)

    await page.goto(`${server.url}/developers/v4/createFolder`)
    await page.getByText('for real, and others may see it').waitFor()
    await tabTo(page, page.getByRole('button', { name: 'Pick folderId', exact: true }))
    await page.keyboard.press('Enter')
    const pick = page.getByRole('combobox', { name: 'Pick folderId' })
    await expect.poll(() => pick.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowDown')
    const folderId = await page.getByRole('textbox', { name: 'folderId' }).inputValue()
    expect(folderId).not.toBe('')
    await tabTo(page, page.getByRole('textbox', { name: 'title', exact: true }))
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Pond')
    await tabTo(page, page.getByRole('button', { name: 'Send this POST', exact: true }))
    await page.keyboard.press('Enter')
    await expect.poll(() => outcome(page).textContent()).toMatch(/^200 .*1 row$/)
    const made = JSON.parse((await answer.locator('code').textContent()) ?? '').data[0]
    expect(made).toMatchObject({ title: 'Pond', parentIds: [folderId] })
    expect(await page.locator('.command code').textContent()).toBe(
      `curl "${server.url}/api/v4/folders/${folderId}/folders" \\\n  -H "Authorization: bearer $TASKWRIGHT_TOKEN" \\\n  --json '{\n    "title": "Pond"\n  }'`,
    )
    await isGood(page)

    await page.goto(`${server.url}/developers/v4/deleteFolder`)
    await tabTo(page, page.getByRole('textbox', { name: 'folderId', exact: true }))
    await page.keyboard.type(made.id)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Delete it for real?' }).waitFor()
    await isGood(page)
    await page.keyboard.press('Escape')
    expect(await outcome(page).textContent()).toBe('')
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('button', { name: 'Yes, delete it', exact: true }))
    await page.keyboard.press('Enter')
    await expect.poll(() => outcome(page).textContent()).toMatch(/^200/)
    await page.context().close()
  },
  60_000,
)

test.skipIf(!chromiumPath)(
  'what goes wrong is said where it went wrong',
  async () => {
    const page = await newPage()
    await signedIn(page, '/developers/v4/queryTasks')
    await page.getByText('More parameters').click()
    await page.getByRole('textbox', { name: 'dueDate optional' }).fill('{oops')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    expect(await outcome(page).textContent()).toBe('')
    expect(
      await page.getByLabel('dueDate').evaluate((field) => (field as HTMLTextAreaElement).validationMessage),
    ).toContain('no JSON')
    await page.getByLabel('dueDate').fill('{"start":"yesterday"}')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect.poll(() => outcome(page).textContent()).toContain('400 Bad Request after')
    expect(await outcome(page).textContent()).toContain("Parameter 'dueDate' value is invalid")
    expect(await page.locator('.try .answer .facts').textContent()).toContain('X-Error-Hint')
    await server.store.pool.query('delete from session')
    await page.reload()
    await page.getByRole('link', { name: 'Sign in to try it' }).waitFor()
    await page.context().close()
  },
  30_000,
)

test.skipIf(!chromiumPath)(
  'a token that was revoked is replaced, and one who was signed out is told so',
  async () => {
    const page = await newPage()
    await signedIn(page, '/developers/v4/querySpaces')
    const send = page.getByRole('button', { name: 'Send', exact: true })
    await send.click()
    await expect.poll(() => outcome(page).textContent()).toMatch(/^200/)
    const other = await page.context().newPage()
    await other.goto(`${server.url}/profile`)
    await other.getByRole('button', { name: 'Revoke API reference' }).click()
    await send.click()
    await expect.poll(() => outcome(page).textContent()).toMatch(/^200/)
    await other.goto(`${server.url}/profile`)
    await other.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect
      .poll(async () => {
        if (await send.isVisible()) await send.click()
        return outcome(page).textContent()
      })
      .toBe('You are signed out here. Nothing was sent.')
    await page.getByRole('link', { name: 'Sign in to try it' }).waitFor()
    await page.context().close()
  },
  30_000,
)

test.skipIf(!chromiumPath)(
  'the language of samples is chosen without script, and remembered with it',
  async () => {
    const plain = await newPage({ javaScriptEnabled: false })
    await plain.goto(`${server.url}/developers/v4/createTask`)
    const shown = (page: Page) => page.locator('.samples > .sample:visible code')
    expect(await shown(plain).allTextContents()).toEqual([expect.stringMatching(/^curl/)])
    await plain.getByRole('radio', { name: 'Python' }).check()
    expect(await shown(plain).allTextContents()).toEqual([expect.stringMatching(/^import json/)])
    expect(await plain.getByRole('heading', { name: 'Try it' }).isVisible()).toBe(false)
    await plain.context().close()
    const page = await newPage()
    await page.goto(`${server.url}/developers/v4/createTask`)
    await page.getByRole('radio', { name: 'curl' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.goto(`${server.url}/developers/v3/queryTasks`)
    expect(await shown(page).allTextContents()).toEqual([expect.stringContaining('for await (const task of tasks())')])
    await isGood(page)
    await page.context().close()
  },
  30_000,
)

test('each operation can be tried but the export of all data, and every list to pick from answers', async () => {
  const { access_token } = await server.tokens()
  const lists = new Set<string>()
  for (const api of Object.values(apis))
    for (const operation of api.operations.values()) {
      const page = await (await fetch(`${server.url}${addresses.operation(api, operation)}`)).text()
      expect(page.includes('data-try'), operation.id).toBe(!operation.scopes.includes('dataExportFull'))
      for (const [, list = ''] of page.matchAll(/data-pick="([^"]*)"/g)) lists.add(list.replaceAll('&amp;', '&'))
    }
  expect(lists.size).toBeGreaterThan(20)
  for (const list of lists) {
    const { status } = await fetch(`${server.url}${list}`, { headers: { authorization: `bearer ${access_token}` } })
    expect({ list, status }).toEqual({ list, status: expect.toBeOneOf([200, 403]) })
  }
})
