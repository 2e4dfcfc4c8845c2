import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, startBrowser, type TestBrowser } from '#testing/chromium.ts'
import { isGood } from '#testing/good-page.ts'
import { goodListing, listIt, somebody } from '#testing/listed.ts'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'
import type { WebBrowser } from '#testing/web-browser.ts'
import { inviteTester, mostTesters } from './beta/testers.ts'
import { saveListing } from './listing/move.ts'

type Somebody = Awaited<ReturnType<typeof somebody>>

let server: PeopleServer
let anna: WebBrowser
let ben: Somebody
let eve: Somebody
let browser: TestBrowser | undefined
const beta = () => `/applications/${server.clientId}/listing/beta`
const page = () => `/integrations/${server.clientId}`
beforeAll(async () => {
  server = await startPeopleServer()
  anna = await server.annasBrowser()
  ben = await somebody(server, 'Ben', 'elsewhere')
  eve = await somebody(server, 'Eve', 'elsewhere')
  if (chromiumPath) browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server.close()
})

const invite = async (email: string) => {
  await anna.open(beta())
  return anna.submit({ email }, beta())
}
const mailsTo = (recipient: string) =>
  server.store.database
    .selectFrom('outbox_mail')
    .select(['subject', 'text'])
    .where('recipient', '=', recipient)
    .orderBy('mail_id', 'desc')
    .execute()
const linkTo = async (email: string) => /http\S+(\/beta\/\S+)/.exec((await mailsTo(email))[0]?.text ?? '')?.[1] ?? ''

test('before there is a listing nobody can be invited', async () => {
  expect((await anna.open(beta())).text).toContain('Write the listing first')
  const form_token = /name="form_token" value="([^"]+)"/.exec(anna.page?.text ?? '')?.[1] ?? ''
  await anna.open(beta(), { form_token, email: ben.email })
  expect(await mailsTo(ben.email)).toEqual([])
  const text = goodListing
  const clientId = server.clientId
  await saveListing(server.store.database, { clientId, byPersonId: server.anna.personId, revision: 0, text })
})

describe('an invitation', () => {
  test('is sent by the application’s people only, to an address', async () => {
    expect((await eve.browser.open(beta())).status).toBe(404)
    expect((await invite('nowhere')).text).toContain('This is no email address')
    expect((await invite(ben.email)).status).toBe(200)
    expect((await mailsTo(ben.email))[0]?.subject).toBe('Anna Ash invites you to try Garden robot')
  })

  test('opens nothing until it is accepted, and works once', async () => {
    expect((await ben.browser.open(page())).status).toBe(404)
    const link = await linkTo(ben.email)
    expect((await server.browser().open(link)).url.pathname).toBe('/sign-in')
    expect((await ben.browser.open(link)).text).toContain('Try Garden robot?')
    const accepted = await ben.browser.submit({}, link)
    expect(accepted.url.pathname).toBe(page())
    expect(accepted.text).toContain(goodListing.tagline)
    expect((await eve.browser.open(link)).status).toBe(404)
  })

  test('sent again, the older link is worthless; taken back, both are; too old, it is none', async () => {
    await invite('fay@example.com')
    const first = await linkTo('fay@example.com')
    await invite('fay@example.com')
    const second = await linkTo('fay@example.com')
    expect((await eve.browser.open(first)).status).toBe(404)
    expect((await eve.browser.open(second)).status).toBe(200)
    const { database, pool } = server.store
    await pool.query(
      `update application_tester set invited_at = now() - interval '31 days' where email = 'fay@example.com'`,
    )
    expect((await eve.browser.open(second)).status).toBe(404)
    await pool.query(`update application_tester set invited_at = now()`)
    await anna.open(beta())
    const [{ tester_id = 0 } = {}] = await database
      .selectFrom('application_tester')
      .select('tester_id')
      .where('email', '=', 'fay@example.com')
      .execute()
    await anna.submit({ tester: String(tester_id) }, `${beta()}/removal`)
    expect((await eve.browser.open(second)).status).toBe(404)
  })

  test('there are so many at most, also when two invite at once', async () => {
    const { database, pool } = server.store
    const at = (number: number) => ({
      clientId: server.clientId,
      email: `t${number}@example.com`,
      byPersonId: server.anna.personId,
    })
    for (let number = 1; number < mostTesters - 1; number++) await inviteTester(database, at(number))
    const last = await Promise.all([inviteTester(database, at(98)), inviteTester(database, at(99))])
    expect(last.filter((one) => one === 'full')).toHaveLength(1)
    expect((await invite('late@example.com')).text).toContain(`There are ${mostTesters} testers`)
    await pool.query(`delete from application_tester where email like 't%@example.com'`)
  })
})

describe('a tester', () => {
  test('finds it under Beta; strangers find nothing', async () => {
    expect((await ben.browser.open('/integrations')).text).toMatch(/id="beta">Beta<[\s\S]*Garden robot/)
    expect((await eve.browser.open('/integrations')).text).not.toContain('Garden robot')
    for (const who of [eve.browser, server.browser()]) expect((await who.open(page())).status).toBe(404)
    expect((await ben.browser.open(page())).text).toContain('/oauth2/authorize/v4?response_type=code')
  })

  test('writes to its people, who learn no address, five times an hour', async () => {
    for (let time = 1; time <= 5; time++) {
      await ben.browser.open(page())
      const sent = await ben.browser.submit({ text: `It is <i>wet</i> ${time}` }, `${page()}/feedback`)
      expect(sent.text).toContain('It is on its way')
    }
    await ben.browser.open(page())
    expect((await ben.browser.submit({ text: 'More' }, `${page()}/feedback`)).status).toBe(429)
    const [mail, ...others] = await mailsTo(server.anna.email)
    expect(others).toHaveLength(4)
    expect(mail?.text).toContain('It is <i>wet</i> 5')
    expect(mail?.text).not.toContain(ben.email)
    expect((await anna.open(beta())).text).toContain('It is &lt;i&gt;wet&lt;/i&gt; 5')
  })

  test('strangers cannot write', async () => {
    const { text } = await eve.browser.open('/profile')
    const form_token = /name="form_token" value="([^"]+)"/.exec(text)?.[1] ?? ''
    expect((await eve.browser.open(`${page()}/feedback`, { form_token, text: 'Hi' })).status).toBe(404)
  })

  test.skipIf(!chromiumPath)(
    'and its people have good pages',
    async () => {
      const context = await (browser as TestBrowser).newContext({ viewport: { width: 1280, height: 900 } })
      const shown = await context.newPage()
      for (const [email, paths] of [
        [ben.email, [page(), '/integrations']],
        [server.anna.email, [beta()]],
      ] as const) {
        await context.clearCookies()
        await shown.goto(`${server.url}/sign-in`)
        await shown.getByLabel('Email address').fill(email)
        await shown.getByLabel('Password').fill(password)
        await shown.getByRole('button', { name: 'Sign in' }).click()
        for (const path of paths) {
          await shown.goto(`${server.url}${path}`)
          await isGood(shown)
        }
      }
      await context.close()
    },
    60_000,
  )

  test('taken away, sees nothing any more', async () => {
    await anna.open(beta())
    await anna.submit({}, `${beta()}/removal`)
    expect((await ben.browser.open(page())).status).toBe(404)
  })
})

test('once listed, everybody finds it, and nobody is invited', async () => {
  const { database } = server.store
  await database.deleteFrom('application_listing').execute()
  await listIt(server, { clientId: server.clientId, byPersonId: server.anna.personId })
  expect((await eve.browser.open(page())).status).toBe(200)
  expect((await anna.open(beta())).text).toContain('needs no invitation')
})
