import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { hashPassword } from '#console/passwords.ts'
import type { Store } from '#database/connect.ts'
import { closeServer } from '#http/close.ts'
import { createServer } from '#http/server.ts'
import { assembleServices, type Services } from '#http/services.ts'
import { createApplication } from '#oauth/applications.ts'
import { createAccount } from '#resources/account/create-account.ts'
import { readSettings } from '#settings.ts'
import { freePort } from './free-port.ts'
import { settled } from './people.ts'
import { testStore } from './store.ts'
import { type Loaded, WebBrowser } from './web-browser.ts'

/** The password of everybody in tests. */
export const password = 'a pond full of frogs'

/**
 * A real server on a port of its own, for people and their programs. Anna owns the account Acme with the application
 * "Garden robot".
 */
export interface PeopleServer {
  url: string
  store: Store
  services: Services
  anna: { personId: number; accountId: number; email: string }
  clientId: string
  clientSecret: string
  redirectUri: string
  browser(): WebBrowser
  /** A browser in which Anna is signed in. */
  annasBrowser(): Promise<WebBrowser>
  /** Opens an authorization page and allows what it asks; the answer's address is the redirect. */
  consent(browser: WebBrowser, query: Record<string, string>, path?: string): Promise<Loaded>
  /** Tokens for Garden robot, by consent of Anna. */
  tokens(query?: Record<string, string>): Promise<{ access_token: string; refresh_token: string; scope: string }>
  /** Posts a form as a program does. */
  post(
    path: string,
    form: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }>
  close(): Promise<void>
}

/** Starts one for a test file. */
export async function startPeopleServer(environment: Record<string, string> = {}): Promise<PeopleServer> {
  const store = await testStore()
  // The public URL must be known before the server listens.
  const port = await freePort()
  const url = `http://localhost:${port}`
  const dataDir = await mkdtemp(join(tmpdir(), 'taskwright-files-'))
  const settings = readSettings({
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    LONGEST_DELAY: '0',
    DATA_DIR: dataDir,
    ...environment,
  })
  const services = await assembleServices({
    settings,
    store,
    log: pino({ level: environment.LOG_LEVEL ?? 'silent' }),
  })
  const app = await createServer(services)
  await app.listen({ host: 'localhost', port })
  await settled(url)

  const email = 'anna@example.com'
  const owner = {
    email,
    firstName: 'Anna',
    lastName: 'Ash',
    passwordHash: await hashPassword(password),
    emailConfirmed: true,
  }
  const anna = { email, ...(await createAccount(store.database, { name: 'Acme', owner })) }
  const redirectUri = 'http://localhost:8765/callback'
  const application = { name: 'Garden robot', ownerPersonId: anna.personId, accountId: anna.accountId }
  const credentials = await createApplication(store.database, { ...application, redirectUris: [redirectUri] })

  const annasBrowser = async () => {
    const browser = new WebBrowser(url)
    await browser.open('/sign-in')
    await browser.submit({ email, password })
    return browser
  }
  const consent: PeopleServer['consent'] = async (browser, query, path = '/oauth2/authorize/v4') => {
    await browser.open(`${path}?${new URLSearchParams(query)}`)
    const account = /name="account" value="(\d+)"/.exec(browser.page?.text ?? '')?.[1] ?? ''
    return browser.submit({ answer: 'allow', account }, browser.page?.url.pathname)
  }
  const post: PeopleServer['post'] = async (path, form, headers = {}) => {
    const response = await fetch(`${url}${path}`, { method: 'POST', body: new URLSearchParams(form), headers })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : {}, headers: response.headers }
  }
  return {
    url,
    store,
    services,
    anna,
    ...credentials,
    redirectUri,
    browser: () => new WebBrowser(url),
    annasBrowser,
    consent,
    post,
    tokens: async (query = {}) => {
      const client = { client_id: credentials.clientId, client_secret: credentials.clientSecret }
      const request = { response_type: 'code', client_id: credentials.clientId, ...query }
      const { url: redirect } = await consent(await annasBrowser(), request)
      const code = redirect.searchParams.get('code') ?? ''
      const { body } = await post('/oauth2/token', { ...client, grant_type: 'authorization_code', code })
      return body as { access_token: string; refresh_token: string; scope: string }
    },
    close: async () => {
      await closeServer(app, 1000)
      await store.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
