import { applicationFrame } from '#console/applications/frame.ts'
import type { OwnApplication } from '#console/applications/own-applications.ts'
import { ofOwn } from '#console/applications/own-path.ts'
import type { Browser } from '#console/browser.ts'
import { fault } from '#console/fault-page.ts'
import type { PersonalVisit } from '#console/visit.ts'
import type { Faults } from '#design/fields.ts'
import { html } from '#design/html.ts'
import type { Page, Redirect } from '#design/page.ts'
import { narrowed } from '#oauth/allowed-scopes.ts'
import { historySection } from './history.ts'
import { findListing, listingSteps } from './listing.ts'
import { mailSubmitted } from './mails.ts'
import { moveListing, saveListing } from './move.ts'
import { readListing } from './read-form.ts'
import { previewSection, standing, writingSection } from './sections.ts'
import type { ListingText } from './text.ts'

const path = '/applications/:clientId/listing'

/** Where the people of an application write its listing and bring it into the directory. */
export function listingPages(pages: Browser): void {
  pages.readSignedIn(path, ofOwn(listingPage))
  pages.sendSignedIn(path, ofOwn(save))
  pages.readSignedIn(`${path}/preview`, ofOwn(previewPage))
  pages.sendSignedIn(`${path}/submission`, ofOwn(submit))
  pages.sendSignedIn(`${path}/withdrawal`, ofOwn(step('withdraw')))
  pages.sendSignedIn(`${path}/removal`, ofOwn(step('remove')))
}

async function listingPage(visit: PersonalVisit, application: OwnApplication, faults: Faults = {}): Promise<Page> {
  const listing = await findListing(visit.database, application.clientId)
  const steps = listing ? await listingSteps(visit.database, application.clientId) : []
  const text =
    Object.keys(faults).length > 0
      ? readListing(visit, application.allowedScopes).text
      : (listing?.text ?? emptyText(application))
  const body = html`${standing(visit, application, listing, steps)}
${
  listing?.state === 'submitted'
    ? previewSection(application, listing.text)
    : writingSection(visit, application, { text, revision: listing?.revision ?? 0, faults })
}
${steps.length > 0 && historySection(steps)}`
  return applicationFrame(application, 'listing', body, faults)
}

async function save(visit: PersonalVisit, application: OwnApplication): Promise<Page | Redirect> {
  const { text, faults } = readListing(visit, application.allowedScopes)
  if (Object.keys(faults).length > 0) return listingPage(visit, application, faults)
  const saved = await saveListing(visit.database, {
    clientId: application.clientId,
    byPersonId: visit.person.personId,
    revision: revisionOf(visit),
    text,
  })
  if (saved) return { redirect: `/applications/${application.clientId}/listing/preview` }
  const meanwhile = 'Somebody else changed or submitted it meanwhile. Copy what you wrote, and load the page again.'
  return { ...(await listingPage(visit, application, { '': meanwhile })), status: 409 }
}

async function previewPage(visit: PersonalVisit, application: OwnApplication): Promise<Page | Redirect> {
  const listing = await findListing(visit.database, application.clientId)
  if (!listing) return { redirect: `/applications/${application.clientId}/listing` }
  const body = html`${standing(visit, application, listing, await listingSteps(visit.database, application.clientId))}
${previewSection(application, listing.text)}`
  return applicationFrame(application, 'listing', body)
}

async function submit(visit: PersonalVisit, application: OwnApplication): Promise<Page | Redirect> {
  const answer = await step('submit')(visit, application)
  if ('redirect' in answer) {
    const by = `${visit.person.firstName} ${visit.person.lastName}`.trim() || 'Somebody'
    await mailSubmitted(visit.services, { clientId: application.clientId, name: application.name, by })
  }
  return answer
}

function step(act: 'submit' | 'withdraw' | 'remove') {
  return async (visit: PersonalVisit, { clientId }: OwnApplication): Promise<Page | Redirect> => {
    const revision = revisionOf(visit)
    const state = await moveListing(visit.database, { clientId, act, byPersonId: visit.person.personId, revision })
    return state ? { redirect: `/applications/${clientId}/listing` } : overtaken()
  }
}

/** What somebody sees whose step came after another's. */
export function overtaken(): Page {
  return fault(
    'Somebody was faster',
    'The listing is not what you saw any more. Go back, load the page again and look.',
    409,
  )
}

/** What the application says of itself already. */
function emptyText({ description, website, support, allowedScopes }: OwnApplication): ListingText {
  return {
    tagline: '',
    description,
    category: '',
    website,
    connectUrl: '',
    support,
    privacyUrl: '',
    scopes: narrowed(['wsReadOnly'], allowedScopes),
  }
}

/** The revision that a form was made for. */
export function revisionOf({ form }: PersonalVisit): number {
  return Number(form.revision ?? '')
}
