import { hashPassword } from '#console/passwords.ts'
import { permanentTokenScopes } from '#contract/scopes.ts'
import { sql } from '#database/sql.ts'
import type { Services } from '#http/services.ts'
import { createApplication } from '#oauth/applications.ts'
import { newName } from '#oauth/secrets.ts'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { createAccount } from '#resources/account/create-account.ts'
import { addContent } from './add-content.ts'
import { type DemoKey, readDemoKey, writeDemoKey } from './key.ts'

/**
 * Makes the demo account on the first start of a server, or finishes what a killed start began. A server that has
 * accounts of its own gets none.
 */
export async function createDemo(services: Services, progress: (step: string) => void): Promise<void> {
  const { settings, store } = services
  if (!settings.demo) return
  if ((await readDemoKey(settings.dataDir))?.complete) return
  // One of several servers that start together does it; the others wait.
  await store.database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(7004)`.execute(transaction)
    const begun = await readDemoKey(settings.dataDir)
    if (begun?.complete || (!begun && (await hasAccounts(services)))) return
    progress('Creating demo content')
    const key = begun ?? { email: 'demo@example.com', password: newName(16), complete: false }
    // First of all: a kill after the account is made must not leave one that nobody can enter.
    await writeDemoKey(settings.dataDir, key)
    const token = await enter(services, key)
    await addContent(services, token).catch((error) =>
      services.log.error({ err: error }, 'the demo content is incomplete; everything else works'),
    )
    await writeDemoKey(settings.dataDir, { ...key, token, complete: true })
  })
}

async function hasAccounts({ store }: Services): Promise<boolean> {
  return (await store.database.selectFrom('account').select('account_id').limit(1).executeTakeFirst()) !== undefined
}

/** A token of the demo account's owner; makes the account if it is not there yet. */
async function enter({ store: { database } }: Services, { email, password }: DemoKey): Promise<string> {
  const known = await database
    .selectFrom('person')
    .innerJoin('account_user', 'account_user.person_id', 'person.person_id')
    .select(['account_user.account_id as accountId', 'person.person_id as personId'])
    .where('email', '=', email)
    .executeTakeFirst()
  const owner = { email, firstName: 'Demo', lastName: 'Owner', emailConfirmed: true }
  const own =
    known ??
    (await createAccount(database, {
      name: 'Demo',
      owner: { ...owner, passwordHash: await hashPassword(password) },
    }))
  const { clientId } = await createApplication(database, {
    name: 'First steps',
    ownerPersonId: own.personId,
    accountId: own.accountId,
    redirectUris: ['http://localhost/callback'],
  })
  return issuePermanentToken(database, { ...own, clientId, scopes: permanentTokenScopes, name: 'First steps' })
}
