import { breadcrumbs, notice, tag } from '#design/components.ts'
import type { Faults } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import type { Page, Redirect } from '#design/page.ts'
import { fault } from '../fault-page.ts'
import type { PersonalVisit } from '../visit.ts'
import { tabsOf } from './frame.ts'
import { ofServer } from './owner-path.ts'
import { findSupported, type SupportedApplication } from './supported.ts'

/** The pages of one application for whoever runs the server. */
const tabs = {
  overview: { label: 'Overview', below: '/server/applications', path: '' },
  support: { label: 'Support', below: '/server/applications', path: '/support' },
  // The page that its own people have, too.
  requests: { label: 'Requests', below: '/applications', path: '/requests' },
  history: { label: 'History', below: '/server/applications', path: '/history' },
} as const

type Answer = (visit: PersonalVisit, application: SupportedApplication) => Promise<Page | Redirect>

/** Finds the application of the path, for those who run the server. */
export function ofSupported(answer: Answer): (visit: PersonalVisit) => Promise<Page | Redirect> {
  return ofServer(async (visit) => {
    const application = await findSupported(visit.database, visit.params.clientId ?? '')
    if (!application)
      return fault('There is no such application', 'Perhaps it was deleted: the history of the server tells.', 404)
    return answer(visit, application)
  })
}

/** A page of an application, below its name and beside its other pages. A form with faults makes it a 400. */
export function supportFrame(
  application: Pick<SupportedApplication, 'clientId' | 'name' | 'accountName' | 'suspendedBecause'>,
  tab: keyof typeof tabs,
  body: Html,
  faults: Faults = {},
): Page {
  const { clientId, name, accountName, suspendedBecause } = application
  const addressOf = ({ below, path }: (typeof tabs)[keyof typeof tabs]) => `${below}/${clientId}${path}`
  const all = Object.values(tabs).map((one) => ({ label: one.label, path: addressOf(one) }))
  return {
    title: `${name} · Server`,
    width: 'wide',
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`${breadcrumbs([
      { label: 'Server', href: '/server' },
      { label: 'Applications', href: '/server/applications' },
    ])}
<h1>${name} ${suspendedBecause !== null && tag('Suspended', 'bad')}</h1>
<p class="quiet">Client ID <code>${clientId}</code> · ${accountName}</p>
${tabsOf(name, all, addressOf(tabs[tab]))}
${suspendedBecause !== null && notice(`Suspended: ${suspendedBecause}`, 'warn')}
${body}`,
  }
}
