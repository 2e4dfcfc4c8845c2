import { fault } from '#console/fault-page.ts'
import type { PersonalVisit } from '#console/visit.ts'
import { notice, tag } from '#design/components.ts'
import { area, type Faults, faultSummary, formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import type { Page, Redirect } from '#design/page.ts'
import { type Application, findApplication } from '#oauth/applications.ts'
import { connectLink } from '../connect-link.ts'
import { findListing, type Listing } from '../listing/listing.ts'
import { sheet } from '../sheet.ts'
import { addFeedback, longestFeedback } from './feedback.ts'
import { mailFeedback } from './mails.ts'
import { isTester } from './testers.ts'

interface Beta {
  application: Application
  listing: Listing
}

/** What a tester sees of an application that is not listed yet; undefined for everybody else. */
export async function betaPage(
  visit: PersonalVisit,
  { faults = {}, isSent = false }: { faults?: Faults; isSent?: boolean } = {},
): Promise<Page | undefined> {
  const beta = await betaOf(visit)
  if (!beta) return undefined
  const { application, listing } = beta
  const { name, accountName, clientId } = application
  const link = connectLink(application, listing.text)
  const actions = html`<div class="actions">${
    link
      ? html`<a class="button" href="${link}">Connect</a>`
      : html`<a class="button" href="${listing.text.website || listing.text.support}">Get it</a>`
  }${tag('Beta', 'warn')} <span class="quiet">You test it by invitation</span></div>`
  const shown = { ...listing.text, clientId, name, logoVersion: application.logoVersion, madeBy: accountName }
  return {
    title: name,
    width: 'wide',
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`<p class="back"><a href="/integrations">Integrations</a></p>
<div class="card">${sheet(shown, actions)}</div>
${feedbackForm(visit, clientId, name, { faults, isSent })}`,
  }
}

/** Sends what a tester says to the application's people. */
export async function sendFeedback(visit: PersonalVisit): Promise<Page | Redirect> {
  const beta = await betaOf(visit)
  if (!beta) return fault('There is no such integration', 'It may have left the directory.', 404)
  const { database, form, person, services } = visit
  const { clientId, name } = beta.application
  const text = (form.text ?? '').trim().slice(0, longestFeedback)
  if (text === '') return (await betaPage(visit, { faults: { text: 'Write something' } })) as Page
  if (!(await addFeedback(database, { clientId, personId: person.personId, text })))
    return fault('That was much at once', 'Wait an hour before you write again. Nothing was sent.', 429)
  const by = `${person.firstName} ${person.lastName}`.trim() || 'A tester'
  await mailFeedback(services, { clientId, name, by, text })
  return { redirect: `/integrations/${clientId}?sent=1` }
}

async function betaOf({ database, params, person }: PersonalVisit): Promise<Beta | undefined> {
  const clientId = params.key ?? ''
  if (!(await isTester(database, clientId, person.personId))) return undefined
  const [application, listing] = [await findApplication(database, clientId), await findListing(database, clientId)]
  if (!application || application.suspendedBecause !== null || !listing || listing.listed) return undefined
  return { application, listing }
}

function feedbackForm(
  { form, formToken }: PersonalVisit,
  clientId: string,
  name: string,
  { faults, isSent }: { faults: Faults; isSent: boolean },
): Html {
  return html`<section class="card" aria-labelledby="feedback"><h2 id="feedback">Tell its people</h2>
${isSent && notice('It is on its way. Thank you.', 'good')}
${faultSummary(faults)}
<form method="post" action="/integrations/${clientId}/feedback">${formTokenField(formToken)}
${area({ name: 'text', label: 'What works, what does not?', hint: `The people of ${name} get it by mail with your name, without your address.`, value: form.text, rows: 5, maxlength: longestFeedback }, faults)}
<div class="actions"><button>Send</button></div></form></section>`
}
