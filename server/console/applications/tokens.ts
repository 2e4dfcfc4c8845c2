import { permanentTokenScopes } from '#contract/scopes.ts'
import { copyScript } from '#design/copy.ts'
import type { Faults } from '#design/fields.ts'
import { html } from '#design/html.ts'
import type { Page, Redirect } from '#design/page.ts'
import { isBlocked } from '#oauth/blocks.ts'
import { issuePermanentToken, revokeToken } from '#oauth/tokens.ts'
import type { Browser } from '../browser.ts'
import { isOwnPassword } from '../own-password.ts'
import type { PersonalVisit } from '../visit.ts'
import { applicationFrame } from './frame.ts'
import type { OwnApplication } from './own-applications.ts'
import { ofOwn } from './own-path.ts'
import { tokenSection } from './token-section.ts'

/** Making and revoking permanent tokens. */
export function tokenPages(pages: Browser): void {
  pages.readSignedIn('/applications/:clientId/tokens', ofOwn(tokensPage))
  pages.sendSignedIn('/applications/:clientId/tokens', ofOwn(makeToken))
  pages.sendSignedIn('/applications/:clientId/tokens/revocation', ofOwn(endToken))
}

async function tokensPage(visit: PersonalVisit, application: OwnApplication, faults: Faults = {}): Promise<Page> {
  return applicationFrame(application, 'tokens', await tokenSection(visit, application, faults), faults)
}

async function makeToken(visit: PersonalVisit, application: OwnApplication): Promise<Page> {
  const { database, form, person } = visit
  const name = (form.token_name ?? '').trim()
  const expiresAt = form.expires_on ? new Date(`${form.expires_on}T23:59:59Z`) : undefined
  const tokenFaults: Faults = {}
  if (name === '') tokenFaults.token_name = 'Say what the token is for'
  if (expiresAt && !(expiresAt > new Date())) tokenFaults.expires_on = 'Choose a day to come'
  if (!(await isOwnPassword(visit))) tokenFaults.password = 'This is not your password'
  if (await isBlocked(database, application))
    tokenFaults[''] = `The admins of ${application.accountName} blocked ${application.name} there`
  if (Object.keys(tokenFaults).length > 0) return tokensPage(visit, application, tokenFaults)
  const chosen = permanentTokenScopes.filter((scope) => visit.formList('scope').includes(scope))
  const token = await issuePermanentToken(database, {
    personId: person.personId,
    accountId: application.accountId,
    clientId: application.clientId,
    scopes: chosen.length > 0 ? chosen : permanentTokenScopes,
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

async function endToken(visit: PersonalVisit, { clientId }: OwnApplication): Promise<Redirect> {
  const tokenHash = visit.form.token ?? ''
  const own = await visit.database
    .selectFrom('access_token')
    .select('kind')
    .where('token_hash', '=', Buffer.from(tokenHash, 'hex'))
    .where('person_id', '=', visit.person.personId)
    .executeTakeFirst()
  if (own) await revokeToken(visit.database, tokenHash)
  return { redirect: `/applications/${clientId}/tokens` }
}
