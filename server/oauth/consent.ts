import { sql } from 'kysely'
import type { Provider } from 'oidc-provider'
import type { Browser } from '#console/browser.ts'
import { fault } from '#console/fault-page.ts'
import type { PersonalVisit } from '#console/visit.ts'
import type { Page, Redirect } from '#design/page.ts'
import { narrowed } from './allowed-scopes.ts'
import { type Application, findApplication } from './applications.ts'
import { splitScope } from './authorization-request.ts'
import { accountsOpenTo } from './blocks.ts'
import { consentScreen } from './consent-screen.ts'
import { createGrant } from './grants.ts'
import { suspendedPage } from './suspended-page.ts'

interface AuthorizationParameters {
  client_id: string
  scope: string
  redirect_uri: string
  accountId?: string
  tw_all_accounts: string
  tw_separator: string
  tw_redirect_uri?: string
}

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>

/** The consent screen: where every authorization request of a browser stops until the person has answered. */
export function consentPages(pages: Browser, server: Provider): void {
  pages.readSignedIn('/consent/:uid', async (visit) => {
    const interaction = await openInteraction(server, visit)
    const application = interaction && (await applicationOf(visit, interaction))
    if (!application) return lapsed()
    if (application.suspendedBecause !== null) return suspendedPage(application)
    const trusted = await trustedGrant(visit, application, parametersOf(interaction))
    if (trusted) return finish(server, visit, { grantId: trusted })
    return ask(visit, application, interaction)
  })

  pages.sendSignedIn('/consent/:uid', async (visit) => {
    const interaction = await openInteraction(server, visit)
    const application = interaction && (await applicationOf(visit, interaction))
    if (!application) return lapsed()
    if (application.suspendedBecause !== null) return suspendedPage(application)
    if (visit.form.answer !== 'allow') return finish(server, visit, 'denied')
    const { accounts } = await accountsOpenTo(visit.database, application.clientId, visit.person.personId)
    const account = accounts.find(({ accountId }) => String(accountId) === visit.form.account)
    const parameters = parametersOf(interaction)
    if (!account || scopesOf(application, parameters).length === 0) return ask(visit, application, interaction)
    const grantId = await createGrant(visit.database, {
      clientId: parameters.client_id,
      personId: visit.person.personId,
      accountId: account.accountId,
      allAccounts: parameters.tw_all_accounts === '1',
      scopes: scopesOf(application, parameters),
      separator: parameters.tw_separator === ' ' ? ' ' : ',',
      redirectUri: parameters.tw_redirect_uri ?? null,
    })
    return finish(server, visit, { grantId })
  })
}

async function openInteraction(server: Provider, { request, reply }: PersonalVisit): Promise<Interaction | undefined> {
  return server.interactionDetails(request.raw, reply.raw).catch(() => undefined)
}

function parametersOf({ params }: Interaction): AuthorizationParameters {
  return params as unknown as AuthorizationParameters
}

function applicationOf({ database }: PersonalVisit, interaction: Interaction): Promise<Application | undefined> {
  return findApplication(database, parametersOf(interaction).client_id)
}

/** What is asked for, of what the application may still ask for: that may have changed since the request came. */
function scopesOf({ allowedScopes }: Application, { scope }: AuthorizationParameters): string[] {
  return narrowed(splitScope(scope), allowedScopes)
}

async function ask(visit: PersonalVisit, application: Application, interaction: Interaction): Promise<Page> {
  const parameters = parametersOf(interaction)
  const scopes = scopesOf(application, parameters)
  if (scopes.length === 0) return lapsed()
  return consentScreen({
    action: visit.path,
    formToken: visit.formToken,
    application,
    person: visit.person,
    scopes,
    ...(await accountsOpenTo(visit.database, application.clientId, visit.person.personId)),
    chosenAccountId: parameters.accountId ? Number(parameters.accountId) : undefined,
    allAccounts: parameters.tw_all_accounts === '1',
    redirectHost: redirectHost(parameters.redirect_uri),
    returnPath: visit.path,
  })
}

/** Goes back to the authorization server, which sends the browser on to the application. */
async function finish(
  server: Provider,
  { request, reply, person }: PersonalVisit,
  answer: { grantId: string } | 'denied',
): Promise<Redirect> {
  const result =
    answer === 'denied'
      ? { error: 'access_denied', error_description: 'The person denied the request' }
      : { login: { accountId: String(person.personId), remember: false }, consent: { grantId: answer.grantId } }
  const returnTo = await server.interactionResult(request.raw, reply.raw, result)
  return { redirect: new URL(returnTo).pathname }
}

/** An application that an admin vouches for isn't asked about again for the same scopes or fewer. */
async function trustedGrant(
  visit: PersonalVisit,
  application: Application,
  parameters: AuthorizationParameters,
): Promise<string | undefined> {
  const scopes = scopesOf(application, parameters)
  if (!application.isTrusted || scopes.length === 0) return undefined
  const grant = await visit.database
    .selectFrom('oauth_grant')
    .selectAll()
    .where('client_id', '=', application.clientId)
    .where('person_id', '=', visit.person.personId)
    .where('all_accounts', '=', parameters.tw_all_accounts === '1')
    .where(sql<boolean>`scopes @> ${scopes}::text[]`)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  const { accounts } = await accountsOpenTo(visit.database, application.clientId, visit.person.personId)
  if (!grant || !accounts.some(({ accountId }) => accountId === grant.account_id)) return undefined
  if (parameters.accountId && parameters.accountId !== String(grant.account_id)) return undefined
  return createGrant(visit.database, {
    clientId: application.clientId,
    personId: visit.person.personId,
    accountId: grant.account_id,
    allAccounts: grant.all_accounts,
    scopes,
    separator: parameters.tw_separator === ' ' ? ' ' : ',',
    redirectUri: parameters.tw_redirect_uri ?? null,
  })
}

function redirectHost(uri: string): string {
  const url = new URL(uri)
  return url.host || url.protocol
}

function lapsed(): Page {
  return fault('This request has lapsed', 'Go back to the application and start again.')
}
