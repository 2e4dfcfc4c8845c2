import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import sharp from 'sharp'
import { openStore } from '#database/connect.ts'
import { migrate } from '#database/migrate.ts'
import { createServer } from '#http/server.ts'
import { assembleServices } from '#http/services.ts'
import { mailingLink } from '#mailing/links.ts'
import { readSettings } from '#settings.ts'
import { chromiumOptions } from '#testing/chromium.ts'
import { plantWebhooks } from '#testing/planted-webhooks.ts'

/**
 * Takes pictures of the pages for people, as a person walks through them: at the width of a desk and of a phone, in light
 * and in dark. The server and its data are made for this and thrown away.
 *
 *     node scripts/screenshots.ts FOLDER
 */
const folder = process.argv[2]
if (!folder) throw new Error('Say into which folder: node scripts/screenshots.ts FOLDER')
await mkdir(folder, { recursive: true })

const port = 18_080
const url = `http://localhost:${port}`
const dataDir = await mkdtemp(join(tmpdir(), 'taskwright-pictures-'))
// Started by root, PostgreSQL runs as another user, who must get in.
await chmod(dataDir, 0o755)
const settings = readSettings({ PORT: String(port), PUBLIC_URL: url, DATA_DIR: dataDir })
const store = await openStore(settings)
await migrate(store.database)
const services = await assembleServices({ settings, store, log: pino({ level: 'warn' }) })
const app = await createServer(services)
await app.listen({ host: 'localhost', port })
const browser = await chromium.launch(chromiumOptions)

/** A page of each kind of the reference. */
const reference = {
  start: '',
  v4: '/v4',
  resource: '/v4/tasks',
  operation: '/v4/createWebhook',
  v3: '/v3/updateTask',
  model: '/v4/models/Task',
  models: '/v4/models',
  errors: '/errors',
  plans: '/plans',
  scopes: '/scopes',
  events: '/events',
  guides: '/guides',
  guide: '/guides/oauth',
  search: '/search?q=webhook',
}

try {
  const person = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await walk(person)
} finally {
  await browser.close()
  await app.close()
  await store.close()
  await rm(dataDir, { recursive: true, force: true })
}

async function walk(person: BrowserContext): Promise<void> {
  const page = await person.newPage()
  await page.goto(url)
  await picture(page, 'start')
  for (const [name, path] of Object.entries(reference)) {
    await page.goto(`${url}/developers${path}`)
    await picture(page, `developers-${name}`)
  }
  await page.goto(`${url}/register`)
  await picture(page, 'register')
  await page.getByLabel('Name of the account').fill('Acme')
  await page.getByLabel('First name').fill('Anna')
  await page.getByLabel('Email address').fill('anna@example.com')
  await page.getByLabel('Password').fill('aaaaaaaaaaaa')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await picture(page, 'register-fault')
  await page.getByLabel('Password').fill('a pond full of frogs')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await picture(page, 'check-mail')
  await page.goto(`${url}/outbox`)
  await picture(page, 'outbox')
  await page.getByRole('link', { name: /confirm\?token/ }).click()
  await picture(page, 'confirm')
  await page.getByRole('button', { name: 'Yes, confirm' }).click()
  await picture(page, 'applications-empty')
  await tryCall(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto(`${url}/sign-in`)
  await picture(page, 'sign-in')
  await page.getByLabel('Email address').fill('anna@example.com')
  await page.getByLabel('Password').fill('a pond full of frogs')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Garden robot')
  await page.getByLabel('Redirect URIs').fill('https://robot.example/callback\nhttp://localhost:8765/callback')
  await page.getByRole('button', { name: 'Register' }).click()
  await picture(page, 'credentials')
  const clientId = await page.locator('dd code').first().textContent()
  await page.getByRole('link', { name: 'Go on to the application' }).click()
  await picture(page, 'application')
  await page.getByRole('link', { name: 'Tokens' }).click()
  await page.getByLabel('What is it for?').fill('Nightly report')
  await page.getByLabel('Your password').fill('a pond full of frogs')
  await page.getByRole('button', { name: 'Make a token' }).click()
  await picture(page, 'token')
  await requests(page, clientId ?? '', (await page.locator('dd code').first().textContent()) ?? '')
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId ?? '',
    redirect_uri: 'https://robot.example/callback',
    scope: 'wsReadWrite,amReadOnlyUser,amReadWriteGroup',
  })
  await webhooks(page, String(clientId))
  await page.goto(`${url}/oauth2/authorize/v4?${query}`)
  await picture(page, 'consent')
  await person.route('https://robot.example/**', (route) => route.fulfill({ body: 'back' }))
  await page.getByRole('button', { name: 'Allow' }).click()
  await page.waitForURL('https://robot.example/**')
  await page.goto(`${url}/register`)
  await page.getByLabel('Name of the account').fill('Elsewhere Ltd')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await picture(page, 'profile')
  await page.goto(`${url}/oauth2/authorize?${query}`)
  await picture(page, 'consent-accounts')
  await page.goto(`${url}/applications`)
  await picture(page, 'applications')
  await lookAfter(page, clientId ?? '')
  await desk(page, clientId ?? '')
  await followMailingLinks(page)
  await page.goto(`${url}/design`)
  await picture(page, 'design')
  await listAnIntegration(page, String(clientId))
  await page.goto(`${url}/device`)
  await picture(page, 'device')
  await page.goto(`${url}/oauth2/authorize/v4?response_type=code&client_id=nobody`)
  await picture(page, 'fault')
}

/** The webhooks of an application: none, then several, one of them with deliveries. */
async function webhooks(page: Page, clientId: string): Promise<void> {
  const path = `${url}/applications/${clientId}/webhooks`
  await page.goto(path)
  await picture(page, 'webhooks-none')
  await plantWebhooks(store, clientId)
  await page.goto(path)
  await picture(page, 'webhooks')
  await page.getByRole('link', { name: 'https://robot.example/hooks/tasks' }).click()
  await picture(page, 'webhook')
  await page.getByRole('region', { name: 'Deliveries, newest first' }).getByRole('link').nth(2).click()
  await picture(page, 'delivery')
  await page.goto(path)
  await page.getByRole('link', { name: 'https://old.robot.example/hooks' }).click()
  await picture(page, 'webhook-suspended')
  await page.getByRole('button', { name: 'Send test event' }).click()
  await picture(page, 'webhook-test')
}

/** What its people do with an application. */
async function lookAfter(page: Page, clientId: string): Promise<void> {
  const own = `${url}/applications/${clientId}`
  await page.goto(own)
  await page.getByLabel('Description').fill('Waters the beds when a task says so, and writes down how much.')
  await page.getByLabel('Website').fill('https://robot.example')
  await page.getByLabel('Support').fill('help@robot.example')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const leaf =
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="#2f6f4f"/><circle cx="200" cy="150" r="90" fill="#fff"/></svg>'
  const buffer = await sharp(Buffer.from(leaf)).png().toBuffer()
  await page.getByLabel('Image').setInputFiles({ name: 'leaf.png', mimeType: 'image/png', buffer })
  await page.getByRole('button', { name: 'Use this image' }).click()
  await page.getByText('Change', { exact: true }).click()
  await picture(page, 'application-scopes')
  await page.goto(`${own}/people`)
  await page.getByLabel('Email address').fill('ben@example.com')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await picture(page, 'application-people')
  await page.goto(`${own}/credentials`)
  await page.getByRole('button', { name: 'Make a new secret' }).click()
  await picture(page, 'application-secret')
  await page.goto(`${own}/credentials`)
  await picture(page, 'application-credentials')
  await page.goto(`${own}/tokens`)
  await page.getByText('Rename').first().click()
  await picture(page, 'application-tokens')
  await page.goto(`${own}/deletion`)
  await picture(page, 'application-deletion')
  await page.goto(
    `${url}/oauth2/authorize/v4?${new URLSearchParams({ response_type: 'code', client_id: clientId, redirect_uri: 'https://robot.example/callback' })}`,
  )
  await picture(page, 'consent-with-logo')
  await page.goto(`${url}/outbox`)
  const link = await page.getByRole('link', { name: /application-invitation/ }).getAttribute('href')
  const other = await page
    .context()
    .browser()
    ?.newContext({ viewport: { width: 1280, height: 900 } })
  const guest = await other?.newPage()
  if (!guest || !link) return
  await guest.goto(link)
  await picture(guest, 'application-invitation')
  await other?.close()
}

/** Testers of an application, and what they see of it. */
async function inviteToBeta(page: Page, clientId: string): Promise<void> {
  await page.goto(`${url}/applications/${clientId}/listing/beta`)
  await page.getByLabel('Invite by email address').fill('ben@example.com')
  await page.getByRole('main').getByRole('button', { name: 'Invite', exact: true }).click()
  await picture(page, 'beta-testers')
  const { rows } = await store.pool.query(
    "select text from outbox_mail where text like '%/beta/%' order by mail_id desc limit 1",
  )
  await page.goto(/http\S+\/beta\/\S+/.exec(rows[0].text)?.[0] as string)
  await picture(page, 'beta-invitation')
}

/** Where links of the mailing list lead. */
async function followMailingLinks(page: Page): Promise<void> {
  const { rows } = await store.pool.query("select person_id from person where email = 'anna@example.com'")
  for (const use of ['confirm:news', 'unsubscribe:changes'] as const) {
    await page.goto(mailingLink(services, use, Number(rows[0].person_id)))
    await picture(page, `mailing-${use.split(':')[0]}`)
    await page.getByRole('main').getByRole('button').click()
    await picture(page, `mailing-${use.split(':')[0]}-done`)
  }
}

/** From an application without a listing to the directory. */
async function listAnIntegration(page: Page, clientId: string): Promise<void> {
  await page.goto(`${url}/integrations`)
  await picture(page, 'integrations-none')
  await page.goto(`${url}/applications/${clientId}/listing`)
  await page.getByLabel('In a line').fill('Waters the garden when a task says so')
  await page
    .getByLabel('Description')
    .fill(
      'It reads the tasks of the garden and opens the tap when one is due.\n\nWhat you get:\n- no dry beds\n- a record',
    )
  await page.getByLabel('Category', { exact: true }).selectOption('automation')
  await page.getByLabel('Website').fill('garden')
  await page.getByLabel('Help', { exact: true }).fill('help@robot.example')
  await page.getByRole('button', { name: 'Save and preview' }).click()
  await picture(page, 'listing-fault')
  await page.getByLabel('Website').fill('https://robot.example')
  await page.getByRole('button', { name: 'Save and preview' }).click()
  await picture(page, 'listing-preview')
  await inviteToBeta(page, clientId)
  await page.goto(`${url}/applications/${clientId}/listing`)
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await picture(page, 'listing-in-review')
  await page.goto(`${url}/server/listings`)
  await picture(page, 'listings')
  await page.getByRole('link', { name: 'Garden robot' }).click()
  await page.getByText('Send it back').click()
  await picture(page, 'listing-review')
  await page.getByLabel('What should its people change?').fill('Say which tap it opens.')
  await page.getByRole('button', { name: 'Send back' }).click()
  await page.goto(`${url}/applications/${clientId}/listing`)
  await picture(page, 'listing-returned')
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await page.goto(`${url}/server/listings/${clientId}`)
  await page.getByRole('button', { name: 'Approve and list' }).click()
  await page.goto(`${url}/integrations`)
  await picture(page, 'integrations')
  await page.goto(`${url}/integrations/garden-robot`)
  await picture(page, 'integration')
  await page.getByRole('link', { name: 'Acme', exact: true }).click()
  await picture(page, 'account-integration')
  await page.getByRole('link', { name: 'Integrations of Acme' }).click()
  await picture(page, 'account-integrations')
}

/** What whoever runs the server sees, and what others see of it. */
async function desk(page: Page, clientId: string): Promise<void> {
  const own = `${url}/server/applications/${clientId}`
  const act = async (form: string, why: string, button: string) => {
    await page.goto(`${own}/support`)
    const section = page.locator(`section[aria-labelledby="${form}"]`)
    await section.getByLabel('Why').fill(why)
    await section.getByRole('button', { name: button }).click()
  }
  await page.goto(`${url}/server`)
  await picture(page, 'server')
  await page.goto(`${url}/server/applications`)
  await picture(page, 'server-applications')
  await page.goto(own)
  await picture(page, 'server-application')
  await page.goto(`${own}/support`)
  await picture(page, 'server-support')
  await act('secret', 'Lost with a laptop; asked for on the telephone', 'Send')
  await act('suspension', 'It asks for the same 10,000 tasks every second. Use webhooks, then write to us.', 'Suspend')
  await picture(page, 'server-suspended')
  await page.goto(`${url}/applications/${clientId}`)
  await picture(page, 'application-suspended')
  await page.goto(`${url}/oauth2/authorize/v4?response_type=code&client_id=${clientId}`)
  await picture(page, 'suspended-page')
  await act('resumption', 'It uses webhooks now', 'Resume')
  await page.goto(`${url}/server/history`)
  await picture(page, 'server-history')
  await page.goto(`${url}/server/mailing`)
  await picture(page, 'server-mailing')
  await page.getByLabel('Subject').fill('Bookings can be split')
  await page.getByLabel('Text').fill('Dear developers,\n\nfrom today on a booking may be split into two.')
  await page.getByRole('button', { name: 'Look at it first' }).click()
  await picture(page, 'server-mailing-preview')
  await page.goto(`${url}/developers/changelog`)
  await picture(page, 'changelog')
  await page.goto(`${url}/developers/v4/queryComments`)
  await picture(page, 'reference-deprecated')
  await page.goto(`${url}/server/people?search=anna`)
  await picture(page, 'server-people')
  await page.getByRole('link', { name: 'anna@example.com' }).click()
  await picture(page, 'server-person')
}

/** The log of an application that was called a little now, and much in the hour and the month before. */
async function requests(page: Page, clientId: string, token: string): Promise<void> {
  await store.pool.query(
    `insert into request_log (client_id, answered_at, request_id, account_id, person_id, version, operation, method, path, status, ms, rate_limit, rate_remaining)
     select client_id, date_trunc('milliseconds', now()) - minute * interval '1 minute' - nth * interval '413 ms', gen_random_uuid(), account_id, owner_person_id, 'v4',
       'queryTasks', 'GET', '/api/v4/tasks', case when nth > 97 then 429 else 200 end, 12, 100, greatest(0, 100 - nth)
     from application, generate_series(2, 59) minute, generate_series(1, 20 + (minute * 37) % 85) nth where client_id = $1`,
    [clientId],
  )
  await store.pool.query(
    `insert into operation_use select $1, subject, current_date - day, 40 + (day * 53) % 700
     from generate_series(1, 28) day, unnest(array['v4 queryTasks', 'v4 createComment', 'v3 queryFolders']) subject`,
    [clientId],
  )
  const paths = ['/contacts?me=true', '/colors', '/spaces', '/tasks?pageSize=10', '/tasks/IEAAAAAQKQAAAAA4', '/nowhere']
  for (let nth = 0; nth < 36; nth++)
    await fetch(`${url}/api/v4${paths[nth % paths.length]}`, { headers: { authorization: `bearer ${token}` } })
  await setTimeout(1500)
  await page.goto(`${url}/applications/${clientId}/requests`)
  await page.getByText('Live').waitFor()
  await picture(page, 'requests')
  await page.goto(`${url}/applications/${clientId}/requests?status=4xx&path=task`)
  await picture(page, 'requests-filtered')
  await page.locator('#log a').first().click()
  await picture(page, 'request')
}

/** Makes a task from its page of the reference, below the root. */
async function tryCall(page: Page): Promise<void> {
  await page.goto(`${url}/developers/v4/createTask`)
  await page.getByRole('button', { name: 'Pick folderId' }).click()
  await page.getByRole('combobox', { name: 'Pick folderId' }).selectOption({ label: 'Root' })
  await page.getByRole('button', { name: 'Send this POST' }).click()
  await page.locator('.try .answer').waitFor()
  await picture(page, 'developers-try')
}

async function picture(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 375]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: width === 375 ? 740 : 900 })
      await page.screenshot({ path: join(String(folder), `${name}-${width}-${colorScheme}.png`), fullPage: true })
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  process.stdout.write(`${name} `)
}
