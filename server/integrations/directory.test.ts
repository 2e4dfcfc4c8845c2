import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApplication } from '#oauth/applications.ts'
import { chromiumPath, startBrowser, type TestBrowser } from '#testing/chromium.ts'
import { isGood } from '#testing/good-page.ts'
import { listIt, somebody } from '#testing/listed.ts'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'
import { slugOf } from './listing/slug.ts'

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

const names = (text: string) => [...text.matchAll(/<h2><a href="[^"]*">([^<]*)</g)].map(([, name]) => name)
const open = (path: string) => server.browser().open(path)
async function planted(name: string, more: Partial<Parameters<typeof listIt>[1]['text'] & object> = {}, own = {}) {
  const { personId: ownerPersonId, accountId } = server.anna
  const { clientId } = await createApplication(server.store.database, {
    ...{ name, ownerPersonId, accountId, redirectUris: ['https://robot.example/back'] },
    ...own,
  })
  await listIt(server, { clientId, byPersonId: ownerPersonId, text: more })
  return clientId
}

describe('the directory', () => {
  test('says what to do while nothing is in it', async () => {
    const { text } = await open('/integrations')
    expect(text).toContain('None is listed yet')
    expect(text).not.toContain('role="search"')
  })

  test('finds by words in name, line, description and maker, and by category', async () => {
    await planted('Calendar bridge', { category: 'planning', description: 'Copies due dates 100% of the time' })
    await planted('Chat bridge', { category: 'communication' })
    expect(names((await open('/integrations')).text)).toEqual(['Calendar bridge', 'Chat bridge'])
    expect(names((await open('/integrations?q=BRIDGE+copies')).text)).toEqual(['Calendar bridge'])
    expect(names((await open('/integrations?q=acme&category=communication')).text)).toEqual(['Chat bridge'])
    expect(names((await open('/integrations?q=100%25')).text)).toEqual(['Calendar bridge'])
    expect((await open('/integrations?q=%27%22%3C%00&category=nonsense&page=-1')).status).toBe(200)
    expect((await open('/integrations?q=zzz')).text).toContain('None fits')
  })

  test('is for those who are signed in where accounts are made by invitation only', async () => {
    const closed = await startPeopleServer({ SIGN_UP: 'closed' })
    expect((await closed.browser().open('/integrations')).url.pathname).toBe('/sign-in')
    expect((await (await closed.annasBrowser()).open('/integrations')).status).toBe(200)
    await closed.close()
  })

  test('a hundred are pages of 48, each once', async () => {
    for (let at = 0; at < 98; at++) await planted(`Robot ${String(at).padStart(2, '0')}`)
    const pages = [1, 2, 3].map((page) => open(`/integrations?page=${page}`))
    const all = (await Promise.all(pages)).map(({ text }) => names(text))
    expect(all.map((page) => page.length)).toEqual([48, 48, 4])
    expect(new Set(all.flat()).size).toBe(100)
  })
})

describe('an integration', () => {
  test('says in words what it may do, and connects with these scopes', async () => {
    const clientId = await planted('Porter', { scopes: ['wsReadWrite', 'amReadOnlyGroup'] })
    const { text } = await open('/integrations/porter')
    expect(text).toContain('See user groups')
    const query = `response_type=code&amp;client_id=${clientId}&amp;redirect_uri=https%3A%2F%2Frobot.example%2Fback&amp;scope=wsReadWrite%2CamReadOnlyGroup`
    expect(text).toContain(`href="/oauth2/authorize/v4?${query}"`)
    expect((await open(`/integrations/${clientId}`)).status).toBe(200)
    const anna = await server.annasBrowser()
    await anna.open(`/oauth2/authorize/v4?${query.replaceAll('&amp;', '&')}`)
    expect(anna.page?.text).toContain('Porter</strong> asks to work with your account')
  })

  test('that must begin by itself leads to its own page, or to its website', async () => {
    await planted('Starter', { connectUrl: 'https://robot.example/start' })
    expect((await open('/integrations/starter')).text).toContain('href="https://robot.example/start">Connect')
    await planted('Phone', {}, { isPublic: true })
    expect((await open('/integrations/phone')).text).toContain('href="https://robot.example/">Get it')
  })

  test('is marked for who uses it, and for others of the account; not for strangers', async () => {
    await listIt(server, { clientId: server.clientId, byPersonId: server.anna.personId })
    await server.tokens()
    const ben = await somebody(server, 'Ben', { role: 'regular' })
    const eve = await somebody(server, 'Eve', 'elsewhere')
    const seenBy = async (browser: typeof ben.browser) => (await browser.open('/integrations/garden-robot')).text
    expect(await seenBy(await server.annasBrowser())).toContain('You use it')
    expect(await seenBy(ben.browser)).toContain('In use in your account')
    expect(await seenBy(eve.browser)).not.toMatch(/You use it|In use/)
  })
})

test('two of one name have two addresses; a name without letters has one too', () => {
  expect([slugOf('Gärten & Söhne!'), slugOf('花')]).toEqual(['garten-sohne', 'integration'])
})

test.skipIf(!chromiumPath)(
  'the pages are good: the listing, its preview, its review, the directory',
  async () => {
    const context = await (browser as TestBrowser).newContext({ viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    for (const path of ['/integrations?q=bridge', '/integrations?q=nothing', '/integrations/porter']) {
      await page.goto(`${server.url}${path}`)
      await isGood(page)
    }
    const clientId = await createApplication(server.store.database, {
      ...{ name: 'Newcomer', ownerPersonId: server.anna.personId, accountId: server.anna.accountId, redirectUris: [] },
    }).then((made) => made.clientId)
    await page.goto(`${server.url}/applications/${clientId}/listing`)
    await page.getByLabel('Email address').fill(server.anna.email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel('In a line').fill('Says hello')
    await page.getByLabel('Description').fill('It says hello.\n\n- every day')
    await page.getByLabel('Help', { exact: true }).fill('nobody')
    await page.getByLabel('Category', { exact: true }).selectOption('other')
    await page.getByRole('button', { name: 'Save and preview' }).click()
    await isGood(page)
    await page.getByLabel('Help', { exact: true }).fill('help@example.com')
    await page.getByRole('button', { name: 'Save and preview' }).click()
    await isGood(page)
    await page.getByRole('button', { name: 'Submit for review' }).click()
    await isGood(page)
    await page.goto(`${server.url}/server/listings`)
    await isGood(page)
    await page.getByRole('link', { name: 'Newcomer' }).click()
    await page.getByText('Send it back').click()
    await isGood(page)
    await page.getByRole('button', { name: 'Approve and list' }).click()
    await page.goto(`${server.url}/integrations/newcomer`)
    await isGood(page)
    await context.close()
  },
  60_000,
)
