import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findApplication } from '#oauth/applications.ts'
import { findToken, issuePermanentToken } from '#oauth/tokens.ts'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'
import type { WebBrowser } from '#testing/web-browser.ts'

let server: PeopleServer
let anna: WebBrowser
const path = () => `/applications/${server.clientId}`
const application = () => findApplication(server.store.database, server.clientId)
beforeAll(async () => {
  server = await startPeopleServer()
  anna = await server.annasBrowser()
})
afterAll(() => server.close())

const mails = async () =>
  server.store.database.selectFrom('outbox_mail').select(['subject', 'text']).orderBy('mail_id', 'desc').execute()
const consent = (query: Record<string, string> = {}) => {
  const request = { response_type: 'code', client_id: server.clientId, ...query }
  return anna.open(`/oauth2/authorize/v4?${new URLSearchParams(request)}`)
}
const save = async (form: Record<string, string>) => {
  await anna.open(path())
  return anna.submit({ name: 'Garden robot', redirect_uris: server.redirectUri, ...form }, path())
}

describe('what an application says of itself', () => {
  test('is on the consent screen, with who runs it and that nobody vouched for it', async () => {
    await save({
      description: 'Waters <b>tomatoes</b>',
      website: 'https://garden.example',
      support: 'help@garden.example',
    })
    const { text } = await consent()
    expect(text).toContain('Waters &lt;b&gt;tomatoes&lt;/b&gt;')
    expect(text).toContain('href="https://garden.example"')
    expect(text).toContain('href="mailto:help@garden.example"')
    expect(text).toContain('Run by Acme')
    expect(text).toContain('Unverified')
    await save({ is_trusted: '1' })
    expect((await consent()).text).not.toContain('Unverified')
    await save({})
  })

  test.each([
    [{ website: 'javascript:alert(1)' }, 'Give a complete address'],
    [{ support: 'javascript:alert(1)@x.example' }, 'Give an email address'],
    [{ description: 'x'.repeat(301) }, 'Say it shorter'],
    [{ name: ' ' }, 'Name the application'],
  ])('%o is refused', async (wrong, words) => {
    const page = await save(wrong)
    expect([page.status, page.text.includes(words)]).toEqual([400, true])
  })
})

describe('a logo', () => {
  const upload = async (bytes: Buffer) => {
    await anna.open(path())
    return anna.submit({ logo: new Blob([new Uint8Array(bytes)]) }, `${path()}/logo`)
  }

  test('is drawn anew as a square PNG, at an address that changes with it', async () => {
    const image = { width: 600, height: 200, channels: 3, background: '#2f6f4f' } as const
    const jpeg = await sharp({ create: image })
      .withExif({ IFD0: { Artist: 'Somebody' } })
      .jpeg()
      .toBuffer()
    await upload(jpeg)
    const [src = ''] = /\/logos\/[^"]+/.exec((await consent()).text) ?? []
    const response = await fetch(`${server.url}${src}`)
    expect(response.headers.get('content-type')).toBe('image/png')
    const png = Buffer.from(await response.arrayBuffer())
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 256, height: 256, hasAlpha: true })
    expect(png.includes('Somebody')).toBe(false)
    expect((await fetch(`${server.url}${src.replace(/\w{16}\.png/, '0000000000000000.png')}`)).status).toBe(404)
    await anna.open(path())
    await anna.submit({}, `${path()}/logo/removal`)
    expect((await fetch(`${server.url}${src}`)).status).toBe(404)
  })

  test('is no document, no broken image and no bomb', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>')
    const image = { width: 6000, height: 6000, channels: 3, background: '#fff' } as const
    const bomb = await sharp({ create: image }).png().toBuffer()
    for (const bytes of [svg, Buffer.from('\x89PNG\r\n\x1a\nbroken'), bomb])
      expect((await upload(bytes)).text).toContain('This is no image that can be read')
    expect((await upload(Buffer.alloc(2_200_000))).status).toBe(413)
    expect((await application())?.logoVersion).toBeNull()
  })
})

describe('scopes that an application may ask for', () => {
  const limit = async (scope: string[]) => {
    await anna.open(path())
    return anna.submit({ extent: 'some', scope }, `${path()}/scopes`)
  }

  test('cut what it was given, and refuse what is beyond', async () => {
    const { access_token, refresh_token } = await server.tokens({ scope: 'wsReadWrite,amReadOnlyUser' })
    const { personId, accountId } = server.anna
    const token = { personId, accountId, clientId: server.clientId, scopes: ['amReadOnlyGroup'] as const, name: 'Old' }
    const permanent = await issuePermanentToken(server.store.database, token)
    expect((await limit([])).text).toContain('Choose at least one scope')
    await limit(['wsReadOnly', 'amReadWriteWorkflow'])
    const { database } = server.store
    expect((await findToken(database, access_token))?.scopes).toEqual(['wsReadOnly'])
    expect(await findToken(database, permanent)).toBeUndefined()
    const client = { client_id: server.clientId, client_secret: server.clientSecret }
    const { body } = await server.post('/oauth2/token', { ...client, grant_type: 'refresh_token', refresh_token })
    expect((await findToken(database, String(body.access_token)))?.scopes).toEqual(['wsReadOnly'])

    const refused = await consent({ scope: 'wsReadWrite' })
    expect(refused.url.searchParams.get('error')).toBe('invalid_scope')
    const asked = await consent()
    expect(asked.text).toContain('See everything you can work with')
    expect((await mails())[0]?.subject).toBe('Garden robot may ask for other scopes')
    await anna.open(path())
    await anna.submit({ extent: 'all' }, `${path()}/scopes`)
    expect((await application())?.allowedScopes).toBeNull()
  })
})

describe('credentials', () => {
  const secretIn = (text: string) => /<code[^>]*>(tws_[\w-]{43})<\/code>/.exec(text)?.[1] ?? ''
  const works = async (client_secret: string) =>
    (await server.post('/oauth2/introspect', { client_id: server.clientId, client_secret, token: 'x' })).status === 200
  const renew = async (overlap: string) => {
    await anna.open(`${path()}/credentials`)
    return secretIn((await anna.submit({ overlap }, `${path()}/secret`)).text)
  }

  test('a new secret goes on screen and to who asked; the notice to all has none', async () => {
    const secret = await renew('week')
    expect([await works(server.clientSecret), await works(secret)]).toEqual([true, true])
    const [notice, own] = await mails()
    expect(notice).toMatchObject({ subject: 'Garden robot has a new secret' })
    expect(notice?.text).not.toContain('tws_')
    expect(own?.text).toContain(secret)
    expect((await anna.open(`${path()}/credentials`)).text).toContain('The secret before this one still works until')
    await anna.submit({}, `${path()}/secret/end`)
    expect([await works(server.clientSecret), await works(secret)]).toEqual([false, true])
    expect(await works(await renew('none'))).toBe(true)
    expect(await works(secret)).toBe(false)
  })

  test('invalidating everything takes a tick, and leaves nothing', async () => {
    const before = await renew('none')
    await anna.open(`${path()}/credentials`)
    expect((await anna.submit({}, `${path()}/invalidation`)).status).toBe(400)
    expect(await works(before)).toBe(true)
    await anna.open(`${path()}/credentials`)
    const after = secretIn((await anna.submit({ sure: '1' }, `${path()}/invalidation`)).text)
    expect([await works(before), await works(after)]).toEqual([false, true])
  })
})

test('an application is deleted by who types its name', async () => {
  await anna.open(`${path()}/deletion`)
  expect((await anna.submit({ name: 'Garden' }, `${path()}/deletion`)).status).toBe(400)
  expect(await application()).toBeDefined()
  await anna.open(`${path()}/deletion`)
  await anna.submit({ name: 'Garden robot' }, `${path()}/deletion`)
  expect(await application()).toBeUndefined()
  expect((await mails())[0]?.subject).toBe('Garden robot was deleted')
})
