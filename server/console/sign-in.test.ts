import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'
import { nextPage } from './next-page.ts'
import { hashPassword, verifyPassword } from './passwords.ts'

let server: PeopleServer
beforeAll(async () => {
  server = await startPeopleServer()
})
afterAll(() => server.close())

describe('signing in', () => {
  test('a session is in a cookie that scripts and other sites do not get, and stored as a hash', async () => {
    const browser = server.browser()
    await browser.open('/sign-in')
    const token = /name="form_token" value="([^"]+)"/.exec(browser.page?.text ?? '')?.[1] ?? ''
    const visitor = browser.page?.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const body = new URLSearchParams({ form_token: token, email: server.anna.email, password })
    const headers = { cookie: visitor }
    const answer = await fetch(`${server.url}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' })
    const cookie = answer.headers.getSetCookie()[0] ?? ''
    expect(cookie).toMatch(/^tw_session=ses_[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
    const stored = await server.store.database.selectFrom('session').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(/ses_[\w-]+/.exec(cookie)?.[0])
  })

  test('forms of other sites are refused', async () => {
    const browser = await server.annasBrowser()
    const page = await browser.open('/profile', { first_name: 'Mallory', form_token: 'guess' })
    expect(page.status).toBe(403)
    expect((await browser.open('/profile')).text).toContain('value="Anna"')
  })

  test('a wrong password and an unknown address are told alike', async () => {
    const texts = []
    for (const email of [server.anna.email, 'nobody@example.com']) {
      const browser = server.browser()
      await browser.open('/sign-in')
      const page = await browser.submit({ email, password: 'wrong' })
      expect(page.status).toBe(400)
      texts.push(/role="alert">([\s\S]*?)<\/div>/.exec(page.text)?.[1])
    }
    expect(texts[0]).toBe(texts[1])
  })

  test('leads on to the page that was asked for', async () => {
    const browser = server.browser()
    await browser.open('/profile')
    expect(browser.page?.url.pathname).toBe('/sign-in')
    await browser.submit({ email: server.anna.email, password })
    expect(browser.page?.url.pathname).toBe('/profile')
  })

  test('signing out ends the session', async () => {
    const browser = await server.annasBrowser()
    await browser.submit({}, '/sign-out')
    expect((await browser.open('/profile')).url.pathname).toBe('/sign-in')
  })

  test.each([
    ['/profile?x=1', '/profile?x=1'],
    ['//evil.example', '/applications'],
    ['/\\evil.example', '/applications'],
    ['https://evil.example', '/applications'],
    ['javascript:alert(1)', '/applications'],
    ['/\t/evil.example', '/applications'],
    [undefined, '/applications'],
  ])('next %s leads to %s', (next, path) => expect(nextPage(next)).toBe(path))

  test('a person is throttled after ten wrong passwords, with the right one too', async () => {
    const { database } = server.store
    const email = 'throttled@example.com'
    await database
      .insertInto('person')
      .values({ email, password_hash: await hashPassword(password), email_confirmed_at: new Date() })
      .execute()
    const browser = server.browser()
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await browser.open('/sign-in')
      expect((await browser.submit({ email, password: 'wrong' })).status).toBe(400)
    }
    await browser.open('/sign-in')
    const page = await browser.submit({ email, password })
    expect(page.status).toBe(429)
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(page.text).toContain('Too many attempts')
  })
})

describe('a session', () => {
  test('is in the list, and others can be ended one by one or all', async () => {
    const [here, there, third] = await Promise.all([1, 2, 3].map(() => server.annasBrowser()))
    const page = await here?.open('/profile')
    expect(page?.text).toContain('Firefox on Linux')
    const other = /name="session" value="([0-9a-f]+)"/.exec(page?.text ?? '')?.[1] ?? ''
    await here?.submit({ session: other }, '/profile/sessions')
    const states = await Promise.all([there, third].map(async (one) => (await one?.open('/profile'))?.url.pathname))
    expect(states.filter((path) => path === '/sign-in').length).toBeLessThanOrEqual(1)
    await here?.open('/profile')
    await here?.submit({ session: '' }, '/profile/sessions')
    for (const one of [there, third]) expect((await one?.open('/profile'))?.url.pathname).toBe('/sign-in')
    expect((await here?.open('/profile'))?.url.pathname).toBe('/profile')
  })

  test('ends when it was not used for long', async () => {
    const browser = await server.annasBrowser()
    await server.store.database
      .updateTable('session')
      .set({ expires_at: new Date(0) })
      .execute()
    expect((await browser.open('/profile')).url.pathname).toBe('/sign-in')
  })
})

describe('passwords', () => {
  test('are Argon2id in PHC form, salted', async () => {
    const [one, two] = await Promise.all([hashPassword(password), hashPassword(password)])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(one).not.toBe(two)
    expect(await verifyPassword(password, one)).toBe(true)
    expect(await verifyPassword('wrong', one)).toBe(false)
    expect(await verifyPassword(password, 'nonsense')).toBe(false)
  })

  test('typed on another keyboard are the same', async () => {
    expect(await verifyPassword('Tür zum Garten', await hashPassword('Tür zum Garten'.normalize('NFD')))).toBe(true)
  })
})
