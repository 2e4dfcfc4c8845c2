import { pino } from 'pino'
import type { Plan } from '#contract/plans.ts'
import { scopes as allScopes, type Scope } from '#contract/scopes.ts'
import type { Store } from '#database/connect.ts'
import { serverSecret } from '#database/secret.ts'
import { createServer } from '#http/server.ts'
import { encodeAccountId, encodeId } from '#ids/encode.ts'
import { createApplication } from '#oauth/applications.ts'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { createAccount, createPersonalSpace } from '#resources/account/create-account.ts'
import { joinAccount, nameContact } from '#resources/contacts/person.ts'
import { readSettings } from '#settings.ts'
import { Client, type Data, type Parameters } from './client.ts'
import { testStore } from './store.ts'

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

/**
 * A real server on a real store, and the small world all tests share: in the account "Acme" Anna owns, Ben edits, Cleo
 * reads and Dan has nothing shared with him; Eve owns another account. The space Garden holds the project Pond with the
 * task "Dig".
 */
export interface World {
  url: string
  store: Store
  accountId: number
  /** Public id of the account, of its root folder and recycle bin. */
  account: string
  root: string
  bin: string
  anna: Person
  ben: Person
  cleo: Person
  dan: Person
  /** Owner of another account. */
  eve: Person
  garden: Data
  pond: Data
  dig: Data
  /** More people: active at once, with a token of all scopes. */
  person(name: string, options?: { role?: Role }): Promise<Person>
  /** The same person with a token of these scopes only. */
  withScopes(person: Person, scopes: Scope[]): Promise<Person>
  /** More of anything, made by Anna through the API. */
  task(options?: { in?: Data; title?: string } & Parameters): Promise<Data>
  folder(options?: { in?: Data; title?: string } & Parameters): Promise<Data>
  plan(plan: Plan): Promise<void>
  close(): Promise<void>
}

const everyScope = Object.keys(allScopes) as Scope[]

/** Starts a world of its own for a test file; close it in `afterAll`. */
export async function startWorld(environment: Record<string, string> = {}): Promise<World> {
  const store = await testStore()
  const { database } = store
  const settings = readSettings({
    PORT: '0',
    RATE_LIMIT_PER_MINUTE: '0',
    DEMO: 'false',
    LOG_LEVEL: 'silent',
    ...environment,
  })
  const log = pino({ level: environment.LOG_LEVEL ?? 'silent' })
  const app = await createServer({ settings, store, log, secret: await serverSecret(database) })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })

  const token = async (accountId: number, personId: number, clientId: string, scopes: Scope[] = everyScope) =>
    issuePermanentToken(database, { personId, accountId, clientId, scopes, name: 'test' })
  const own = await createAccount(database, {
    name: 'Acme',
    owner: { email: 'anna@example.com', firstName: 'Anna', lastName: 'Ash', emailConfirmed: true },
  })
  const other = await createAccount(database, {
    name: 'Elsewhere',
    owner: { email: 'eve@example.com', firstName: 'Eve', lastName: 'Elm', emailConfirmed: true },
  })
  const application = async (accountId: number, ownerPersonId: number) =>
    (
      await createApplication(database, {
        name: 'Tests',
        ownerPersonId,
        accountId,
        redirectUris: ['http://localhost/callback'],
      })
    ).clientId
  const clientId = await application(own.accountId, own.personId)
  const elsewhere = await application(other.accountId, other.personId)
  const { accountId } = own

  const anna = new Person(url, await token(accountId, own.personId, clientId), own.personId, accountId)
  const eve = new Person(url, await token(other.accountId, other.personId, elsewhere), other.personId, other.accountId)
  const person: World['person'] = async (name, options = {}) => {
    const personId = await database.transaction().execute(async (transaction) => {
      const made = await nameContact(transaction, {
        email: `${name.toLowerCase()}@example.com`,
        firstName: name,
        lastName: 'Test',
        emailConfirmed: true,
      })
      await joinAccount(transaction, accountId, made, options.role ?? 'regular')
      await createPersonalSpace(transaction, accountId, made)
      return made
    })
    return new Person(url, await token(accountId, personId, clientId), personId, accountId)
  }
  const [ben, cleo, dan] = [await person('Ben'), await person('Cleo'), await person('Dan')]

  const made = async (answered: ReturnType<Client['post']>): Promise<Data> => {
    const { status, body } = await answered
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body.data[0]
  }
  const roles = (number: number) => encodeId('AccessRole', accountId, number)
  const garden = await made(
    anna.post('/spaces', {
      accessType: 'Private',
      title: 'Garden',
      members: [
        { id: anna.id, accessRoleId: roles(0xffffffff), isManager: true },
        { id: ben.id, accessRoleId: roles(0xfffffffe), isManager: false },
        { id: cleo.id, accessRoleId: roles(0xfffffffc), isManager: false },
      ],
    }),
  )
  const folder: World['folder'] = async ({ in: parent = garden, title = 'Folder', ...more } = {}) =>
    made(anna.post(`/folders/${parent.id}/folders`, { title, ...more }))
  const pond = await folder({ in: garden, title: 'Pond', project: {} })
  const task: World['task'] = async ({ in: parent = pond, title = 'Task', ...more } = {}) =>
    made(anna.post(`/folders/${parent.id}/tasks`, { title, ...more }))
  const dig = await task({ title: 'Dig' })

  return {
    url,
    store,
    accountId,
    anna,
    ben,
    cleo,
    dan,
    eve,
    garden,
    pond,
    dig,
    person,
    task,
    folder,
    account: encodeAccountId(accountId),
    root: encodeId('Folder', accountId, -1),
    bin: encodeId('Folder', accountId, -2),
    withScopes: async (who, scopes) =>
      new Person(url, await token(accountId, who.personId, clientId, scopes), who.personId, accountId),
    plan: async (plan) => {
      await database.updateTable('account').set({ plan }).where('account_id', '=', accountId).execute()
      await database.executeQuery(accessChanged(database, accountId))
    },
    close: async () => {
      await app.close()
      await store.close()
    },
  }
}

const accessChanged = (database: Store['database'], accountId: number) =>
  database
    .selectNoFrom((select) =>
      select.fn('pg_notify', [select.val('access_changed'), select.val(String(accountId))]).as('notified'),
    )
    .compile()
