import { checkbox, type Faults, faultSummary, formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import type { Page, Redirect } from '#design/page.ts'
import { RedirectUriRefused, setTrust, updateApplication } from '#oauth/application-settings.ts'
import { readWords } from '#oauth/application-words.ts'
import type { Browser } from '../browser.ts'
import type { PersonalVisit } from '../visit.ts'
import { deletionSection } from './deletion.ts'
import { applicationFrame } from './frame.ts'
import { logoSection } from './logo.ts'
import { nameOf, tellDevelopers } from './notices.ts'
import type { OwnApplication } from './own-applications.ts'
import { ofOwn } from './own-path.ts'
import { redirectField, redirectUrisOf } from './redirect-field.ts'
import { scopesSection } from './scopes.ts'
import { wordsFields } from './words-fields.ts'

/** What people see of an application, where it may send them, what it may ask for, and its end. */
export function settingsPages(pages: Browser): void {
  pages.readSignedIn('/applications/:clientId', ofOwn(settingsPage))
  pages.sendSignedIn('/applications/:clientId', ofOwn(saveSettings))
}

/** The page of settings, below one of whose forms something was wrong. */
export async function settingsPage(
  visit: PersonalVisit,
  application: OwnApplication,
  faults: { settings?: Faults; logo?: Faults; scopes?: Faults } = {},
): Promise<Page> {
  const body = html`${settingsSection(visit, application, faults.settings ?? {})}
${logoSection(visit, application, faults.logo ?? {})}
${scopesSection(visit, application, faults.scopes ?? {})}
${application.mayManage && deletionSection(application)}`
  return applicationFrame(application, 'settings', body, { ...faults.settings, ...faults.logo, ...faults.scopes })
}

async function saveSettings(visit: PersonalVisit, application: OwnApplication): Promise<Page | Redirect> {
  const { database, form, person, services } = visit
  const { words, faults } = readWords(form)
  if (Object.keys(faults).length > 0) return settingsPage(visit, application, { settings: faults })
  const redirectUris = redirectUrisOf(form)
  try {
    await updateApplication(database, application, { ...words, redirectUris }, person.personId)
  } catch (error) {
    if (!(error instanceof RedirectUriRefused)) throw error
    return settingsPage(visit, application, { settings: { redirect_uris: error.message } })
  }
  if (application.isAdmin) await setTrust(database, application.clientId, form.is_trusted === '1', person.personId)
  if (redirectUris.join(' ') !== application.redirectUris.join(' '))
    await tellDevelopers(services, application, {
      subject: `${application.name} has other redirect URIs`,
      paragraphs: [
        `${nameOf(person)} changed where ${application.name} may send people:`,
        redirectUris.join('\n') || 'nowhere',
      ],
    })
  return { redirect: `/applications/${application.clientId}` }
}

function settingsSection({ formToken, form }: PersonalVisit, application: OwnApplication, faults: Faults): Html {
  const given = Object.keys(faults).length > 0 ? form : undefined
  const redirectUris = given?.redirect_uris ?? application.redirectUris.join('\n')
  return html`<section class="card" aria-labelledby="settings"><h2 id="settings">Settings</h2>
${faultSummary(faults)}
<form method="post" action="/applications/${application.clientId}">${formTokenField(formToken)}
${wordsFields(given ?? application, faults)}
${redirectField(redirectUris, faults)}
${
  application.isAdmin &&
  checkbox(
    'is_trusted',
    `I vouch for it in ${application.accountName}: it is not marked as unverified, and who has allowed it once is not asked again for the same`,
    given ? given.is_trusted === '1' : application.isTrusted,
  )
}
<div class="actions"><button>Save</button></div></form></section>`
}
