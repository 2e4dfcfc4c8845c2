import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { permanentTokenScopes } from '#contract/scopes.ts'
import { findApplication } from '#oauth/applications.ts'
import { findToken } from '#oauth/tokens.ts'
import { createAccount } from '#resources/account/create-account.ts'
import { joinAccount, nameContact } from '#resources/contacts/person.ts'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'
import { WebBrowser } from '#testing/web-browser.ts'
import { hashPassword } from '../passwords.ts'

let server: PeopleServer
let anna: WebBrowser
beforeAll(async () => {
  server = await startPeopleServer()
  anna = await server.annasBrowser()
})
afterAll(() => server.close())

const register = async (form: Record<string, string>) => {
  await anna.open('/applications')
  return anna.submit(form, '/applications')
}

/** A browser of somebody else, in Anna's account or in one of their own. */
async function other(name: string, where: 'same' | 'elsewhere'): Promise<WebBrowser> {
  const { database } = server.store
  const email = `${name}@example.com`
  const person = { email, firstName: name, passwordHash: await hashPassword(password), emailConfirmed: true }
  if (where === 'elsewhere') await createAccount(database, { name: `${name}'s`, owner: person })
  else {
    await database.transaction().execute(async (transaction) => {
      const personId = await nameContact(transaction, person)
      await joinAccount(transaction, server.anna.accountId, personId, 'regular')
    })
  }
  const browser = new WebBrowser(server.url)
  await browser.open('/sign-in')
  await browser.submit({ email, password })
  return browser
}

describe('registering an application', () => {
  test('shows the secret once, and mails it', async () => {
    const page = await register({ name: 'Robot', redirect_uris: 'https://robot.example/back\r\nhttp://localhost:1/x' })
    const [, clientId = '', clientSecret = ''] =
      /<dd><code[^>]*>(\w+)<\/code>[\s\S]*<dd><code[^>]*>(tws_[\w-]+)<\/code>/.exec(page.text) ?? []
    expect(await findApplication(server.store.database, clientId)).toMatchObject({
      name: 'Robot',
      redirectUris: ['https://robot.example/back', 'http://localhost:1/x'],
      accountId: server.anna.accountId,
    })
    const mail = await server.store.database
      .selectFrom('outbox_mail')
      .select('text')
      .where('recipient', '=', server.anna.email)
      .orderBy('mail_id', 'desc')
      .executeTakeFirstOrThrow()
    expect(mail.text).toContain(clientId)
    expect(mail.text).toContain(clientSecret)
    expect((await anna.open(`/applications/${clientId}`)).text).not.toContain(clientSecret)
  })

  test.each([
    [{ name: '' }, 'Name the application'],
    [{ redirect_uris: 'http://example.com/back' }, 'http://example.com/back must start with https://'],
    [{ redirect_uris: 'https://ok.example https://a.example/#x' }, 'must not have a fragment'],
  ])('%o is refused', async (wrong, text) => {
    const page = await register({ name: 'Robot', ...wrong })
    expect(page.status).toBe(400)
    expect(page.text).toContain(text)
  })

  test('a public one gets no secret', async () => {
    const page = await register({ name: 'Phone', redirect_uris: 'com.example.phone:/back', is_public: '1' })
    expect(page.text).not.toContain('tws_')
  })
})

describe('an application', () => {
  const path = () => `/applications/${server.clientId}`

  test('is seen by its owner and by admins of its account, by nobody else', async () => {
    expect((await anna.open(path())).status).toBe(200)
    for (const where of ['same', 'elsewhere'] as const) {
      const stranger = await other(`dan-${where}`, where)
      expect((await stranger.open(path())).status).toBe(404)
      await stranger.open('/applications')
      expect(stranger.page?.text).not.toContain('Garden robot')
      const token = /name="form_token" value="([^"]+)"/.exec(stranger.page?.text ?? '')?.[1] ?? ''
      expect((await stranger.open(`${path()}/deletion`, { form_token: token })).status).toBe(404)
    }
    expect(await findApplication(server.store.database, server.clientId)).toBeDefined()
  })

  test('its redirect URIs can be changed, under the same rules', async () => {
    await anna.open(path())
    const wrong = await anna.submit({ name: 'Garden robot', redirect_uris: 'ftp://x' }, path())
    expect(wrong.status).toBe(400)
    const redirect_uris = 'http://localhost:8765/callback\nhttps://garden.example/'
    await anna.submit({ name: 'Garden robot', redirect_uris }, path())
    const { redirectUris } = (await findApplication(server.store.database, server.clientId)) ?? {}
    expect(redirectUris).toEqual(redirect_uris.split('\n'))
    await anna.submit({ name: 'Garden robot', redirect_uris: server.redirectUri }, path())
  })

  test('trusted by an admin, it is not asked about twice; with more scopes it is', async () => {
    const query = { response_type: 'code', client_id: server.clientId, scope: 'wsReadOnly' }
    await server.consent(anna, query)
    await anna.open(path())
    await anna.submit({ name: 'Garden robot', redirect_uris: server.redirectUri, is_trusted: '1' }, path())
    const again = await anna.open(`/oauth2/authorize/v4?${new URLSearchParams(query)}`)
    expect(again.url.searchParams.get('code')).toBeTruthy()
    const wider = await anna.open(`/oauth2/authorize/v4?${new URLSearchParams({ ...query, scope: 'wsReadWrite' })}`)
    expect(wider.url.pathname).toMatch(/^\/consent\//)
    await anna.open(path())
    await anna.submit({ name: 'Garden robot', redirect_uris: server.redirectUri }, path())
  })

  test('all its consents can be ended', async () => {
    const { access_token } = await server.tokens()
    await anna.open(`${path()}/tokens`)
    await anna.submit({}, `${path()}/consents`)
    expect(await findToken(server.store.database, access_token)).toBeUndefined()
  })

  test('a person can end their own consent in the profile', async () => {
    const { access_token } = await server.tokens()
    await anna.open('/profile')
    expect(anna.page?.text).toContain('Garden robot')
    await anna.submit({}, '/profile/applications')
    expect(await findToken(server.store.database, access_token)).toBeUndefined()
  })
})

describe('a permanent token', () => {
  const make = async (form: Record<string, string | string[]>) => {
    const path = `/applications/${server.clientId}`
    await anna.open(`${path}/tokens`)
    return anna.submit({ token_name: 'Report', password, ...form }, `${path}/tokens`)
  }
  const shown = (text: string) => /<dd><code[^>]*>(twp_[\w-]{43})<\/code>/.exec(text)?.[1] ?? ''

  test('needs the password and a name', async () => {
    expect((await make({ password: 'wrong' })).text).toContain('This is not your password')
    expect((await make({ token_name: '' })).text).toContain('Say what the token is for')
    expect((await make({ expires_on: '2001-01-01' })).text).toContain('Choose a day to come')
  })

  test('works as the person, with all scopes but the export of data', async () => {
    const facts = await findToken(server.store.database, shown((await make({})).text))
    expect(facts).toMatchObject({ kind: 'permanent', personId: server.anna.personId, expiresAt: null })
    expect(facts?.scopes).toEqual(permanentTokenScopes)
    expect(facts?.scopes).not.toContain('dataExportFull')
  })

  test('may have fewer scopes, and never the export of data', async () => {
    const facts = await findToken(
      server.store.database,
      shown((await make({ scope: ['wsReadOnly', 'dataExportFull'] })).text),
    )
    expect(facts?.scopes).toEqual(['wsReadOnly'])
  })

  test('is shown once and can be revoked', async () => {
    await server.store.database.deleteFrom('access_token').where('kind', '=', 'permanent').execute()
    const token = shown((await make({})).text)
    const path = `/applications/${server.clientId}`
    expect((await anna.open(`${path}/tokens`)).text).not.toContain(token)
    expect(anna.page?.text).toContain('Report')
    await anna.submit({}, `${path}/tokens/revocation`)
    expect(await findToken(server.store.database, token)).toBeUndefined()
  })

  test('dies with its application', async () => {
    const token = shown((await make({})).text)
    const path = `/applications/${server.clientId}`
    await anna.open(`${path}/deletion`)
    await anna.submit({ name: 'Garden robot' }, `${path}/deletion`)
    expect(await findToken(server.store.database, token)).toBeUndefined()
  })
})
