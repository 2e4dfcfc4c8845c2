import { type Faults, faultSummary, field, formTokenField } from './fields.ts'
import { type Html, html } from './html.ts'
import type { OwnApplication } from './own-applications.ts'
import type { Page } from './page.ts'
import { redirectField } from './redirect-field.ts'
import { tokenSection } from './token-section.ts'
import type { PersonalVisit } from './visit.ts'

/** What a form of the page had wrong. */
export interface ApplicationPageState {
  faults?: Faults
  tokenFaults?: Faults
}

/** Everything about one application. */
export async function applicationPage(
  visit: PersonalVisit,
  application: OwnApplication,
  { faults = {}, tokenFaults = {} }: ApplicationPageState = {},
): Promise<Page> {
  const { clientId, name } = application
  const faulty = Object.keys({ ...faults, ...tokenFaults }).length > 0
  return {
    title: name,
    width: 'wide',
    status: faulty ? 400 : 200,
    body: html`<p class="back"><a href="/applications">Applications</a></p>
<h1>${name}</h1>
<p class="quiet">Client ID <code>${clientId}</code> · ${application.accountName}${application.isPublic && ' · without a secret'}</p>
${settingsSection(visit, application, faults)}
${await tokenSection(visit, application, tokenFaults)}
${!application.isPublic && secretSection(visit, application)}
${endSection(visit, application)}`,
  }
}

function settingsSection({ formToken, form }: PersonalVisit, application: OwnApplication, faults: Faults): Html {
  const name = form.name ?? application.name
  const redirectUris = form.redirect_uris ?? application.redirectUris.join('\n')
  return html`<section class="card" aria-labelledby="settings"><h2 id="settings">Settings</h2>
${faultSummary(faults)}
<form method="post" action="/applications/${application.clientId}">${formTokenField(formToken)}
${field({ name: 'name', label: 'Name', value: name }, faults)}
${redirectField(redirectUris, faults)}
${
  application.isAdmin &&
  html`<label class="choice"><input type="checkbox" name="is_trusted" value="1" ${application.isTrusted && html`checked`}>
<span>I trust it: who has allowed it once is not asked again for the same</span></label>`
}
<div class="actions"><button>Save</button></div></form></section>`
}

function secretSection({ formToken }: PersonalVisit, { clientId }: OwnApplication): Html {
  return html`<section class="card" aria-labelledby="secret"><h2 id="secret">Secret</h2>
<p>The secret can't be shown again. A new one is shown once; the old one works for another day.</p>
<form method="post" action="/applications/${clientId}/secret">${formTokenField(formToken)}
<label class="choice"><input type="checkbox" name="end_consents" value="1"><span>It got into wrong hands: end all consents too</span></label>
<div class="actions"><button class="secondary">Make a new secret</button></div></form></section>`
}

function endSection({ formToken }: PersonalVisit, { clientId, name }: OwnApplication): Html {
  return html`<section class="card danger" aria-labelledby="end"><h2 id="end">End access</h2>
<form method="post" action="/applications/${clientId}/consents">${formTokenField(formToken)}
<p>End all consents: every person has to allow ${name} again. Permanent tokens stay.</p>
<div class="actions"><button class="secondary">End all consents</button></div></form>
<form method="post" action="/applications/${clientId}/deletion">${formTokenField(formToken)}
<p>Delete ${name}: its consents and all its tokens end, and its client id is never used again.</p>
<div class="actions"><button class="harm">Delete the application</button></div></form></section>`
}
