import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'
import type { WebBrowser } from '#testing/web-browser.ts'

let server: PeopleServer
let browser: WebBrowser
beforeAll(async () => {
  server = await startPeopleServer()
})
beforeEach(() => {
  browser = server.browser()
})
afterAll(() => server.close())

const ben = { account: 'Builders', first_name: 'Ben', last_name: 'Beech', email: 'Ben@Example.com', password }

/** The link in the newest mail to somebody, as the outbox shows it. */
async function linkTo(email: string): Promise<string> {
  const mail = await server.store.database
    .selectFrom('outbox_mail')
    .select('text')
    .where('recipient', '=', email)
    .orderBy('mail_id', 'desc')
    .executeTakeFirstOrThrow()
  return /http\S+(?:token=|invitation\/)\S+/.exec(mail.text)?.[0] ?? ''
}

describe('registering', () => {
  test.each([
    [{ account: ' ' }, 'Name the account'],
    [{ first_name: '' }, 'Say your first name'],
    [{ email: 'ben' }, 'Give a complete email address'],
    [{ password: 'short' }, 'at least 10 characters'],
    [{ password: 'aaaaaaaaaaaaa' }, 'different characters'],
    [{ email: 'ben@example.com', password: 'ben@example.com' }, 'not your email address'],
  ])('%o is told beside the field', async (wrong, text) => {
    await browser.open('/register')
    const page = await browser.submit({ ...ben, ...wrong })
    expect(page.status).toBe(400)
    expect(page.text).toContain(text)
    expect(page.text).toContain('aria-invalid="true"')
    expect(page.text).not.toContain(`value="${password}"`)
  })

  test('makes an account with its owner, who confirms the address and is in', async () => {
    await browser.open('/register')
    expect((await browser.submit(ben)).text).toContain('Look into your mail')
    await browser.open('/sign-in')
    expect((await browser.submit({ email: ben.email, password })).text).toContain('Confirm your address first')
    await browser.open(await linkTo('ben@example.com'))
    expect((await browser.submit({})).url.pathname).toBe('/applications')
    const user = await server.store.database
      .selectFrom('account_user')
      .innerJoin('person', 'person.person_id', 'account_user.person_id')
      .innerJoin('account', 'account.account_id', 'account_user.account_id')
      .select(['account.name', 'role', 'state'])
      .where('email', '=', 'ben@example.com')
      .execute()
    expect(user).toEqual([{ name: 'Builders', role: 'owner', state: 'active' }])
  })

  test('a link works once', async () => {
    await browser.open('/register')
    await browser.submit({ ...ben, email: 'once@example.com' })
    const link = await linkTo('once@example.com')
    await browser.open(link)
    await browser.submit({})
    expect((await server.browser().open(link)).status).toBe(404)
  })

  test('with a known address changes nothing and tells only its owner', async () => {
    await browser.open('/register')
    const page = await browser.submit({ ...ben, email: server.anna.email, first_name: 'Mallory' })
    expect(page.text).toContain('Look into your mail')
    const { subject, text } = await server.store.database
      .selectFrom('outbox_mail')
      .selectAll()
      .where('recipient', '=', server.anna.email)
      .orderBy('mail_id', 'desc')
      .executeTakeFirstOrThrow()
    expect(subject).toBe('You have a login already')
    expect(text).toContain('Hello Anna')
  })

  test('somebody who is signed in makes another account of their own', async () => {
    const annas = await server.annasBrowser()
    await annas.open('/register')
    const page = await annas.submit({ account: 'Second' })
    expect(page.url.pathname).toBe('/profile')
    expect(page.text).toContain('Second')
  })

  test('hostile names stay text', async () => {
    await browser.open('/register')
    const page = await browser.submit({ ...ben, first_name: '"><script>alert(1)</script>', email: 'x' })
    expect(page.text).not.toContain('<script>')
  })
})

describe('a forgotten password', () => {
  test('is replaced by a link, which ends other sessions', async () => {
    const elsewhere = await server.annasBrowser()
    await browser.open('/forgot')
    await browser.submit({ email: server.anna.email })
    const link = await linkTo(server.anna.email)
    await browser.open(link)
    expect((await browser.submit({ password: 'short' })).status).toBe(400)
    expect((await browser.submit({ password: 'another pond, more frogs' })).url.pathname).toBe('/applications')
    expect((await elsewhere.open('/profile')).url.pathname).toBe('/sign-in')
    expect((await server.browser().open(link)).status).toBe(404)
    await browser.open('/forgot')
    await browser.submit({ email: server.anna.email })
    await browser.open(await linkTo(server.anna.email))
    await browser.submit({ password })
  })

  test('says nothing of who is known', async () => {
    await browser.open('/forgot')
    expect((await browser.submit({ email: 'nobody@example.com' })).text).toContain('If <strong>nobody@example.com')
  })
})

test('closed registration refuses', async () => {
  const closed = await startPeopleServer({ SIGN_UP: 'closed' })
  const visitor = closed.browser()
  expect((await visitor.open('/register')).status).toBe(403)
  await visitor.open('/sign-in')
  expect((await visitor.submit({ ...ben }, '/sign-in')).text).not.toContain('/register')
  await closed.close()
})
