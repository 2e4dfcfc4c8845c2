import { formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import type { Page, Redirect } from '#design/page.ts'
import { replaceSecret } from '#oauth/applications.ts'
import { endGrants } from '#oauth/grants.ts'
import type { Browser } from '../browser.ts'
import { sendCredentials } from '../person-mails.ts'
import type { PersonalVisit } from '../visit.ts'
import { credentialsPage } from './credentials-page.ts'
import { applicationFrame } from './frame.ts'
import type { OwnApplication } from './own-applications.ts'
import { ofOwn } from './own-path.ts'

/** An application's secret, and the consents given to it. */
export function credentialsPages(pages: Browser): void {
  pages.readSignedIn('/applications/:clientId/credentials', ofOwn(overview))
  pages.sendSignedIn('/applications/:clientId/secret', ofOwn(renewSecret))
  pages.sendSignedIn('/applications/:clientId/consents', ofOwn(endConsents))
}

async function overview(visit: PersonalVisit, application: OwnApplication): Promise<Page> {
  const body = html`${!application.isPublic && secretSection(visit, application)}${consentsSection(visit, application)}`
  return applicationFrame(application, 'credentials', body)
}

async function renewSecret(
  { database, services, person, form }: PersonalVisit,
  { clientId, name }: OwnApplication,
): Promise<Page> {
  const clientSecret = await replaceSecret(database, clientId)
  if (form.end_consents === '1')
    await database.transaction().execute((rows) => endGrants(rows, { clientId }, person.personId))
  await sendCredentials(services, person.email, { name, clientId, clientSecret })
  return credentialsPage({ name, clientId, clientSecret, mailedTo: person.email, isReplacement: true })
}

async function endConsents({ database, person }: PersonalVisit, { clientId }: OwnApplication): Promise<Redirect> {
  await database.transaction().execute((rows) => endGrants(rows, { clientId }, person.personId))
  return { redirect: `/applications/${clientId}/credentials` }
}

function secretSection({ formToken }: PersonalVisit, { clientId }: OwnApplication): Html {
  return html`<section class="card" aria-labelledby="secret"><h2 id="secret">Secret</h2>
<p>The secret can't be shown again. A new one is shown once; the old one works for another day.</p>
<form method="post" action="/applications/${clientId}/secret">${formTokenField(formToken)}
<label class="choice"><input type="checkbox" name="end_consents" value="1"><span>It got into wrong hands: end all consents too</span></label>
<div class="actions"><button class="secondary">Make a new secret</button></div></form></section>`
}

function consentsSection({ formToken }: PersonalVisit, { clientId, name }: OwnApplication): Html {
  return html`<section class="card danger" aria-labelledby="consents"><h2 id="consents">Consents</h2>
<form method="post" action="/applications/${clientId}/consents">${formTokenField(formToken)}
<p>End all consents: every person has to allow ${name} again. Permanent tokens stay.</p>
<div class="actions"><button class="secondary">End all consents</button></div></form></section>`
}
