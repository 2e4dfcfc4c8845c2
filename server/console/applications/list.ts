import { type Faults, faultSummary, formTokenField } from '#design/fields.ts'
import { html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { Page } from '#design/page.ts'
import { inviteToNews } from '#mailing/choices.ts'
import { RedirectUriRefused } from '#oauth/application-settings.ts'
import { readWords } from '#oauth/application-words.ts'
import { createApplication } from '#oauth/applications.ts'
import type { Browser } from '../browser.ts'
import { activeAccounts } from '../memberships.ts'
import { sendCredentials } from '../person-mails.ts'
import type { PersonalVisit } from '../visit.ts'
import { credentialsPage } from './credentials-page.ts'
import { listOwnApplications } from './own-applications.ts'
import { redirectField, redirectUrisOf } from './redirect-field.ts'
import { wordsFields } from './words-fields.ts'

/** The list of applications, and registering one. */
export function listPages(pages: Browser): void {
  pages.readSignedIn('/applications', async (visit) => listPage(visit, {}))

  pages.sendSignedIn('/applications', async (visit) => {
    const { database, form, person, services } = visit
    const accounts = await activeAccounts(database, person.personId)
    const account = accounts.find(({ accountId }) => String(accountId) === form.account) ?? accounts[0]
    const { words, faults } = readWords(form)
    const redirectUris = redirectUrisOf(form)
    if (!account) return listPage(visit, { '': 'You are in no account that could own an application' })
    if (Object.keys(faults).length > 0) return listPage(visit, faults)
    try {
      const isPublic = form.is_public === '1'
      const own = { ...words, ownerPersonId: person.personId, accountId: account.accountId, redirectUris, isPublic }
      const application = { name: words.name, ...(await createApplication(database, own)) }
      await inviteToNews(services, person.personId)
      await sendCredentials(services, person.email, application)
      return credentialsPage({ ...application, title: `${words.name} is registered`, mailedTo: person.email })
    } catch (error) {
      if (error instanceof RedirectUriRefused) return listPage(visit, { redirect_uris: error.message })
      throw error
    }
  })
}

async function listPage({ database, person, form, formToken }: PersonalVisit, faults: Faults): Promise<Page> {
  const [applications, accounts] = await Promise.all([
    listOwnApplications(database, person.personId),
    activeAccounts(database, person.personId),
  ])
  return {
    title: 'Applications',
    width: 'wide',
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`<h1>Applications</h1>
<p class="lead">Programs that work with the API. Each has a client id; people allow it on a consent screen.</p>
${applications.length === 0 && html`<p class="empty">None yet. Register the first one below.</p>`}
${
  applications.length > 0 &&
  html`<ul class="rows">${applications.map(
    (
      application,
    ) => html`<li><div><a class="row-title" href="/applications/${application.client_id}">${application.name}</a>
<p class="quiet"><code>${application.client_id}</code> · ${application.account_name} · since ${moment(application.created_at)}</p></div>
<p class="count">${grantCount(application.grants ?? 0)}</p></li>`,
  )}</ul>`
}
<section class="card" aria-labelledby="new-application"><h2 id="new-application">Register an application</h2>
${faultSummary(faults)}
<form method="post" action="/applications">${formTokenField(formToken)}
${wordsFields(form, faults)}
${redirectField(form.redirect_uris, faults)}
${accounts.length > 1 && accountSelect(accounts, form.account)}
<label class="choice"><input type="checkbox" name="is_public" value="1" ${form.is_public && html`checked`}><span>It runs on people's
own devices and can keep no secret: no secret is made, PKCE is required</span></label>
<div class="actions"><button>Register</button></div></form></section>`,
  }
}

function grantCount(grants: number): string {
  return grants === 1 ? '1 consent' : `${grants} consents`
}

function accountSelect(accounts: { accountId: number; name: string }[], chosen: string | undefined) {
  return html`<div class="field"><label for="account">Account</label><select id="account" name="account">${accounts.map(
    ({ accountId, name }) =>
      html`<option value="${accountId}" ${String(accountId) === chosen && html`selected`}>${name}</option>`,
  )}</select></div>`
}
