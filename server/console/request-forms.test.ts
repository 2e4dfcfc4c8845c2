import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { chromiumPath, startBrowser } from '#testing/chromium.ts'
import { Client, type Data } from '#testing/client.ts'
import { isGood } from '#testing/good-page.ts'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'

let server: PeopleServer
let anna: Client
let form: Data
let address: string

beforeAll(async () => {
  server = await startPeopleServer({ RATE_LIMIT_PER_MINUTE: '0' })
  const { personId, accountId } = server.anna
  const token = { personId, accountId, clientId: server.clientId, scopes: ['wsReadWrite'] as const, name: 'test' }
  anna = new Client(server.url, await issuePermanentToken(server.store.database, { ...token, scopes: ['wsReadWrite'] }))
  const space = (await anna.post('/spaces', { accessType: 'Private', title: 'Garden' })).body.data[0]
  form = (
    await anna.post(`/spaces/${space.id}/request_forms`, {
      title: 'A wish <for> the garden',
      description: 'Tell us\nwhat you want',
      pages: [
        {
          title: 'What it is',
          fields: [
            { id: 'what', title: 'What', type: 'Text', attribute: 'title', required: true, description: 'In a word' },
            { id: 'why', title: 'Why', type: 'Paragraph', attribute: 'description' },
            { id: 'cost', title: 'Cost', type: 'Number' },
          ],
        },
        {
          title: 'How and when',
          fields: [
            { id: 'when', title: 'When', type: 'Date', attribute: 'dueDate' },
            { id: 'urgency', title: 'Urgency', type: 'Choice', options: ['High', 'Low'], attribute: 'importance' },
            { id: 'colours', title: 'Colours', type: 'MultipleChoice', options: ['red', 'blue'], required: true },
            { id: 'who', title: 'Who', type: 'Contact', attribute: 'responsibles' },
          ],
        },
      ],
    })
  ).body.data[0]
  const formFields = [
    { id: 'what', value: 'A "bench"' },
    { id: 'colours', value: 'blue' },
    { id: 'urgency', value: 'High' },
  ]
  address = (await anna.post(`/request_forms/${form.id}/prefill_url`, { formFields })).body.data[0].url
})
afterAll(() => server.close())

const tasks = async (): Promise<Data[]> =>
  (await anna.get(`/spaces/${form.spaceId}/tasks`, { fields: ['description', 'responsibleIds'] })).body.data

test('who is not signed in signs in first, and comes to the form then', async () => {
  const browser = server.browser()
  const page = await browser.open(address)
  expect(page.url.pathname).toBe('/sign-in')
  await browser.submit({ email: server.anna.email, password })
  expect(browser.page?.url.pathname).toBe(`/forms/${form.id}`)
  expect(browser.page?.text).toContain('value="A &quot;bench&quot;"')
})

test('the page has the questions with the answers of its address', async () => {
  const { text, status } = await (await server.annasBrowser()).open(address)
  expect(status).toBe(200)
  expect(text).toContain('A wish &lt;for&gt; the garden')
  expect(text).toContain('Tell us<br>what you want')
  expect(text).toMatch(/name="colours" value="blue"\s+checked/)
  expect(text).not.toMatch(/name="colours" value="red"\s+checked/)
  expect(text).toMatch(/<option value="High" selected>/)
  expect(text).toContain('>Anna Ash</option>')
})

test('sending it creates the task, once', async () => {
  const browser = await server.annasBrowser()
  await browser.open(address)
  const who = encodeId('Contact', server.anna.accountId, server.anna.personId)
  const page = await browser.submit({
    what: 'A pond',
    why: 'For frogs',
    colours: ['red', 'blue'],
    when: '2026-05-08',
    who,
  })
  expect(page.url.pathname).toBe(`/forms/${form.id}/sent`)
  expect(page.text).toContain('Your request was sent')
  const found = await tasks()
  expect(found).toMatchObject([
    { title: 'A pond', description: 'For frogs<br /><br /><b>Colours</b><br />red, blue', responsibleIds: [who] },
  ])
})

test('wrong answers are said beside their questions, and nothing is created', async () => {
  const before = (await tasks()).length
  const browser = await server.annasBrowser()
  await browser.open(`/forms/${form.id}`)
  const page = await browser.submit({ what: '', cost: 'much' })
  expect(page.status).toBe(400)
  expect(page.text).toContain('<a href="#what">What: has to be answered</a>')
  expect(page.text).toContain('<a href="#colours">Colours: has to be answered</a>')
  expect(page.text).toContain('id="cost-fault">takes a number')
  expect(page.text).toContain('value="much"')
  expect(await tasks()).toHaveLength(before)
})

test('a form of another site is not taken', async () => {
  const before = (await tasks()).length
  const browser = await server.annasBrowser()
  const page = await browser.open(`/forms/${form.id}`, { what: 'A pond', colours: 'red', form_token: 'x' })
  expect(page.status).toBe(403)
  expect(await tasks()).toHaveLength(before)
})

test('a form that is not there, is hidden or switched off is the same page', async () => {
  const browser = await server.annasBrowser()
  const { accountId } = server.anna
  for (const id of ['nothing', encodeId('Form', accountId, 999), encodeId('Form', accountId + 1, 1)])
    expect((await browser.open(`/forms/${id}`)).status).toBe(404)
  await anna.put(`/request_forms/${form.id}`, { enabled: false })
  expect((await browser.open(`/forms/${form.id}`)).status).toBe(404)
  await anna.put(`/request_forms/${form.id}`, { enabled: true })
})

test.skipIf(!chromiumPath)(
  'the page is accessible, in light and dark, with faults and without, and fits a phone',
  async () => {
    const browser = await startBrowser()
    const context = await browser.newContext({ viewport: { width: 375, height: 740 } })
    const page = await context.newPage()
    await page.goto(address)
    await page.getByLabel('Email address').fill(server.anna.email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/forms/**')
    await isGood(page)
    await page.getByLabel('blue').uncheck()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('link', { name: 'Colours: has to be answered' }).click()
    await isGood(page)
    await page.getByLabel('blue').check()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.waitForURL('**/sent')
    await isGood(page)
    await browser.close()
  },
  60_000,
)
