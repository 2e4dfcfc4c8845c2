import { type Faults, faultSummary, field, formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import type { Page, Redirect } from '#design/page.ts'
import { message } from '#mail/message.ts'
import { sendMail } from '#mail/send.ts'
import { deleteApplication } from '#oauth/applications.ts'
import { developersOf } from '#oauth/developers.ts'
import type { Browser } from '../browser.ts'
import type { PersonalVisit } from '../visit.ts'
import { nameOf } from './notices.ts'
import type { OwnApplication } from './own-applications.ts'
import { ofManaged } from './own-path.ts'

/** The end of an application: on a page of its own, for whoever types its name. */
export function deletionPages(pages: Browser): void {
  pages.readSignedIn('/applications/:clientId/deletion', ofManaged(confirmPage))
  pages.sendSignedIn('/applications/:clientId/deletion', ofManaged(remove))
}

async function confirmPage(visit: PersonalVisit, application: OwnApplication, faults: Faults = {}): Promise<Page> {
  const { clientId, name } = application
  return {
    title: `Delete ${name}`,
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`<div class="card danger"><h1>Delete ${name}?</h1>
<p>Its secrets, all that people allowed it, its tokens and its webhooks end now. Its client id is never used again. Nothing
of this can be brought back.</p>
${faultSummary(faults)}
<form method="post" action="/applications/${clientId}/deletion">${formTokenField(visit.formToken)}
${field({ name: 'name', label: `Type its name: ${name}`, autocomplete: 'off' }, faults)}
<div class="actions"><button class="harm">Delete the application</button><a href="/applications/${clientId}">Keep it</a></div></form></div>`,
  }
}

async function remove(visit: PersonalVisit, application: OwnApplication): Promise<Page | Redirect> {
  const { database, form, person, services } = visit
  const { clientId, name } = application
  if ((form.name ?? '').trim() !== name)
    return confirmPage(visit, application, { name: 'This is not its name. Nothing was deleted.' })
  const people = await developersOf(database, clientId)
  await deleteApplication(database, clientId, person.personId)
  const words = {
    subject: `${name} was deleted`,
    paragraphs: [`${nameOf(person)} deleted the application ${name} (${clientId}). All its credentials have ended.`],
    reason: `You get this because you looked after ${name} at ${services.settings.publicUrl}.`,
  }
  for (const { email } of people) await sendMail(services, { to: email, ...message(words) })
  return { redirect: '/applications' }
}

/** The way to that page. */
export function deletionSection({ clientId }: OwnApplication): Html {
  return html`<section class="card danger" aria-labelledby="end"><h2 id="end">Delete</h2>
<p>All its credentials end for good, and so do its webhooks.</p>
<div class="actions"><a class="button harm" href="/applications/${clientId}/deletion">Delete the application</a></div></section>`
}
