import { applicationFrame } from '#console/applications/frame.ts'
import type { OwnApplication } from '#console/applications/own-applications.ts'
import { isEmail, normalEmail } from '#console/email.ts'
import { inWords, mailWait } from '#console/throttle.ts'
import type { PersonalVisit } from '#console/visit.ts'
import { emptyState, meter, notice, tag } from '#design/components.ts'
import { type Faults, faultSummary, field, formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { Page, Redirect } from '#design/page.ts'
import { findListing } from '../listing/listing.ts'
import { feedbackOn } from './feedback.ts'
import { mailInvitation } from './mails.ts'
import { inviteTester, mostTesters, removeTester, testersOf } from './testers.ts'

/** Who tests an application, and what they say. */
export async function testersPage(
  visit: PersonalVisit,
  application: OwnApplication,
  faults: Faults = {},
): Promise<Page> {
  const { database } = visit
  const { clientId, name } = application
  const listing = await findListing(database, clientId)
  const [testers, feedback] = await Promise.all([testersOf(database, clientId), feedbackOn(database, clientId)])
  const body = html`<p class="back"><a href="/applications/${clientId}/listing">Listing</a></p>
<section class="card" aria-labelledby="testers"><h2 id="testers">Beta testers</h2>
<p>People whom you invite find ${name} in their directory, marked as a beta, and can tell you what they think.</p>
${!listing && notice('Write the listing first: it is what testers see.', 'warn')}
${listing?.listed && notice(`${name} is in the directory: everybody finds it, and needs no invitation.`)}
${testers.length > 0 && testerRows(visit, application, testers)}
${listing && !listing.listed && invitationForm(visit, application, testers.length, faults)}</section>
<section class="card" aria-labelledby="feedback"><h2 id="feedback">What they say</h2>
${feedback.length === 0 && emptyState('Nothing yet. You get a mail when somebody writes.')}
<ul class="rows">${feedback.map(
    (
      one,
    ) => html`<li><div><p class="row-title">${one.firstName} ${one.lastName}</p><p class="quiet">${moment(one.sentAt)}</p>
<blockquote>${one.text}</blockquote></div></li>`,
  )}</ul></section>`
  return applicationFrame(application, 'listing', body, faults)
}

type Testers = Awaited<ReturnType<typeof testersOf>>

function testerRows({ formToken }: PersonalVisit, { clientId }: OwnApplication, testers: Testers): Html {
  return html`<ul class="rows">${testers.map(
    (
      one,
    ) => html`<li><div><p class="row-title">${one.email} ${one.acceptedAt ? tag('Tester', 'good') : tag('Invited')}</p>
<p class="quiet">${one.acceptedAt ? html`${one.firstName} ${one.lastName}, since ${moment(one.acceptedAt)}` : html`invited ${moment(one.invitedAt)}`}</p></div>
<form method="post" action="/applications/${clientId}/listing/beta/removal">${formTokenField(formToken)}
<input type="hidden" name="tester" value="${one.testerId}">
<button class="secondary small" aria-label="Remove ${one.email}">Remove</button></form></li>`,
  )}</ul>`
}

function invitationForm(
  { form, formToken }: PersonalVisit,
  { clientId }: OwnApplication,
  count: number,
  faults: Faults,
): Html {
  return html`${count > 0 && meter({ label: 'Testers', value: count, most: mostTesters })}
${faultSummary(faults)}
<form method="post" action="/applications/${clientId}/listing/beta">${formTokenField(formToken)}
${field({ name: 'email', label: 'Invite by email address', type: 'email', hint: 'They get a link. The same address again gets a new one.', value: form.email, maxlength: 254 }, faults)}
<div class="actions"><button>Invite</button></div></form>`
}

/** Sends an invitation to an address. */
export async function invite(visit: PersonalVisit, application: OwnApplication): Promise<Page | Redirect> {
  const { database, form, person, services } = visit
  const { clientId, name, accountName: madeBy } = application
  const email = normalEmail(form.email ?? '')
  const listing = await findListing(database, clientId)
  if (!listing || listing.listed) return testersPage(visit, application)
  if (!isEmail(email)) return testersPage(visit, application, { email: 'This is no email address' })
  const wait = await mailWait(visit.address)
  if (wait > 0)
    return testersPage(visit, application, { email: `Too many invitations at once. Try again ${inWords(wait)}.` })
  const invited = await inviteTester(database, { clientId, email, byPersonId: person.personId })
  if (invited === 'is there') return testersPage(visit, application, { email: 'This person is a tester already' })
  if (invited === 'full')
    return testersPage(visit, application, { email: `There are ${mostTesters} testers: remove one first` })
  const by = `${person.firstName} ${person.lastName}`.trim() || 'Somebody'
  await mailInvitation(services, { to: email, token: invited.token, name, madeBy, by })
  return { redirect: `/applications/${clientId}/listing/beta` }
}

/** Takes a tester or an invitation away. */
export async function remove({ database, form }: PersonalVisit, { clientId }: OwnApplication): Promise<Redirect> {
  const testerId = Number(form.tester ?? '')
  if (Number.isSafeInteger(testerId)) await removeTester(database, clientId, testerId)
  return { redirect: `/applications/${clientId}/listing/beta` }
}
