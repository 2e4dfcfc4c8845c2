import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendMail } from '#mail/send.ts'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'

let server: PeopleServer
beforeAll(async () => {
  server = await startPeopleServer()
  const mail = { subject: 'Hello <b>', text: 'See http://localhost/x. <script>alert(1)</script>', html: '' }
  await sendMail(server.services, { to: 'ben@example.com', ...mail })
})
afterAll(() => server.close())

describe('the outbox of a server that only its own machine reaches', () => {
  test('is open to everybody there', async () => {
    const page = await server.browser().open('/outbox')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Hello &lt;b&gt;')
    expect(page.text).toContain('<a href="http://localhost/x">http://localhost/x</a>. &lt;script&gt;')
  })

  test('is closed to what a proxy lets through, and to other names for this machine', async () => {
    for (const headers of [{ 'x-forwarded-for': '203.0.113.7' }, { forwarded: 'for=203.0.113.7' }]) {
      const answer = await fetch(`${server.url}/outbox`, { headers, redirect: 'manual' })
      expect(answer.status).toBe(303)
    }
  })
})

test('elsewhere only the owner of the server reads it', async () => {
  const open = await startPeopleServer({ HOST: '0.0.0.0' })
  expect((await open.browser().open('/outbox')).url.pathname).toBe('/sign-in')
  const anna = await open.annasBrowser()
  expect((await anna.open('/outbox')).status).toBe(200)
  await open.store.database.updateTable('account_user').set({ role: 'regular' }).execute()
  expect((await anna.open('/outbox')).status).toBe(403)
  await open.close()
})

test('a mail that SMTP refuses is in the outbox', async () => {
  const settings = { ...server.services.settings, smtpUrl: 'smtp://127.0.0.1:1' }
  await sendMail({ ...server.services, settings }, { to: 'x@example.com', subject: 'Lost?', text: 'No', html: '' })
  expect((await server.browser().open('/outbox')).text).toContain('Lost?')
})
