import type { Browser } from '#console/browser.ts'
import { fault } from '#console/fault-page.ts'
import type { PersonalVisit } from '#console/visit.ts'
import type { Page, Redirect } from '#design/page.ts'
import { type OwnAccount, ofOwnAccount } from './account-path.ts'
import { applicationPage } from './application-page.ts'
import { blockApplication, unblockApplication } from './block.ts'
import { endAccessOf } from './end-access.ts'
import { mailEnded } from './mails.ts'
import { overview } from './overview.ts'

/** Where admins see which programs work with their account, and end that. */
export function accountPages(pages: Browser): void {
  const one = '/accounts/:account/integrations/:clientId'
  pages.readSignedIn('/accounts/:account/integrations', ofOwnAccount(overview))
  pages.readSignedIn(one, ofOwnAccount(applicationPage))
  pages.sendSignedIn(`${one}/revocation`, ofOwnAccount(revoke))
  pages.sendSignedIn(`${one}/blocking`, ofOwnAccount(block))
  pages.sendSignedIn(`${one}/unblocking`, ofOwnAccount(unblock))
}

async function revoke(visit: PersonalVisit, account: OwnAccount): Promise<Page | Redirect> {
  const { database, form, params, person } = visit
  const clientId = params.clientId === 'none' ? null : (params.clientId ?? '')
  const personId = form.person === 'all' ? undefined : Number(form.person)
  if (personId !== undefined && !Number.isSafeInteger(personId)) return nobody()
  const ended = { accountId: account.accountId, clientId, personId }
  const people = await database.transaction().execute((transaction) => endAccessOf(transaction, ended, person.personId))
  await tell(visit, account, people, { clientId, isBlocked: false })
  return { redirect: account.path }
}

async function block(visit: PersonalVisit, account: OwnAccount): Promise<Page | Redirect> {
  const clientId = await knownClient(visit)
  if (clientId === undefined) return nobody()
  const place = { accountId: account.accountId, clientId }
  const people = await visit.database
    .transaction()
    .execute((transaction) => blockApplication(transaction, place, visit.person.personId))
  await tell(visit, account, people ?? [], { clientId, isBlocked: true })
  return { redirect: account.path }
}

async function unblock(visit: PersonalVisit, account: OwnAccount): Promise<Page | Redirect> {
  const clientId = await knownClient(visit)
  if (clientId === undefined) return nobody()
  const place = { accountId: account.accountId, clientId }
  await visit.database
    .transaction()
    .execute((transaction) => unblockApplication(transaction, place, visit.person.personId))
  return { redirect: `${account.path}/${clientId}` }
}

async function knownClient({ database, params }: PersonalVisit): Promise<string | undefined> {
  const application = await database
    .selectFrom('application')
    .select('client_id')
    .where('client_id', '=', params.clientId ?? '')
    .executeTakeFirst()
  return application?.client_id
}

const nobody = () => fault('There is no such integration', 'It has no access in this account.', 404)

async function tell(
  { database, person, services }: PersonalVisit,
  account: OwnAccount,
  people: readonly number[],
  { clientId, isBlocked }: { clientId: string | null; isBlocked: boolean },
): Promise<void> {
  const application = await database
    .selectFrom('application')
    .select('name')
    .where('client_id', '=', clientId ?? '')
    .executeTakeFirst()
  await mailEnded(services, people, {
    accountName: account.name,
    applicationName: application?.name ?? 'A permanent token',
    isBlocked,
    by: { personId: person.personId, name: `${person.firstName} ${person.lastName}`.trim() || 'Somebody' },
  })
}
