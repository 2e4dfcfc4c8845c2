import type { Faults } from '#design/fields.ts'
import { faultSummary, field, formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import type { Page, Redirect } from '#design/page.ts'
import { deleteApplication, RedirectUriRefused, updateApplication } from '#oauth/applications.ts'
import type { Browser } from '../browser.ts'
import type { PersonalVisit } from '../visit.ts'
import { applicationFrame } from './frame.ts'
import type { OwnApplication } from './own-applications.ts'
import { ofOwn } from './own-path.ts'
import { redirectField, redirectUrisOf } from './redirect-field.ts'

/** What people see of an application, where it may send them, and its end. */
export function settingsPages(pages: Browser): void {
  pages.readSignedIn('/applications/:clientId', ofOwn(settingsPage))
  pages.sendSignedIn('/applications/:clientId', ofOwn(saveSettings))
  pages.sendSignedIn('/applications/:clientId/deletion', ofOwn(remove))
}

async function settingsPage(visit: PersonalVisit, application: OwnApplication, faults: Faults = {}): Promise<Page> {
  const body = html`${settingsSection(visit, application, faults)}${endSection(visit, application)}`
  return applicationFrame(application, 'settings', body, faults)
}

async function saveSettings(visit: PersonalVisit, application: OwnApplication): Promise<Page | Redirect> {
  const { database, form } = visit
  const name = (form.name ?? '').trim()
  const redirectUris = redirectUrisOf(form)
  if (name === '') return settingsPage(visit, application, { name: 'Name the application' })
  try {
    await updateApplication(database, application.clientId, { name, redirectUris, isPublic: application.isPublic })
  } catch (error) {
    if (!(error instanceof RedirectUriRefused)) throw error
    return settingsPage(visit, application, { redirect_uris: error.message })
  }
  if (application.isAdmin) {
    await database
      .updateTable('application')
      .set({ is_trusted: form.is_trusted === '1' })
      .where('client_id', '=', application.clientId)
      .execute()
  }
  return { redirect: `/applications/${application.clientId}` }
}

async function remove({ database, person }: PersonalVisit, { clientId }: OwnApplication): Promise<Redirect> {
  await deleteApplication(database, clientId, person.personId)
  return { redirect: '/applications' }
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

function endSection({ formToken }: PersonalVisit, { clientId, name }: OwnApplication): Html {
  return html`<section class="card danger" aria-labelledby="end"><h2 id="end">Delete</h2>
<form method="post" action="/applications/${clientId}/deletion">${formTokenField(formToken)}
<p>Delete ${name}: its consents and all its tokens end, and its client id is never used again.</p>
<div class="actions"><button class="harm">Delete the application</button></div></form></section>`
}
