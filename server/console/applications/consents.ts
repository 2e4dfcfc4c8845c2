import { emptyState, notice, pager } from '#design/components.ts'
import { formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { Redirect } from '#design/page.ts'
import { type Consent, consentsTo } from '#oauth/consents.ts'
import { endGrants } from '#oauth/grants.ts'
import type { Browser } from '../browser.ts'
import type { PersonalVisit } from '../visit.ts'
import { nameOf, tellDevelopers } from './notices.ts'
import type { OwnApplication } from './own-applications.ts'
import { ofOwn } from './own-path.ts'
import { scopeSummary } from './scope-summary.ts'

const pageSize = 25

/** Ending what people allowed an application: one of them, or all. */
export function consentPages(pages: Browser): void {
  pages.sendSignedIn('/applications/:clientId/consents/revocation', ofOwn(endOne))
  pages.sendSignedIn('/applications/:clientId/consents', ofOwn(endAll))
}

async function endOne({ database, form, person }: PersonalVisit, application: OwnApplication): Promise<Redirect> {
  const [personId, accountId] = [Number(form.person), Number(form.account)]
  const { clientId } = application
  if (Number.isSafeInteger(personId) && Number.isSafeInteger(accountId) && personId > 0)
    await database.transaction().execute((rows) => endGrants(rows, { clientId, personId, accountId }, person.personId))
  return toTokens(application)
}

async function endAll({ database, services, person }: PersonalVisit, application: OwnApplication): Promise<Redirect> {
  const { clientId, name } = application
  await database.transaction().execute((rows) => endGrants(rows, { clientId }, person.personId))
  await tellDevelopers(services, application, {
    subject: `All consents to ${name} have ended`,
    paragraphs: [`${nameOf(person)} ended everything that people had allowed ${name}. They have to allow it again.`],
  })
  return toTokens(application)
}

const toTokens = ({ clientId }: OwnApplication): Redirect => ({ redirect: `/applications/${clientId}/tokens` })

/** Who allowed the application what, and the ways to end it. */
export async function consentsSection(
  { database, query, formToken }: PersonalVisit,
  { clientId, name }: OwnApplication,
): Promise<Html> {
  const page = Math.min(Math.max(Math.trunc(Number(query.page)) || 1, 1), 10_000)
  const consents = await consentsTo(database, clientId, { limit: pageSize + 1, offset: (page - 1) * pageSize })
  const path = `/applications/${clientId}/tokens`
  return html`<section class="card" aria-labelledby="consents"><h2 id="consents">Who allowed it</h2>
${consents.length === 0 ? emptyState(page === 1 ? 'Nobody yet. People appear here once they allow it.' : 'No more.') : html`<ul class="rows">${consents.slice(0, pageSize).map(row)}</ul>`}
${pager({
  newer: page > 1 ? `${path}?page=${page - 1}` : undefined,
  older: consents.length > pageSize ? `${path}?page=${page + 1}` : undefined,
})}
${
  consents.length > 0 &&
  html`<details><summary>End all of them</summary>
${notice(`Everybody has to allow ${name} again before it can work for them. Permanent tokens stay.`, 'warn')}
<form method="post" action="/applications/${clientId}/consents">${formTokenField(formToken)}
<div class="actions"><button class="harm">End all consents</button></div></form></details>`
}</section>`

  function row(consent: Consent): Html {
    const used = consent.lastUsedAt ? html`used ${moment(consent.lastUsedAt)}` : 'never used'
    return html`<li><div><p class="row-title">${nameOf(consent)}</p>
<p class="quiet">${consent.email} · ${consent.accountName} · ${scopeSummary(consent.scopes)}</p>
<p class="quiet">Since ${moment(consent.since)} · ${used} · ${consent.canRefresh ? 'can refresh' : 'can’t refresh'}</p></div>
<form method="post" action="/applications/${clientId}/consents/revocation">${formTokenField(formToken)}
<input type="hidden" name="person" value="${consent.personId}"><input type="hidden" name="account" value="${consent.accountId}">
<button class="secondary small" aria-label="Revoke what ${nameOf(consent)} allowed in ${consent.accountName}">Revoke</button></form></li>`
  }
}
