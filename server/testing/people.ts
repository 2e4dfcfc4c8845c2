import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Plan } from '#contract/plans.ts'
import { type Scope, scopes as scopeTable } from '#contract/scopes.ts'
import { sql } from '#database/sql.ts'
import { closeServer } from '#http/close.ts'
import { createServer } from '#http/server.ts'
import { assembleServices, type Services } from '#http/services.ts'
import { encodeAccountId, encodeId } from '#ids/encode.ts'
import { createApplication } from '#oauth/applications.ts'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { createAccount, createPersonalSpace } from '#resources/account/create-account.ts'
import { joinAccount, nameContact } from '#resources/contacts/person.ts'
import { readSettings } from '#settings.ts'
import { Client } from './client.ts'
import { type TestStore, testStore } from './store.ts'

/** On a busy machine the server takes its own start for overload, and turns requests away for a second. */
export async function settled(url: string): Promise<void> {
  while ((await fetch(`${url}/api/v4/version`)).status === 503) await new Promise((resolve) => setTimeout(resolve, 200))
}

type Role = 'admin' | 'regular' | 'external' | 'collaborator'

/** A person of the small world: a client with its token, and the id others name it by. */
export class Person extends Client {
  readonly id: string
  readonly personId: number

  constructor(url: string, token: string, personId: number, accountId: number) {
    super(url, token)
    this.personId = personId
    this.id = encodeId('Contact', accountId, personId)
  }
}

/** A real server on a real store with the account "Acme" of Anna, and "Elsewhere" of Eve. */
export interface People {
  url: string
  store: TestStore
  /** What the server is made of. */
  services: Services
  accountId: number
  /** Public ids of the account, its root folder and its recycle bin. */
  account: string
  root: string
  bin: string
  anna: Person
  /** Owner of another account. */
  eve: Person
  /** More people of Acme: active at once, with a token of all scopes. */
  person(name: string, options?: { role?: Role }): Promise<Person>
  /** The same person with a token of these scopes only, of the same application or of another. */
  withScopes(person: Person, scopes: Scope[]): Promise<Person>
  withApplication(person: Person): Promise<Person>
  plan(plan: Plan): Promise<void>
  close(): Promise<void>
}

const everyScope = Object.keys(scopeTable) as Scope[]

/** Starts the server for a test file; close it in `afterAll`. */
export async function startPeople(environment: Record<string, string> = {}): Promise<People> {
  const store = await testStore()
  const { database } = store
  const dataDir = await mkdtemp(join(tmpdir(), 'taskwright-files-'))
  const settings = readSettings({
    DATA_DIR: dataDir,
    PORT: '0',
    RATE_LIMIT_PER_MINUTE: '0',
    DEMO: 'false',
    LOG_LEVEL: 'silent',
    // A machine that is busy with other test files is not what is tested.
    LONGEST_DELAY: '0',
    ...environment,
  })
  const log = pino({ level: settings.logLevel })
  const services = await assembleServices({ settings, store, log })
  const app = await createServer(services)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  await settled(url)

  const owned = async (name: string, owner: string, lastName: string) => {
    const made = await createAccount(database, {
      name,
      owner: { email: `${owner.toLowerCase()}@example.com`, firstName: owner, lastName, emailConfirmed: true },
    })
    return { ...made, clientId: await application(made.accountId, made.personId) }
  }
  const application = async (accountId: number, ownerPersonId: number) =>
    (
      await createApplication(database, {
        name: 'Tests',
        ownerPersonId,
        accountId,
        redirectUris: ['http://localhost/callback'],
      })
    ).clientId
  const someone = async (accountId: number, personId: number, clientId: string, scopes: Scope[] = everyScope) =>
    new Person(
      url,
      await issuePermanentToken(database, { personId, accountId, clientId, scopes, name: 'test' }),
      personId,
      accountId,
    )

  const acme = await owned('Acme', 'Anna', 'Ash')
  const elsewhere = await owned('Elsewhere', 'Eve', 'Elm')
  const { accountId, clientId } = acme
  return {
    url,
    store,
    services,
    accountId,
    account: encodeAccountId(accountId),
    root: encodeId('Folder', accountId, -1),
    bin: encodeId('Folder', accountId, -2),
    anna: await someone(accountId, acme.personId, clientId),
    eve: await someone(elsewhere.accountId, elsewhere.personId, elsewhere.clientId),
    person: async (name, options = {}) => {
      const personId = await database.transaction().execute(async (transaction) => {
        const email = `${name.toLowerCase()}@example.com`
        const made = await nameContact(transaction, { email, firstName: name, lastName: 'Test', emailConfirmed: true })
        await joinAccount(transaction, accountId, made, options.role ?? 'regular')
        await createPersonalSpace(transaction, accountId, made)
        return made
      })
      return someone(accountId, personId, clientId)
    },
    withScopes: (who, scopes) => someone(accountId, who.personId, clientId, scopes),
    withApplication: async (who) => someone(accountId, who.personId, await application(accountId, acme.personId)),
    plan: async (plan) => {
      await database.updateTable('account').set({ plan }).where('account_id', '=', accountId).execute()
      await sql`select pg_notify('access_changed', ${String(accountId)})`.execute(database)
      // The notification reaches the server on a connection of its own.
      await new Promise((resolve) => setTimeout(resolve, 50))
    },
    close: async () => {
      await closeServer(app, 1000)
      await store.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
