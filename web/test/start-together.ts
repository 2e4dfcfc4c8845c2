import type { BrowserContext, Page } from 'playwright-core'
import { inject } from 'vitest'
import {
  type Client,
  type CreateTaskInput,
  createClient,
  createFolder,
  createSpace,
  createTask,
  type Operation,
} from '../../sdk/src/index.ts'
import { hashPassword } from '../../server/console/passwords.ts'
import { encodeId } from '../../server/ids/encode.ts'
import { issuePermanentToken } from '../../server/oauth/tokens.ts'
import { createAccount } from '../../server/resources/account/create-account.ts'
import { joinAccount, nameContact } from '../../server/resources/contacts/person.ts'
import { startBrowser, type TestBrowser } from '../../server/testing/chromium.ts'
import { freePort } from '../../server/testing/free-port.ts'
import { inDatabase } from '../../server/testing/global-setup.ts'
import { settled } from '../../server/testing/people.ts'
import { password } from '../../server/testing/people-server.ts'
import { type ServerProcess, startServerProcess } from '../../server/testing/server-process.ts'
import { testStore } from '../../server/testing/store.ts'

/** Somebody with a browser of their own, and a program to check with. */
export interface Somebody {
  context: BrowserContext
  page: Page
  program: Client
  id: string
}

/** Anna and Ben, each before a browser, at one server in a process that a test may kill. */
export interface Together {
  url: string
  anna: Somebody
  ben: Somebody
  spaceId: string
  /** Pond, a folder that both see. */
  folderId: string
  task(title: string, more?: Partial<CreateTaskInput>): Promise<string>
  kill(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

/** With `opensOffline` the browsers keep the app itself, as they do outside tests. */
export async function startTogether({ opensOffline = false } = {}): Promise<Together> {
  const store = await testStore()
  const { database, pool } = store
  const { rows } = await pool.query('select current_database() as name')
  const { connectionString, host, user } = inDatabase(inject('postgres'), rows[0].name)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const environment = {
    DATABASE_URL:
      connectionString ?? `postgres://${user}@localhost/${rows[0].name}?host=${encodeURIComponent(host as string)}`,
    PORT: String(port),
    HOST: 'localhost',
    PUBLIC_URL: url,
    DEMO: 'false',
    JOBS: 'false',
    RATE_LIMIT_PER_MINUTE: '0',
    LONGEST_DELAY: '0',
  }
  const passwordHash = await hashPassword(password)
  const person = (name: string) => ({
    email: `${name.toLowerCase()}@example.com`,
    firstName: name,
    lastName: 'Test',
    passwordHash,
    emailConfirmed: true,
  })
  const { accountId, personId } = await createAccount(database, { name: 'Acme', owner: person('Anna') })
  const benId = await nameContact(database, person('Ben'))
  await joinAccount(database, accountId, benId, 'regular')

  let server: ServerProcess | undefined
  const start = async () => {
    server = await startServerProcess(environment)
    await settled(url)
  }
  await start()
  const programOf = async (id: number) =>
    createClient({
      server: url,
      token: await issuePermanentToken(database, {
        accountId,
        personId: id,
        clientId: null,
        scopes: ['wsReadWrite'],
        name: 't',
      }),
    })
  const [annas, bens] = [await programOf(personId), await programOf(benId)]
  const make = async <Input extends object>(operation: Operation<Input, { id: string }>, input: Input) =>
    (await annas.call(operation, input)).data[0]?.id as string
  const spaceId = await make(createSpace, { accessType: 'Public', title: 'Garden' })
  const folderId = await make(createFolder, {
    folderId: spaceId,
    title: 'Pond',
    shareds: [encodeId('Contact', 0, benId)],
  })

  const browser: TestBrowser = await startBrowser()
  const somebody = async (name: string, id: number, program: Client): Promise<Somebody> => {
    const context = await browser.newContext({
      locale: 'en-GB',
      serviceWorkers: opensOffline ? 'allow' : 'block',
    })
    const page = await context.newPage()
    await page.goto(`${url}/work/folder/${folderId}`)
    await page.getByLabel('Email address').fill(`${name}@example.com`)
    await page.getByLabel('Password').fill(password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Pond' }).waitFor()
    return { context, page, program, id: encodeId('Contact', 0, id) }
  }
  return {
    url,
    anna: await somebody('anna', personId, annas),
    ben: await somebody('ben', benId, bens),
    spaceId,
    folderId,
    task: (title, more = {}) => make(createTask, { folderId, title, ...more }),
    start,
    kill: async () => {
      await server?.end('SIGKILL')
    },
    close: async () => {
      await browser.close()
      await server?.end('SIGTERM')
      await store.close()
    },
  }
}
