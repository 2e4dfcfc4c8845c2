import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '#resources/account/create-account.ts'
import { joinAccount, nameContact } from '#resources/contacts/person.ts'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'
import type { WebBrowser } from '#testing/web-browser.ts'
import { announcementJob } from './announcement-job.ts'
import { choiceOf, choose } from './choices.ts'

let server: PeopleServer
let anna: WebBrowser
beforeAll(async () => {
  server = await startPeopleServer()
  anna = await server.annasBrowser()
})
afterAll(() => server.close())

const mails = (subject: string) =>
  server.store.database
    .selectFrom('outbox_mail')
    .selectAll()
    .where('subject', '=', subject)
    .orderBy('recipient')
    .execute()
const linkIn = (text: string | undefined) => /http\S+\/mailing\/\S+/.exec(text ?? '')?.[0] ?? ''
const news = async () => (await choiceOf(server.store.database, server.anna.personId)).news
const question = 'News of the API, if you want them'

describe('who registers an application', () => {
  test('is asked once, and is on the list when they confirm', async () => {
    for (const name of ['Robot', 'Second robot']) {
      await anna.open('/applications')
      await anna.submit({ name, redirect_uris: 'http://localhost:8765/callback' }, '/applications')
    }
    const [mail, ...more] = await mails(question)
    expect(more).toEqual([])
    expect(await news()).toBe('asked')
    const visitor = server.browser()
    expect((await visitor.open(linkIn(mail?.text))).text).toContain('Get the news of the API?')
    expect(await news()).toBe('asked')
    expect((await visitor.submit({})).text).toContain('You are on the list')
    expect(await news()).toBe('on')
  })
  test('can choose in the profile; news are confirmed again', async () => {
    await anna.open('/profile')
    await anna.submit({}, '/profile/mailing')
    expect(await choiceOf(server.store.database, server.anna.personId)).toEqual({ news: 'off', changes: false })
    await anna.submit({ news: 'yes', changes: 'yes' }, '/profile/mailing')
    expect(await choiceOf(server.store.database, server.anna.personId)).toEqual({ news: 'asked', changes: true })
    expect(await mails(question)).toHaveLength(2)
  })
  test('a link that was changed, or of another use, does nothing', async () => {
    const link = linkIn((await mails(question))[0]?.text)
    for (const wrong of [link.replace('person=1', 'person=2'), link.replace('confirm', 'unsubscribe'), `${link}x`])
      expect((await server.browser().open(wrong)).status).toBe(404)
  })
})

describe('an announcement', () => {
  const subject = 'A new year'
  const write = async () => {
    await anna.open('/server/mailing')
    return anna.submit({ subject, text: 'Dear developers,\n\nhere it is. <b>' }, '/server/mailing/preview')
  }
  test('is looked at, then sent to each of those on the list, once', async () => {
    const { database } = server.store
    await choose(database, server.anna.personId, { news: 'on' })
    const others = await database
      .transaction()
      .execute((transaction) =>
        Promise.all(
          Array.from({ length: 120 }, (_, n) =>
            nameContact(transaction, { email: `dev${n}@example.com`, firstName: 'Dev', emailConfirmed: true }),
          ),
        ),
      )
    for (const [n, personId] of others.entries())
      await choose(database, personId, { news: n < 110 ? 'on' : n % 2 ? 'off' : 'asked' })
    const preview = await write()
    expect(preview.text).toContain('111 people will get this')
    expect(preview.text).toContain('here it is. &lt;b&gt;')
    expect(await mails(subject)).toEqual([])
    await anna.submit({}, '/server/mailing')
    await expect.poll(async () => (await mails(subject)).length, { timeout: 15_000 }).toBe(111)
    expect(new Set((await mails(subject)).map(({ recipient }) => recipient)).size).toBe(111)
  })
  test('that was broken off goes on with those who have none yet', async () => {
    const { database, pool } = server.store
    await pool.query(`update mailing_announcement set finished_at = null`)
    await pool.query(
      'delete from mailing_delivery where person_id in (select person_id from mailing_delivery order by person_id desc limit 7)',
    )
    const { announcement_id } = await database
      .selectFrom('mailing_announcement')
      .select('announcement_id')
      .executeTakeFirstOrThrow()
    await database
      .transaction()
      .execute((transaction) =>
        server.services.jobs.enqueue(transaction, announcementJob, { announcementId: announcement_id }),
      )
    const finished = async () => (await pool.query('select finished_at from mailing_announcement')).rows[0].finished_at
    await expect.poll(finished, { timeout: 15_000 }).not.toBeNull()
    expect(await mails(subject)).toHaveLength(118)
  })
  test('has a link and headers that unsubscribe without signing in, with one click', async () => {
    const mail = (await mails(subject)).find(({ recipient }) => recipient === server.anna.email)
    const link = /<(.*)>/.exec(mail?.headers['List-Unsubscribe'] ?? '')?.[1] ?? ''
    expect(mail?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    expect(mail?.text).toContain(link)
    expect((await server.browser().open(link)).text).toContain('No more of this mail?')
    expect(await news()).toBe('on')
    const { status } = await fetch(link, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    })
    expect({ status, news: await news() }).toEqual({ status: 200, news: 'off' })
  })
  test('is for whoever runs the server alone', async () => {
    const owner = { email: 'eve@example.com', firstName: 'Eve', emailConfirmed: true }
    const { accountId } = await createAccount(server.store.database, { name: 'Elsewhere', owner })
    await server.store.database
      .transaction()
      .execute((transaction) => joinAccount(transaction, accountId, server.anna.personId, 'regular'))
    await server.store.database
      .updateTable('account_user')
      .set({ role: 'regular' })
      .where('person_id', '=', server.anna.personId)
      .execute()
    expect((await anna.open('/server/mailing')).status).toBe(404)
  })
})
