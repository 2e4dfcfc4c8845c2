import { permanentTokenScopes, type Scope } from '#contract/scopes.ts'
import { copyScript } from '#design/copy.ts'
import type { Faults } from '#design/fields.ts'
import { html } from '#design/html.ts'
import type { Page, Redirect } from '#design/page.ts'
import { isBlocked } from '#oauth/blocks.ts'
import { findPermanentToken, permanentTokens, renameToken } from '#oauth/permanent-tokens.ts'
import { issuePermanentToken, revokeToken } from '#oauth/tokens.ts'
import type { Browser } from '../browser.ts'
import { activeAccounts } from '../memberships.ts'
import { isOwnPassword } from '../own-password.ts'
import type { PersonalVisit } from '../visit.ts'
import { consentsSection } from './consents.ts'
import { applicationFrame } from './frame.ts'
import type { OwnApplication } from './own-applications.ts'
import { ofOwn } from './own-path.ts'
import { newTokenSection, othersTokensSection, ownTokensSection } from './token-section.ts'

/** Who allowed an application what; making, renaming and revoking permanent tokens. */
export function tokenPages(pages: Browser): void {
  pages.readSignedIn('/applications/:clientId/tokens', ofOwn(tokensPage))
  pages.sendSignedIn('/applications/:clientId/tokens', ofOwn(makeToken))
  pages.sendSignedIn('/applications/:clientId/tokens/revocation', ofOwn(endToken))
  pages.sendSignedIn('/applications/:clientId/tokens/name', ofOwn(rename))
}

async function tokensPage(visit: PersonalVisit, application: OwnApplication, faults: Faults = {}): Promise<Page> {
  const { database, person } = visit
  const { clientId, accountId, isAdmin } = application
  const [own, ofAccount, accounts, consents] = await Promise.all([
    permanentTokens(database, clientId, { personId: person.personId }),
    isAdmin ? permanentTokens(database, clientId, { accountId }) : [],
    activeAccounts(database, person.personId),
    consentsSection(visit, application),
  ])
  const others = ofAccount.filter(({ personId }) => personId !== person.personId)
  const body = html`${consents}
${ownTokensSection(visit, application, own)}
${newTokenSection(visit, application, { accounts, scopes: scopesOf(application) }, faults)}
${others.length > 0 && othersTokensSection(visit, application, others)}`
  return applicationFrame(application, 'tokens', body, faults)
}

/** Scopes that a permanent token of the application may have. */
function scopesOf({ allowedScopes }: OwnApplication): Scope[] {
  return permanentTokenScopes.filter((scope) => allowedScopes?.includes(scope) ?? true)
}

async function makeToken(visit: PersonalVisit, application: OwnApplication): Promise<Page> {
  const { database, form, person } = visit
  const name = (form.token_name ?? '').trim()
  const expiresAt = form.expires_on ? new Date(`${form.expires_on}T23:59:59Z`) : undefined
  const tokenFaults: Faults = {}
  if (name === '') tokenFaults.token_name = 'Say what the token is for'
  if (expiresAt && !(expiresAt > new Date())) tokenFaults.expires_on = 'Choose a day to come'
  const accounts = await activeAccounts(database, person.personId)
  const wanted = form.account ?? String(application.accountId)
  const account = accounts.find(({ accountId }) => String(accountId) === wanted) ?? accounts[0]
  if (!account) tokenFaults[''] = 'You are in no account that a token could work in'
  if (!(await isOwnPassword(visit))) tokenFaults.password = 'This is not your password'
  if (account && (await isBlocked(database, { clientId: application.clientId, accountId: account.accountId })))
    tokenFaults[''] = `The admins of ${account.name} blocked ${application.name} there`
  if (!account || Object.keys(tokenFaults).length > 0) return tokensPage(visit, application, tokenFaults)
  const scopes = scopesOf(application)
  const chosen = scopes.filter((scope) => visit.formList('scope').includes(scope))
  const token = await issuePermanentToken(database, {
    personId: person.personId,
    accountId: account.accountId,
    clientId: application.clientId,
    scopes: chosen.length > 0 ? chosen : scopes,
    name,
    ...(expiresAt && { expiresAt }),
  })
  return shownOnce(visit, application, name, token)
}

function shownOnce({ services }: PersonalVisit, { clientId }: OwnApplication, name: string, token: string): Page {
  return {
    title: 'Your new token',
    scripts: [copyScript],
    body: html`<div class="card"><h1>Your new token</h1>
<dl class="secrets"><dt>${name}</dt><dd><code data-copy="the token">${token}</code></dd></dl>
<p class="notice">Copy it now. It is shown once and not stored here. It can do what you can: treat it like your password.</p>
<pre tabindex="0"><code>curl -H 'Authorization: bearer ${token}' ${services.settings.publicUrl}/api/v4/contacts?me=true</code></pre>
<div class="actions"><a class="button" href="/applications/${clientId}/tokens">Back to the application</a></div></div>`,
  }
}

/** One's own; and for an admin of the application's account those of others in it. */
async function endToken(visit: PersonalVisit, application: OwnApplication): Promise<Redirect> {
  const { database, form, person } = visit
  const { clientId, accountId, isAdmin } = application
  const tokenHash = form.token ?? ''
  const { personId } = person
  const own = await findPermanentToken(database, clientId, { personId }, tokenHash)
  const others = isAdmin ? await findPermanentToken(database, clientId, { accountId }, tokenHash) : undefined
  if (own ?? others) await revokeToken(database, tokenHash, personId)
  return toTokens(application)
}

async function rename(visit: PersonalVisit, application: OwnApplication): Promise<Redirect> {
  const { database, form, person } = visit
  const name = (form.token_name ?? '').trim().slice(0, 200)
  const token = { clientId: application.clientId, personId: person.personId, tokenHash: form.token ?? '' }
  if (name !== '') await renameToken(database, token, name)
  return toTokens(application)
}

const toTokens = ({ clientId }: OwnApplication): Redirect => ({ redirect: `/applications/${clientId}/tokens` })
