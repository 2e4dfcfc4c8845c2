import type { OwnApplication } from '#console/applications/own-applications.ts'
import type { PersonalVisit } from '#console/visit.ts'
import { notice, type Tone, tag } from '#design/components.ts'
import { type Faults, faultSummary, formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import { sheet } from '../sheet.ts'
import { listingFields } from './form-fields.ts'
import type { Listing, ListingStep } from './listing.ts'
import type { ListingState } from './states.ts'
import type { ListingText } from './text.ts'

const stateTexts: Record<ListingState, { label: string; tone: Tone; next: string }> = {
  draft: {
    label: 'Draft',
    tone: 'plain',
    next: 'When it reads well, submit it: whoever runs this server looks at it first.',
  },
  submitted: {
    label: 'In review',
    tone: 'warn',
    next: 'It waits for whoever runs this server. You get a mail when they have looked at it.',
  },
  returned: { label: 'Sent back', tone: 'bad', next: 'Change what the reviewer asks for, and submit it again.' },
  listed: { label: 'Listed', tone: 'good', next: 'What you change is reviewed before everybody sees it.' },
  unlisted: { label: 'Taken out', tone: 'bad', next: 'Change what the reviewer asks for, and submit it again.' },
}

/** Where the listing stands, what the reviewer said, and what can be done now. */
export function standing(
  visit: PersonalVisit,
  application: OwnApplication,
  listing: Listing | undefined,
  steps: readonly ListingStep[],
): Html {
  if (!listing)
    return html`<p class="lead">The directory of integrations shows what works with this server. Write how ${application.name}
should appear there; whoever runs the server looks at it before everybody does.</p>`
  const { label, tone, next } = stateTexts[listing.state]
  const review = steps.find(
    ({ act }) => act === 'sendBack' || act === 'unlist' || act === 'approve' || act === 'submit',
  )
  return html`<section class="card" aria-labelledby="standing"><h2 id="standing">Where it stands ${tag(label, tone)}</h2>
<p>${next}</p>
${review && review.words !== '' && notice(html`<p><strong>${review.by} says:</strong></p><blockquote>${review.words}</blockquote>`, 'warn')}
${listing.listed && listedNote(application, listing)}
<div class="actions">${actionsOf(visit, application, listing)}
<a href="/applications/${application.clientId}/listing/beta">Beta testers</a></div></section>`
}

function listedNote(application: OwnApplication, { listed, listedAt, slug, state }: Listing): Html {
  const renamed = listed?.name !== application.name
  return html`<p>In the directory since ${listedAt && moment(listedAt)}: <a href="/integrations/${slug}">${listed?.name}</a>.
${state !== 'listed' && html`It shows the text that was approved, not this one.`}
${renamed && html`There it still has its old name: save and submit the listing again.`}</p>`
}

function actionsOf(
  { formToken, path }: PersonalVisit,
  { clientId }: OwnApplication,
  { state, revision, listed }: Listing,
): Html {
  const act = (step: string, label: string, look: string) =>
    html`<form method="post" action="/applications/${clientId}/listing/${step}">${formTokenField(formToken)}
<input type="hidden" name="revision" value="${revision}"><button class="${look}">${label}</button></form>`
  const isPreview = path.endsWith('/preview')
  const mayWrite = state !== 'submitted'
  return html`${mayWrite && state !== 'listed' && act('submission', 'Submit for review', '')}
${state === 'submitted' && act('withdrawal', 'Withdraw from review', 'secondary')}
${mayWrite && isPreview && html`<a class="button secondary" href="/applications/${clientId}/listing">Edit</a>`}
${mayWrite && !isPreview && html`<a class="button secondary" href="/applications/${clientId}/listing/preview">Preview</a>`}
${listed && act('removal', 'Take out of the directory', 'harm')}`
}

/** Where the text is written. */
export function writingSection(
  { formToken }: PersonalVisit,
  { clientId, allowedScopes }: OwnApplication,
  { text, revision, faults }: { text: ListingText; revision: number; faults: Faults },
): Html {
  return html`<section class="card" aria-labelledby="writing"><h2 id="writing">What it says</h2>
${faultSummary(faults)}
<form method="post" action="/applications/${clientId}/listing">${formTokenField(formToken)}
<input type="hidden" name="revision" value="${revision}">
${listingFields(text, allowedScopes, faults)}
<div class="actions"><button>Save and preview</button></div></form></section>`
}

/** The text as it would appear. */
export function previewSection({ clientId, name, logoVersion, accountName }: OwnApplication, text: ListingText): Html {
  return html`<section class="card" aria-label="Preview">${sheet({ ...text, clientId, name, logoVersion, madeBy: accountName }, undefined, 2)}</section>`
}
