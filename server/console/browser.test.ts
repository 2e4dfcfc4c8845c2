import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LinkUse, mailingLink } from '#mailing/links.ts'
import { inviteDeveloper } from '#oauth/developer-invitations.ts'
import { chromiumPath, startBrowser, type TestBrowser } from '#testing/chromium.ts'
import { isGood } from '#testing/good-page.ts'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'

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

/** A context whose redirects to Garden robot arrive somewhere. */
async function newPerson(): Promise<BrowserContext> {
  if (!browser) throw new Error('no browser')
  const person = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await person.route('http://localhost:8765/**', (route) => route.fulfill({ body: 'back at the program' }))
  return person
}

test.skipIf(!chromiumPath)(
  'whoever runs the server has a desk whose pages are good, and suspends an application with the keyboard',
  async () => {
    const page = await (await newPerson()).newPage()
    await page.goto(`${server.url}/sign-in?next=/server`)
    await page.getByLabel('Email address').fill(server.anna.email)
    await page.getByLabel('Password').fill(password)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${server.url}/server`)
    await isGood(page)
    await page.getByRole('link', { name: 'Applications' }).last().press('Enter')
    await page.waitForURL('**/server/applications')
    await isGood(page)
    await page.getByRole('link', { name: 'Garden robot' }).press('Enter')
    await page.waitForURL(`**/${server.clientId}`)
    await page.getByRole('link', { name: 'Support' }).press('Enter')
    await page.waitForURL('**/support')
    await isGood(page)
    const suspension = page.getByRole('region', { name: 'Suspend' })
    await suspension.getByLabel('Why').fill('A test')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/history')
    await isGood(page)
    await page.goto(`${server.url}/server/applications/${server.clientId}/support`)
    await page.getByRole('region', { name: 'Resume' }).getByLabel('Why').fill('The test is over')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/history')
    for (const path of [`people/${server.anna.personId}`, 'mailing']) {
      await page.goto(`${server.url}/server/${path}`)
      await isGood(page)
    }
  },
  60_000,
)

test.skipIf(!chromiumPath)(
  'a person registers, confirms, signs in, creates an application and consents',
  async () => {
    const person = await newPerson()
    const page = await person.newPage()
    await page.goto(server.url)
    await isGood(page)
    await page.getByRole('link', { name: 'Create an account' }).click()
    await isGood(page)
    await page.getByLabel('Name of the account').fill('Builders')
    await page.getByLabel('First name').fill('Ben')
    await page.getByLabel('Email address').fill('ben@example.com')
    await page.getByLabel('Password').fill('aaaaaaaaaaaa')
    await page.getByRole('button', { name: 'Create the account' }).click()
    await isGood(page)
    await page.getByRole('link', { name: 'Choose a password' }).click()
    await expect
      .poll(() => page.getByLabel('Password').evaluate((field) => field.matches(':focus, :target')))
      .toBe(true)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Create the account' }).click()
    await isGood(page)
    await page.getByRole('link', { name: 'outbox' }).click()
    await isGood(page)
    await page.getByRole('link', { name: /confirm\?token/ }).click()
    await isGood(page)
    await page.getByRole('button', { name: 'Yes, confirm' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('navigation').getByRole('link', { name: 'Sign in' }).click()
    await isGood(page)
    await page.getByLabel('Email address').fill('ben@example.com')
    await page.getByLabel('Password').fill(password)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/applications')
    await isGood(page)
    await page.getByLabel('Name', { exact: true }).fill('Watering can')
    await page.getByLabel('Redirect URIs').fill(server.redirectUri)
    await page.getByRole('button', { name: 'Register' }).click()
    await isGood(page)
    const clientId = await page.locator('dd code').first().textContent()
    await page.getByRole('link', { name: 'Go on to the application' }).click()
    await isGood(page)
    await page.goto(`${server.url}/oauth2/authorize/v4?response_type=code&client_id=${clientId}`)
    await isGood(page)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Watering can')
    await page.getByRole('button', { name: 'Allow' }).click()
    await page.waitForURL(`${server.redirectUri}?code=*`)
    await page.goto(`${server.url}/profile`)
    expect(await page.getByRole('region', { name: 'Applications you allowed' }).textContent()).toContain('Watering can')
    await isGood(page)
    await person.close()
  },
  60_000,
)

test.skipIf(!chromiumPath)(
  'the other pages are good too',
  async () => {
    const person = await newPerson()
    const page = await person.newPage()
    const { personId } = server.anna
    const invitation = await inviteDeveloper(server.store.database, {
      clientId: server.clientId,
      email: 'dora@example.com',
      role: 'developer',
      byPersonId: personId,
    })
    const mailing = (use: LinkUse) => mailingLink(server.services, use, personId).slice(server.url.length)
    const pages = [
      mailing('confirm:news'),
      mailing('unsubscribe:changes'),
      `/application-invitation/${invitation}`,
      '/forgot',
      '/confirm?token=old',
      '/nowhere',
      '/oauth2/authorize/v4?response_type=code&client_id=none',
    ]
    for (const path of pages) {
      await page.goto(`${server.url}${path}`)
      await isGood(page)
    }
    await page.goto(`${server.url}${mailing('unsubscribe:news')}`)
    await page.getByRole('button', { name: 'Unsubscribe' }).press('Enter')
    await page.getByRole('heading', { name: 'You are off the list' }).waitFor()
    await isGood(page)
    await page.goto(`${server.url}/device?user_code=BCDF-GHJK`)
    await page.getByLabel('Email address').fill(server.anna.email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    expect(await page.getByLabel('Code').inputValue()).toBe('BCDF-GHJK')
    await isGood(page)
    await page.getByRole('button', { name: 'Continue' }).click()
    await isGood(page)
    await page.goto(`${server.url}/applications/${server.clientId}/tokens`)
    await page.getByText('Choose scopes').click()
    await isGood(page)
    await page.goto(`${server.url}/applications/${server.clientId}`)
    await page.getByText('Change', { exact: true }).press('Enter')
    await isGood(page)
    await page.goto(`${server.url}/applications/${server.clientId}/people`)
    await page.getByLabel('Email address').fill('carl@example.com')
    await page.keyboard.press('Enter')
    await page.getByText('carl@example.com').first().waitFor()
    await isGood(page)
    await page.goto(`${server.url}/applications/${server.clientId}/credentials`)
    await page.getByRole('button', { name: 'Make a new secret' }).press('Enter')
    await page.goto(`${server.url}/applications/${server.clientId}/credentials`)
    await page.getByRole('button', { name: 'End it now' }).waitFor()
    await isGood(page)
    await page.setViewportSize({ width: 375, height: 740 })
    await page.goto(`${server.url}/applications/${server.clientId}/listing`)
    const shown = page.locator('.tabs [aria-current="page"]')
    const { x, width } = (await shown.boundingBox()) as { x: number; width: number }
    expect(x + width).toBeLessThanOrEqual(375)
    await page.goto(`${server.url}/applications/${server.clientId}/deletion`)
    await isGood(page)
    await person.close()
  },
  60_000,
)

test('no page runs a script that is not a file of ours, or may be framed', async () => {
  const answer = await fetch(`${server.url}/sign-in`)
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(await answer.text()).not.toMatch(/<script(?! type="module" src="\/assets\/)|style="|onclick/)
})
