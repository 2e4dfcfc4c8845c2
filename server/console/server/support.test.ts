import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApplication, findApplication } from '#oauth/applications.ts'
import { developersOf } from '#oauth/developers.ts'
import { createAccount } from '#resources/account/create-account.ts'
import { joinAccount, nameContact } from '#resources/contacts/person.ts'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'
import { WebBrowser } from '#testing/web-browser.ts'
import { hashPassword } from '../passwords.ts'

/** Anna runs the server. Eve owns an account of her own with the application "Elm robot"; Finn is a user there. */
let server: PeopleServer
let anna: WebBrowser
let eve: WebBrowser
let eveId: number
let elmAccount: number
let clientId: string
let clientSecret: string

beforeAll(async () => {
  server = await startPeopleServer()
  anna = await server.annasBrowser()
  const { database } = server.store
  const passwordHash = await hashPassword(password)
  const owner = { email: 'eve@example.com', firstName: 'Eve', passwordHash, emailConfirmed: true }
  const made = await createAccount(database, { name: 'Elm & Co', owner })
  eveId = made.personId
  elmAccount = made.accountId
  await database.transaction().execute(async (rows) => {
    const finn = { email: 'finn@example.com', firstName: 'Finn', passwordHash, emailConfirmed: true }
    await joinAccount(rows, elmAccount, await nameContact(rows, finn), 'regular')
  })
  eve = await signIn('eve@example.com')
})
beforeEach(async () => {
  const application = { name: 'Elm robot', ownerPersonId: eveId, accountId: elmAccount, redirectUris: [] }
  const made = await createApplication(server.store.database, application)
  clientId = made.clientId
  clientSecret = made.clientSecret
})
afterAll(() => server.close())

async function signIn(email: string): Promise<WebBrowser> {
  const browser = new WebBrowser(server.url)
  await browser.open('/sign-in')
  await browser.submit({ email, password })
  return browser
}

/** Anna sends a form of the support page. */
async function act(form: string, values: Record<string, string>) {
  await anna.open(`/server/applications/${clientId}/support`)
  return anna.submit(values, `/server/applications/${clientId}/${form}`)
}

const mailsTo = (recipient: string) =>
  server.store.database
    .selectFrom('outbox_mail')
    .selectAll()
    .where('recipient', '=', recipient)
    .orderBy('mail_id', 'desc')
    .execute()
const secretWorks = async (secret: string) =>
  (await server.post('/oauth2/device_authorization', { client_id: clientId, client_secret: secret })).status === 200

describe('the desk', () => {
  test('is there only for those who run the server', async () => {
    const paths = [
      '/server',
      '/server/applications',
      `/server/applications/${clientId}`,
      `/server/applications/${clientId}/support`,
      `/server/applications/${clientId}/history`,
      '/server/people',
      `/server/people/${server.anna.personId}`,
      '/server/history',
    ]
    expect(anna.page?.text).toContain('<a href="/server">Server</a>')
    expect(eve.page?.text).not.toContain('/server')
    for (const path of paths) {
      expect((await anna.open(path)).status, path).toBe(200)
      expect((await eve.open(path)).status, path).toBe(404)
      expect((await server.browser().open(path)).url.pathname).toBe('/sign-in')
    }
  })

  test('takes no form of anybody else, and none without a reason', async () => {
    await eve.open('/applications')
    const form_token = /name="form_token" value="([^"]+)"/.exec(eve.page?.text ?? '')?.[1] ?? ''
    for (const form of ['limit', 'suspension', 'resumption', 'secret', 'owner', 'deletion']) {
      const sent = await eve.open(`/server/applications/${clientId}/${form}`, {
        form_token,
        why: 'Mine',
        name: 'Elm robot',
      })
      expect(sent.status, form).toBe(404)
    }
    for (const form of ['confirmation', 'reset', 'sessions'])
      expect((await eve.open(`/server/people/${eveId}/${form}`, { form_token, why: 'Mine' })).status).toBe(404)
    const page = await act('suspension', { why: ' ' })
    expect({ status: page.status, says: page.text.includes('Say why') }).toEqual({ status: 400, says: true })
    expect(await findApplication(server.store.database, clientId)).toMatchObject({ suspendedBecause: null })
  })

  test('opens the log of requests of every application, with the tabs of the desk', async () => {
    await anna.open(`/server/applications/${clientId}`)
    expect(anna.page?.text).toContain(`href="/applications/${clientId}/requests"`)
    const { status, text } = await anna.open(`/applications/${clientId}/requests`)
    expect(status).toBe(200)
    expect(text).toContain(`href="/server/applications/${clientId}/support"`)
    expect((await (await signIn('finn@example.com')).open(`/applications/${clientId}/requests`)).status).toBe(404)
  })

  test('shows no secret, and lets nobody into the settings of an application', async () => {
    for (const tab of ['', '/credentials', '/tokens', '/history'])
      expect((await anna.open(`/applications/${clientId}${tab}`)).status, tab).toBe(404)
  })

  test('the server’s owner is an owner or admin of its first account, with a confirmed address', async () => {
    const person = server.store.database.updateTable('person').where('person_id', '=', server.anna.personId)
    await person.set({ email_confirmed_at: null }).execute()
    expect((await anna.open('/server')).status).toBe(404)
    await person.set({ email_confirmed_at: new Date() }).execute()
    const user = server.store.database.updateTable('account_user').where('person_id', '=', server.anna.personId)
    await user.set({ role: 'regular' }).execute()
    expect((await anna.open('/server')).status).toBe(404)
    await user.set({ role: 'owner' }).execute()
    expect((await anna.open('/server')).status).toBe(200)
  })
})

describe('an application', () => {
  test('is suspended and resumed with a reason that its people get by mail and see, and everybody in the history', async () => {
    const sent = await act('suspension', { why: 'It asks <too> often' })
    expect(sent.url.pathname).toBe(`/server/applications/${clientId}/history`)
    expect(await findApplication(server.store.database, clientId)).toMatchObject({
      suspendedBecause: 'It asks <too> often',
    })
    expect((await mailsTo('eve@example.com'))[0]).toMatchObject({
      subject: 'Elm robot is suspended',
      text: expect.stringContaining('It asks <too> often'),
    })
    expect((await eve.open(`/applications/${clientId}`)).text).toContain('It asks &lt;too&gt; often')
    expect((await eve.open(`/applications/${clientId}/history`)).text).toContain('anna@example.com')
    expect((await anna.open('/server/applications?state=suspended')).text).toContain(clientId)

    await act('resumption', { why: 'Mended' })
    expect(await findApplication(server.store.database, clientId)).toMatchObject({ suspendedBecause: null })
    expect((await mailsTo('eve@example.com'))[0]).toMatchObject({ subject: 'Elm robot works again' })
    const history = (await anna.open(`/server/applications/${clientId}/history`)).text
    expect(history.indexOf('Mended')).toBeLessThan(history.indexOf('It asks &lt;too&gt; often'))
    expect((await anna.open('/server/history')).text).toContain('Mended')
  })

  test('gets a limit of its own, no limit, or the server’s again', async () => {
    const limitOf = async () => (await findApplication(server.store.database, clientId))?.requestsPerMinute
    for (const [text, stored, words] of [
      ['30', 30, '30 requests a minute'],
      ['0', 0, 'no limit'],
      ['', null, '100 requests a minute, as for all applications'],
    ] as const) {
      await act('limit', { per_minute: text, why: 'As agreed' })
      expect(await limitOf()).toBe(stored)
      expect((await mailsTo('eve@example.com'))[0]?.text).toContain(`to: ${words}.`)
    }
    for (const text of ['-1', '1.5', 'many', '1000001']) {
      expect((await act('limit', { per_minute: text, why: 'As agreed' })).status).toBe(400)
      expect(await limitOf()).toBeNull()
    }
  })

  test('gets a new secret by mail to its owner; the old one works for a day or ends', async () => {
    const newSecret = async (values: Record<string, string>) => {
      const page = await act('secret', { why: 'Lost', ...values })
      const mails = await mailsTo('eve@example.com')
      const secret =
        /tws_[\w-]+/.exec(mails.find(({ subject }) => subject.startsWith('Credentials'))?.text ?? '')?.[0] ?? ''
      expect(page.text).not.toContain('tws_')
      expect(mails[0]?.subject).toBe('Elm robot has a new secret')
      return secret
    }
    const second = await newSecret({})
    expect([await secretWorks(clientSecret), await secretWorks(second)]).toEqual([true, true])
    const third = await newSecret({ end_old: '1' })
    expect([await secretWorks(clientSecret), await secretWorks(second), await secretWorks(third)]).toEqual([
      false,
      false,
      true,
    ])
  })

  test('is handed over to another user of its account, to nobody else', async () => {
    for (const email of ['anna@example.com', 'nobody@example.com', 'eve@example.com'])
      expect((await act('owner', { email, why: 'Eve has left' })).status).toBe(400)
    await act('owner', { email: 'Finn@example.com', why: 'Eve has left' })
    const people = await developersOf(server.store.database, clientId)
    expect(people.map(({ email, role }) => [email, role])).toEqual([['finn@example.com', 'owner']])
    for (const email of ['eve@example.com', 'finn@example.com'])
      expect((await mailsTo(email))[0]?.subject).toBe('Elm robot belongs to finn@example.com now')
  })

  test('without anybody active, mail goes to the admins of its account', async () => {
    await server.store.database.deleteFrom('application_person').where('client_id', '=', clientId).execute()
    await act('secret', { why: 'Asked by phone' })
    expect((await mailsTo('eve@example.com')).slice(0, 2).map(({ subject }) => subject)).toEqual([
      'Elm robot has a new secret',
      'Credentials of Elm robot',
    ])
  })

  test('is deleted once its name was typed, and its history stays', async () => {
    expect((await act('deletion', { name: 'Elm', why: 'Abandoned' })).status).toBe(400)
    await act('deletion', { name: 'Elm robot', why: 'Abandoned' })
    expect(await findApplication(server.store.database, clientId)).toBeUndefined()
    expect((await mailsTo('eve@example.com'))[0]).toMatchObject({ subject: 'Elm robot was deleted' })
    expect((await anna.open('/server/history')).text).toContain(clientId)
    expect((await anna.open(`/server/applications/${clientId}`)).status).toBe(404)
  })
})

describe('a person', () => {
  const path = () => `/server/people/${eveId}`

  test('is found by a part of the address, with accounts, sessions and sign-in', async () => {
    expect((await anna.open('/server/people?search=EVE%40')).text).toContain(path())
    expect((await anna.open('/server/people?search=nobody')).text).not.toContain(path())
    const { text } = await anna.open(path())
    for (const words of ['Elm &amp; Co', 'Can sign in', 'In 1 browser', 'Elm robot']) expect(text).toContain(words)
    for (const id of ['0', 'x', '999999', '9'.repeat(30)])
      expect((await anna.open(`/server/people/${id}`)).status, id).toBe(404)
  })

  test('is sent a link for a new password, or the confirmation again; both are written down', async () => {
    await anna.open(path())
    await anna.submit({ why: 'Asked by phone' }, `${path()}/reset`)
    expect((await mailsTo('eve@example.com'))[0]?.subject).toBe('Choose a new password')
    const person = server.store.database.updateTable('person').where('person_id', '=', eveId)
    await person.set({ email_confirmed_at: null }).execute()
    await anna.open(path())
    const after = await anna.submit({ why: 'It was spam' }, `${path()}/confirmation`)
    await person.set({ email_confirmed_at: new Date() }).execute()
    expect((await mailsTo('eve@example.com'))[0]?.subject).toBe('Confirm your email address')
    expect(after.text).toContain('Asked by phone')
    expect(after.text).toContain('It was spam')
  })

  test('is signed out everywhere, and told why', async () => {
    const browser = await signIn('finn@example.com')
    await browser.open('/profile')
    expect(browser.page?.url.pathname).toBe('/profile')
    await anna.open('/server/people?search=finn')
    const finn = /\/server\/people\/\d+/.exec(anna.page?.text ?? '')?.[0] ?? ''
    await anna.open(finn)
    await anna.submit({ why: 'Lost telephone' }, `${finn}/sessions`)
    expect((await browser.open('/profile')).url.pathname).toBe('/sign-in')
    expect((await mailsTo('finn@example.com'))[0]?.text).toContain('Lost telephone')
  })
})
