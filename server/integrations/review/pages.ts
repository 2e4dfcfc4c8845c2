import type { Browser } from '#console/browser.ts'
import { fault } from '#console/fault-page.ts'
import { serverFrame } from '#console/server/frame.ts'
import { ofServer } from '#console/server/owner-path.ts'
import type { PersonalVisit } from '#console/visit.ts'
import { breadcrumbs, emptyState } from '#design/components.ts'
import type { Faults } from '#design/fields.ts'
import { html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { Page, Redirect } from '#design/page.ts'
import { findApplication } from '#oauth/applications.ts'
import { developersOf } from '#oauth/developers.ts'
import { findListing, listingSteps } from '../listing/listing.ts'
import { mailOutcome } from '../listing/mails.ts'
import { moveListing } from '../listing/move.ts'
import { overtaken, revisionOf } from '../listing/pages.ts'
import { listings } from './queries.ts'
import { reviewBody } from './review-body.ts'

type Outcome = 'approve' | 'sendBack' | 'unlist'

/** Where those who run the server look at listings. To everybody else these pages do not exist. */
export function reviewPages(pages: Browser): void {
  pages.readSignedIn('/server/listings', ofServer(queuePage))
  pages.readSignedIn('/server/listings/:clientId', ofServer(reviewPage))
  pages.sendSignedIn('/server/listings/:clientId/approval', ofServer(outcome('approve')))
  pages.sendSignedIn('/server/listings/:clientId/return', ofServer(outcome('sendBack')))
  pages.sendSignedIn('/server/listings/:clientId/removal', ofServer(outcome('unlist')))
}

type Answer = (visit: PersonalVisit) => Promise<Page | Redirect>

const nothingHere = () => fault('There is no such listing', 'It may be a draft still.', 404)

async function queuePage({ database }: PersonalVisit): Promise<Page> {
  const [waiting, listed] = await Promise.all([listings(database, 'waiting'), listings(database, 'listed')])
  const row = (one: (typeof waiting)[number], since: Date | null) =>
    html`<li><div><a class="row-title" href="/server/listings/${one.client_id}">${one.name}</a>
<p>${one.tagline}</p><p class="quiet">${one.account_name}${since && html` · since ${moment(since)}`}</p></div></li>`
  const body = html`<p class="lead">Applications that would like to be in the <a href="/integrations">directory of integrations</a>, and those that are.</p>
<section class="card" aria-labelledby="waiting"><h2 id="waiting">Waiting for your review</h2>
${waiting.length === 0 ? emptyState('None. You get a mail when one is submitted.') : html`<ul class="rows">${waiting.map((one) => row(one, one.submitted_at))}</ul>`}
</section>
<section class="card" aria-labelledby="listed"><h2 id="listed">In the directory</h2>
${listed.length === 0 ? emptyState('None yet.') : html`<ul class="rows">${listed.map((one) => row(one, one.listed_at))}</ul>`}
</section>`
  return serverFrame('listings', body)
}

async function reviewPage(visit: PersonalVisit, faults: Faults = {}): Promise<Page> {
  const { database, params } = visit
  const clientId = params.clientId ?? ''
  const [application, listing] = [await findApplication(database, clientId), await findListing(database, clientId)]
  // A draft that was never submitted is nobody else's business.
  if (!application || !listing || !(listing.submittedAt || listing.listed)) return nothingHere()
  const body = reviewBody(visit, {
    application,
    listing,
    people: await developersOf(database, clientId),
    steps: await listingSteps(database, clientId),
    faults,
  })
  return {
    title: `Listing of ${application.name}`,
    width: 'wide',
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`${breadcrumbs([
      { label: 'Server', href: '/server' },
      { label: 'Listings', href: '/server/listings' },
    ])}${body}`,
  }
}

function outcome(act: Outcome): Answer {
  return async (visit) => {
    const { database, form, params, person, services } = visit
    const clientId = params.clientId ?? ''
    const words = (form.words ?? '').trim().slice(0, 2000)
    if (act !== 'approve' && words === '') return reviewPage(visit, { words: 'Say why: its people read it' })
    const application = await findApplication(database, clientId)
    const revision = revisionOf(visit)
    const state = await moveListing(database, { clientId, act, byPersonId: person.personId, revision, words })
    if (!application || !state) return overtaken()
    await mailOutcome(services, { clientId, name: application.name, act, words })
    return { redirect: '/server/listings' }
  }
}
