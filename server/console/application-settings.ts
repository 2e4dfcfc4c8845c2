import { deleteApplication, RedirectUriRefused, replaceSecret, updateApplication } from '#oauth/applications.ts'
import { endGrants } from '#oauth/grants.ts'
import { applicationPage } from './application-page.ts'
import type { Browser } from './browser.ts'
import { credentialsPage } from './credentials-page.ts'
import { fault } from './fault-page.ts'
import { findOwnApplication, type OwnApplication } from './own-applications.ts'
import type { Page, Redirect } from './page.ts'
import { sendCredentials } from './person-mails.ts'
import { redirectUrisOf } from './redirect-field.ts'
import type { PersonalVisit } from './visit.ts'

/** One application: its settings, its secret, its consents. */
export function applicationSettingsPages(pages: Browser): void {
  pages.readSignedIn('/applications/:clientId', ofOwn(applicationPage))
  pages.sendSignedIn('/applications/:clientId', ofOwn(saveSettings))
  pages.sendSignedIn('/applications/:clientId/secret', ofOwn(renewSecret))
  pages.sendSignedIn('/applications/:clientId/consents', ofOwn(endConsents))
  pages.sendSignedIn('/applications/:clientId/deletion', ofOwn(remove))
}

type Answer = (visit: PersonalVisit, application: OwnApplication) => Promise<Page | Redirect>

/** Finds the application of the path among the person's own; another's looks like none. */
export function ofOwn(answer: Answer): (visit: PersonalVisit) => Promise<Page | Redirect> {
  return async (visit) => {
    const application = await findOwnApplication(visit.database, visit.person.personId, visit.params.clientId ?? '')
    if (!application)
      return fault('There is no such application', 'Perhaps it was deleted, or it is somebody else’s.', 404)
    return answer(visit, application)
  }
}

async function saveSettings(visit: PersonalVisit, application: OwnApplication): Promise<Page | Redirect> {
  const { database, form } = visit
  const name = (form.name ?? '').trim()
  const redirectUris = redirectUrisOf(form)
  if (name === '') return applicationPage(visit, application, { faults: { name: 'Name the application' } })
  try {
    await updateApplication(database, application.clientId, { name, redirectUris, isPublic: application.isPublic })
  } catch (error) {
    if (!(error instanceof RedirectUriRefused)) throw error
    return applicationPage(visit, application, { faults: { redirect_uris: error.message } })
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
  return { redirect: `/applications/${clientId}` }
}

async function remove({ database, person }: PersonalVisit, { clientId }: OwnApplication): Promise<Redirect> {
  await deleteApplication(database, clientId, person.personId)
  return { redirect: '/applications' }
}
