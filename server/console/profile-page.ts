import { type Faults, faultSummary, field, formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { Page } from '#design/page.ts'
import { encodeAccountId } from '#ids/encode.ts'
import { mailingSection } from '#mailing/profile-section.ts'
import { activeAccounts, isAdminRole } from './memberships.ts'
import { passwordHint } from './new-password.ts'
import { listSessions } from './sessions.ts'
import type { PersonalVisit } from './visit.ts'

/** What a form of the page had wrong. */
export interface ProfilePageState {
  faults?: Faults
  passwordFaults?: Faults
}

/** Everything a person may look after about themselves. */
export async function profilePage(
  visit: PersonalVisit,
  { faults = {}, passwordFaults = {} }: ProfilePageState = {},
): Promise<Page> {
  const faulty = Object.keys({ ...faults, ...passwordFaults }).length > 0
  return {
    title: 'Your profile',
    width: 'wide',
    status: faulty ? 400 : 200,
    body: html`<h1>Your profile</h1>
${nameSection(visit, faults)}
${await authorizedSection(visit)}
${await accountSection(visit)}
${await mailingSection(visit)}
${passwordSection(visit, passwordFaults)}
${await sessionSection(visit)}`,
  }
}

function nameSection({ person, form, formToken }: PersonalVisit, faults: Faults): Html {
  const first = form.first_name ?? person.firstName
  const last = form.last_name ?? person.lastName
  return html`<section class="card" aria-labelledby="name"><h2 id="name">Name</h2>
<p class="quiet">${person.email}</p>${faultSummary(faults)}
<form method="post" action="/profile">${formTokenField(formToken)}<div class="pair">
${field({ name: 'first_name', label: 'First name', value: first, autocomplete: 'given-name' }, faults)}
${field({ name: 'last_name', label: 'Last name', value: last, autocomplete: 'family-name', optional: true }, faults)}
</div><div class="actions"><button>Save</button></div></form></section>`
}

/** One row for each application, however often it was allowed. */
async function authorizedSection({ database, person, formToken }: PersonalVisit): Promise<Html> {
  const rows = await database
    .selectFrom('oauth_grant')
    .innerJoin('application', 'application.client_id', 'oauth_grant.client_id')
    .innerJoin('account', 'account.account_id', 'oauth_grant.account_id')
    .select((grant) => [
      'application.client_id',
      'application.name',
      grant.fn.max('oauth_grant.created_at').as('allowed_at'),
      grant.fn.agg<string[]>('array_agg', ['account.name']).distinct().as('accounts'),
    ])
    .where('oauth_grant.person_id', '=', person.personId)
    .where('oauth_grant.revoked_at', 'is', null)
    .groupBy(['application.client_id', 'application.name'])
    .orderBy('application.name')
    .execute()
  return html`<section class="card" aria-labelledby="authorized"><h2 id="authorized">Applications you allowed</h2>
${rows.length === 0 && html`<p class="empty">None. An application that asks for access appears here once you allow it.</p>`}
<ul class="rows">${rows.map(
    (row) => html`<li><div><p class="row-title">${row.name}</p>
<p class="quiet">${row.accounts.join(', ')} · allowed ${moment(row.allowed_at)}</p></div>
<form method="post" action="/profile/applications">${formTokenField(formToken)}
<input type="hidden" name="client_id" value="${row.client_id}">
<button class="secondary small" aria-label="Revoke ${row.name}">Revoke</button></form></li>`,
  )}</ul></section>`
}

async function accountSection({ database, person, services }: PersonalVisit): Promise<Html> {
  const accounts = await activeAccounts(database, person.personId)
  return html`<section class="card" aria-labelledby="accounts"><h2 id="accounts">Accounts</h2>
<ul class="rows">${accounts.map(
    ({ accountId, name, role }) => html`<li><div><p class="row-title">${name}</p><p class="quiet">${role}</p></div>
${isAdminRole(role) && html`<a href="/accounts/${encodeAccountId(accountId)}/integrations" aria-label="Integrations of ${name}">Integrations</a>`}</li>`,
  )}</ul>
${services.settings.signUp === 'open' && html`<p><a href="/register">Create another account</a></p>`}</section>`
}

function passwordSection({ formToken, person }: PersonalVisit, faults: Faults): Html {
  return html`<section class="card" aria-labelledby="password-title"><h2 id="password-title">Password</h2>
<p class="quiet">Other browsers where you are signed in are signed out by a change.</p>${faultSummary(faults)}
<form method="post" action="/profile/password">${formTokenField(formToken)}
<input type="hidden" name="username" value="${person.email}" autocomplete="username">
${field({ name: 'password', label: 'Your password now', type: 'password', autocomplete: 'current-password' }, faults)}
${field({ name: 'new_password', label: 'New password', type: 'password', hint: passwordHint, autocomplete: 'new-password' }, faults)}
<div class="actions"><button>Change the password</button></div></form></section>`
}

async function sessionSection({ database, person, formToken }: PersonalVisit): Promise<Html> {
  const sessions = await listSessions(database, person.personId)
  return html`<section class="card" aria-labelledby="sessions"><h2 id="sessions">Where you are signed in</h2>
<ul class="rows">${sessions.map((session) => {
    const isThis = session.session_hash.equals(person.sessionHash)
    const browser = browserName(session.user_agent)
    return html`<li><div><p class="row-title">${browser}${isThis && html` <span class="tag">this one</span>`}</p>
<p class="quiet">${session.address} · seen ${moment(session.last_seen_at)}</p></div>
${
  !isThis &&
  html`<form method="post" action="/profile/sessions">${formTokenField(formToken)}
<input type="hidden" name="session" value="${session.session_hash.toString('hex')}">
<button class="secondary small" aria-label="Sign out ${browser} at ${session.address}">Sign out</button></form>`
}</li>`
  })}</ul>
${
  sessions.length > 1 &&
  html`<form method="post" action="/profile/sessions">${formTokenField(formToken)}<div class="actions">
<button class="secondary">Sign out everywhere else</button></div></form>`
}</section>`
}

/** Enough of a user agent for a person to know their browser again. */
function browserName(userAgent: string): string {
  const browser = /(Firefox|Edg|Chrome|Safari|curl)\//.exec(userAgent)?.[1]?.replace('Edg', 'Edge')
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent)?.[1]?.replace(' OS X', '')
  return [browser ?? 'A browser', system && `on ${system}`].filter(Boolean).join(' ')
}
