import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateApplication } from '#oauth/application-settings.ts'
import { createApplication } from '#oauth/applications.ts'
import { goodListing, goodListingForm, listIt, somebody } from '#testing/listed.ts'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'
import type { WebBrowser } from '#testing/web-browser.ts'
import { findListing } from './listing/listing.ts'
import { moveListing } from './listing/move.ts'

let server: PeopleServer
let anna: WebBrowser
let eve: Awaited<ReturnType<typeof somebody>>
let sprinkler: string
const listing = () => `/applications/${sprinkler}/listing`
const review = () => `/server/listings/${sprinkler}`
beforeAll(async () => {
  server = await startPeopleServer()
  anna = await server.annasBrowser()
  eve = await somebody(server, 'Eve', 'elsewhere')
  const own = { name: 'Sprinkler', ownerPersonId: eve.personId, accountId: eve.accountId }
  sprinkler = (await createApplication(server.store.database, { ...own, redirectUris: ['https://robot.example/back'] }))
    .clientId
})
afterAll(() => server.close())

const state = async () => (await findListing(server.store.database, sprinkler))?.state
const mailsTo = async (recipient: string) =>
  (
    await server.store.database
      .selectFrom('outbox_mail')
      .select(['subject', 'text'])
      .where('recipient', '=', recipient)
      .orderBy('mail_id', 'desc')
      .execute()
  ).map(({ subject, text }) => `${subject}\n${text}`)
const write = async (form: Record<string, string | string[]> = {}) => {
  await eve.browser.open(listing())
  return eve.browser.submit({ ...goodListingForm, ...form }, listing())
}
const submit = async () => {
  await eve.browser.open(listing())
  return eve.browser.submit({}, `${listing()}/submission`)
}

describe('writing', () => {
  test('begins with what the application says of itself, and asks for no more than it may', async () => {
    const { database } = server.store
    const said = { website: 'https://sprinkler.example/', allowed_scopes: ['wsReadOnly' as const] }
    await database.updateTable('application').set(said).where('client_id', '=', sprinkler).execute()
    const { text } = await eve.browser.open(listing())
    expect(text).toContain('value="https://sprinkler.example/"')
    expect(text).not.toContain('value="wsReadWrite"')
    expect((await write({ scope: ['wsReadWrite'] })).text).toContain('Choose what it asks for')
    await database.updateTable('application').set({ allowed_scopes: null }).where('client_id', '=', sprinkler).execute()
  })

  test('others do not see the listing of an application, nor can they write it', async () => {
    expect((await anna.open(listing())).status).toBe(404)
    const form_token = await tokenOf(anna)
    expect((await anna.open(listing(), { form_token, ...goodListingForm })).status).toBe(404)
    expect((await anna.open(`${listing()}/submission`, { form_token, revision: '0' })).status).toBe(404)
  })

  test.each([
    [{ tagline: ' ' }, 'Say in a line what it does'],
    [{ tagline: 'x'.repeat(121) }, 'At most 120 signs'],
    [{ category: 'spying' }, 'Choose a category'],
    [{ website: 'javascript:alert(1)' }, 'Website: an address that begins with https://'],
    [{ support: 'call me' }, 'Help: an email address'],
    [{ scope: ['everything'] }, 'Choose what it asks for'],
  ])('%o is refused', async (wrong, text) => {
    const page = await write(wrong)
    expect(page.status).toBe(400)
    expect(page.text).toContain(text)
    expect(await state()).toBeUndefined()
  })

  test('what is saved is shown as it would appear, markup as text', async () => {
    const page = await write({ description: 'One <b>bold</b>\r\nline\r\n\r\n- first\r\n- second' })
    expect(page.url.pathname).toBe(`${listing()}/preview`)
    expect(page.text).toContain('<p>One &lt;b&gt;bold&lt;/b&gt;<br>line</p><ul><li>first</li><li>second</li></ul>')
    expect(await state()).toBe('draft')
  })

  test('of two who write at once the second is told, and nothing is lost silently', async () => {
    await eve.browser.open(listing())
    const stale = eve.browser.page as NonNullable<typeof eve.browser.page>
    await write()
    eve.browser.page = stale
    const late = await eve.browser.submit({ ...goodListingForm, tagline: 'Mine' }, listing())
    expect(late.status).toBe(409)
    expect(late.text).toContain('value="Mine"')
    expect((await findListing(server.store.database, sprinkler))?.text.tagline).toBe(goodListing.tagline)
  })

  test('a draft is in no directory and no queue', async () => {
    expect((await anna.open('/integrations')).text).not.toContain('Sprinkler')
    expect((await anna.open(`/integrations/${sprinkler}`)).status).toBe(404)
    expect((await anna.open(review())).status).toBe(404)
  })
})

describe('review', () => {
  test('exists only for those who run the server', async () => {
    await submit()
    expect(await state()).toBe('submitted')
    const form_token = await tokenOf(eve.browser)
    for (const path of ['/server/listings', review()]) expect((await eve.browser.open(path)).status).toBe(404)
    for (const act of ['approval', 'return', 'removal']) {
      const form = { form_token, revision: '4', words: 'because' }
      expect((await eve.browser.open(`${review()}/${act}`, form)).status).toBe(404)
    }
    expect((await server.browser().open(review())).url.pathname).toBe('/sign-in')
    expect(await state()).toBe('submitted')
    expect((await mailsTo(server.anna.email))[0]).toContain('Sprinkler would like to be listed')
  })

  test('what is in review is not changed, but can be withdrawn', async () => {
    expect((await eve.browser.open(listing())).text).not.toContain('<textarea')
    await eve.browser.submit({}, `${listing()}/withdrawal`)
    expect(await state()).toBe('draft')
    await submit()
  })

  test('shows who is behind it and what it asks for', async () => {
    expect((await anna.open('/server/listings')).text).toContain('Sprinkler')
    const { text } = await anna.open(review())
    for (const part of ['Eve&#39;s', eve.email, 'wsReadOnly', 'https://robot.example/back', goodListing.tagline])
      expect(text).toContain(part)
  })

  test('sent back with words, which its people read on the page and in a mail', async () => {
    await anna.open(review())
    expect((await anna.submit({ words: '' }, `${review()}/return`)).text).toContain('Say why')
    await anna.open(review())
    await anna.submit({ words: 'Which tap?' }, `${review()}/return`)
    expect(await state()).toBe('returned')
    expect((await eve.browser.open(listing())).text).toContain('Which tap?')
    expect((await mailsTo(eve.email))[0]).toMatch(/needs a change[\s\S]*Which tap\?/)
  })

  test('of two reviewers one is told that the other was faster', async () => {
    await write({ description: 'The garden tap.' })
    await submit()
    const { revision = 0 } = (await findListing(server.store.database, sprinkler)) ?? {}
    const move = { clientId: sprinkler, byPersonId: server.anna.personId, revision }
    const both = await Promise.all([
      moveListing(server.store.database, { ...move, act: 'approve' }),
      moveListing(server.store.database, { ...move, act: 'sendBack', words: 'No' }),
    ])
    expect(both.filter((after) => after !== undefined)).toHaveLength(1)
    if ((await state()) === 'listed') return
    await write()
    await submit()
  })

  test('a reviewer approves only the text that they saw', async () => {
    if ((await state()) === 'listed') await write({ description: 'The garden tap.' })
    if ((await state()) !== 'submitted') await submit()
    await anna.open(review())
    const seen = anna.page as NonNullable<typeof anna.page>
    await eve.browser.open(listing())
    await eve.browser.submit({}, `${listing()}/withdrawal`)
    await write({ description: 'Buy cheap taps' })
    await submit()
    anna.page = seen
    const late = await anna.submit({}, `${review()}/approval`)
    expect([late.status, await state()]).toEqual([409, 'submitted'])
    await anna.open(review())
    await anna.submit({}, `${review()}/approval`)
    expect(await state()).toBe('listed')
    expect((await mailsTo(eve.email))[0]).toContain('Sprinkler is in the directory')
  })
})

describe('what is listed', () => {
  test('stays as it was approved while a new text or name waits', async () => {
    await write({ tagline: 'Waters the cat' })
    const { database } = server.store
    const rename = (name: string) => {
      const words = { name, description: '', website: '', support: '' }
      const settings = { ...words, redirectUris: ['https://robot.example/back'] }
      return updateApplication(database, { clientId: sprinkler, isPublic: false }, settings, server.anna.personId)
    }
    await rename('Acme Official')
    await submit()
    const { text } = await server.browser().open('/integrations/sprinkler')
    expect(text).toContain(goodListing.tagline)
    expect(text).not.toMatch(/Waters the cat|Acme Official/)
    const seen = (await anna.open(review())).text
    expect(seen).toContain('<ins>Waters the cat</ins>')
    expect(seen).toContain('<ins>Acme Official</ins>')
    await anna.submit({}, `${review()}/approval`)
    const after = await server.browser().open('/integrations/sprinkler')
    expect(after.text).toMatch(/Acme Official[\s\S]*Waters the cat/)
    await rename('Sprinkler')
  })

  test('leaves the directory when its reviewer says so, with words', async () => {
    await anna.open(review())
    await anna.submit({ words: 'It waters cats.' }, `${review()}/removal`)
    expect(await state()).toBe('unlisted')
    expect((await server.browser().open('/integrations/sprinkler')).status).toBe(404)
    expect((await mailsTo(eve.email))[0]).toMatch(/taken out of the directory[\s\S]*It waters cats\./)
  })

  test('comes back under the same address, and leaves when its people want', async () => {
    await write()
    await submit()
    await anna.open(review())
    await anna.submit({}, `${review()}/approval`)
    expect((await server.browser().open('/integrations/sprinkler')).status).toBe(200)
    await eve.browser.open(listing())
    await eve.browser.submit({}, `${listing()}/removal`)
    expect((await server.browser().open('/integrations/sprinkler')).status).toBe(404)
    expect(await state()).toBe('draft')
  })

  test('its history says who did what and when', async () => {
    const { text } = await eve.browser.open(listing())
    const steps = [...text.matchAll(/<strong>(\w+)[^<]*<\/strong> ([^<]+)</g)].map(([, by, act]) => `${by} ${act}`)
    expect(steps.slice(0, 3)).toEqual([
      'Eve taken out of the directory by its people',
      'Anna approved and listed',
      'Eve submitted for review',
    ])
  })

  test('a suspended application is in no directory', async () => {
    const { database } = server.store
    await listIt(server, { clientId: server.clientId, byPersonId: server.anna.personId })
    expect((await server.browser().open('/integrations/garden-robot')).status).toBe(200)
    const suspend = (at: Date | null) =>
      database
        .updateTable('application')
        .set({ suspended_at: at, suspended_because: at && 'x' })
        .where('client_id', '=', server.clientId)
        .execute()
    await suspend(new Date())
    expect((await server.browser().open('/integrations/garden-robot')).status).toBe(404)
    await suspend(null)
  })
})

async function tokenOf(browser: WebBrowser): Promise<string> {
  const { text } = await browser.open('/profile')
  return /name="form_token" value="([^"]+)"/.exec(text)?.[1] ?? ''
}
