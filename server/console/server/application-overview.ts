import { emptyState, facts, table } from '#design/components.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { Page } from '#design/page.ts'
import { encodeAccountId } from '#ids/encode.ts'
import type { PersonalVisit } from '../visit.ts'
import { supportFrame } from './application-frame.ts'
import { keepersOf } from './application-people.ts'
import { requestsToday } from './requests-today.ts'
import { limitWords } from './support.ts'
import { accountsOf, type SupportedApplication } from './supported.ts'

const accountsShown = 50

/** What whoever runs the server may know of an application: facts, people, accounts. */
export async function applicationOverview(visit: PersonalVisit, application: SupportedApplication): Promise<Page> {
  return supportFrame(
    application,
    'overview',
    html`${await factSection(visit, application)}${await peopleSection(visit, application)}${await accountSection(visit, application)}`,
  )
}

async function factSection({ services, database }: PersonalVisit, application: SupportedApplication): Promise<Html> {
  const { webhooks, redirectUris, lastUsedAt, suspendedAt } = application
  return html`<section class="card" aria-labelledby="facts"><h2 id="facts">Facts</h2>
${facts([
  ['Account', html`${application.accountName} <code>${encodeAccountId(application.accountId)}</code>`],
  ['Registered', moment(application.createdAt)],
  ['Last used', lastUsedAt ? moment(lastUsedAt) : 'Never'],
  ['Requests today', await requestsToday(database, services.settings, application.clientId)],
  ['Suspended', suspendedAt ? moment(suspendedAt) : undefined],
  ['Limit', limitWords(application.requestsPerMinute, services.settings.rateLimitPerMinute)],
  ['Kind', application.isPublic ? 'Public: no secret, PKCE required' : 'With a secret'],
  ['Consents', application.consents],
  ['Permanent tokens', application.permanentTokens],
  ['Webhooks', `${webhooks.active} active, ${webhooks.suspended} suspended`],
  [
    'Redirect URIs',
    redirectUris.length > 0 ? html`${redirectUris.map((uri) => html`<code>${uri}</code><br>`)}` : 'None',
  ],
])}</section>`
}

async function peopleSection({ database }: PersonalVisit, { clientId }: SupportedApplication): Promise<Html> {
  const keepers = await keepersOf(database, clientId)
  return html`<section class="card" aria-labelledby="people"><h2 id="people">People</h2>
<p class="quiet">Mail about the application goes to them.</p>
${keepers.length === 0 && emptyState('Nobody active looks after it: hand it over.')}
<ul class="rows">${keepers.map(
    ({ personId, email, role }) => html`<li><a class="row-title" href="/server/people/${personId}">${email}</a>
<p class="count">${role === 'admin' ? 'admin of the account' : role}</p></li>`,
  )}</ul></section>`
}

async function accountSection({ database }: PersonalVisit, { clientId }: SupportedApplication): Promise<Html> {
  const accounts = await accountsOf(database, clientId, accountsShown)
  return html`<section class="card" aria-labelledby="accounts"><h2 id="accounts">Accounts that let it in</h2>
${
  accounts.length === 0
    ? emptyState('Nobody has allowed it yet.')
    : table(
        'Consents by account',
        [
          { label: 'Account', value: (row) => row.name },
          { label: 'Id', value: (row) => html`<code>${encodeAccountId(row.account_id)}</code>` },
          { label: 'Consents', value: (row) => row.consents, numeric: true },
        ],
        accounts,
      )
}
${accounts.length === accountsShown && html`<p class="quiet">The ${accountsShown} with most consents.</p>`}</section>`
}
