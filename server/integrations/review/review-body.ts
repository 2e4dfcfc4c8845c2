import type { PersonalVisit } from '#console/visit.ts'
import { facts } from '#design/components.ts'
import { area, type Faults, faultSummary, formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { Application } from '#oauth/applications.ts'
import type { Developer } from '#oauth/developers.ts'
import { connectLink } from '../connect-link.ts'
import { historySection } from '../listing/history.ts'
import type { Listing, ListingStep } from '../listing/listing.ts'
import { sheet } from '../sheet.ts'
import { changesSection } from './changes.ts'

/** What a reviewer has to know. */
export interface Reviewed {
  application: Application
  listing: Listing
  people: readonly Developer[]
  steps: readonly ListingStep[]
  faults: Faults
}

/** A listing as it would appear, who is behind it, and the answers to it. */
export function reviewBody(visit: PersonalVisit, reviewed: Reviewed): Html {
  const { application, listing, people, steps } = reviewed
  const { accountName } = application
  const shown = listing.state === 'submitted' ? { ...listing.text, name: application.name } : listing.listed
  return html`<h1>Listing of ${application.name}</h1>
${answers(visit, reviewed)}
<section class="card" aria-label="As it would appear">${shown ? sheet({ ...shown, clientId: application.clientId, logoVersion: application.logoVersion, madeBy: accountName }, undefined, 2) : html`<p class="empty">Not in the directory, and not in review.</p>`}</section>
${listing.state === 'submitted' && listing.listed && changesSection(listing.listed, { ...listing.text, name: application.name })}
<section class="card" aria-labelledby="behind"><h2 id="behind">Who is behind it</h2>
${facts([
  ['Account', accountName],
  [
    'People',
    html`${people.map(({ firstName, lastName, email }) => html`<span class="line">${firstName} ${lastName} <span class="quiet">${email}</span></span>`)}`,
  ],
  ['Registered', moment(application.createdAt)],
  ['Scopes it asks for', html`${listing.text.scopes.map((scope) => html`<code>${scope}</code> `)}`],
  ['Sends people to', application.redirectUris.join(', ') || 'nowhere: no redirect URI'],
  ['Connect leads to', connectLink(application, listing.text) ?? 'its website only'],
])}</section>
${historySection(steps)}`
}

function answers({ formToken, form }: PersonalVisit, { listing, application, faults }: Reviewed): Html {
  const hidden = html`${formTokenField(formToken)}<input type="hidden" name="revision" value="${listing.revision}">`
  const path = `/server/listings/${application.clientId}`
  const isWaiting = listing.state === 'submitted'
  const words = (label: string) =>
    area({ name: 'words', label, hint: 'They get it by mail.', value: form.words }, faults)
  return html`${
    isWaiting &&
    html`<section class="card" aria-labelledby="answer"><h2 id="answer">Your answer</h2>
<form method="post" action="${path}/approval">${hidden}
<div class="actions"><button>Approve and list</button></div></form>
<details ${faults.words && html`open`}><summary>Send it back</summary>
${faultSummary(faults)}
<form method="post" action="${path}/return">${hidden}
${words('What should its people change?')}
<div class="actions"><button class="secondary">Send back</button></div></form></details></section>`
  }
${
  !isWaiting &&
  listing.listed &&
  html`<section class="card danger" aria-labelledby="answer"><h2 id="answer">In the directory</h2>
${faultSummary(faults)}
<form method="post" action="${path}/removal">${hidden}
${words('Why should it leave the directory?')}
<div class="actions"><button class="harm">Take out of the directory</button></div></form></section>`
}`
}
