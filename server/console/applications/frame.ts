import { notice } from '#design/components.ts'
import type { Faults } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import type { Page } from '#design/page.ts'
import { logoMark } from '#oauth/present-application.ts'
import { supportFrame } from '../server/application-frame.ts'
import type { OwnApplication } from './own-applications.ts'

/** The pages of one application, in the order of their tabs. */
const tabs = {
  settings: { label: 'Settings', path: '' },
  people: { label: 'People', path: '/people' },
  credentials: { label: 'Credentials', path: '/credentials' },
  tokens: { label: 'Tokens', path: '/tokens' },
  requests: { label: 'Requests', path: '/requests' },
  webhooks: { label: 'Webhooks', path: '/webhooks' },
  listing: { label: 'Listing', path: '/listing' },
  history: { label: 'History', path: '/history' },
} as const

export type Tab = keyof typeof tabs

const suspendedWords = (because: string) =>
  html`<p><strong>Suspended by whoever runs this server:</strong> ${because}</p>
<p>Its tokens are refused and its webhooks rest until it is resumed. Mend what is said here, then write to them.</p>`

/** A page of an application, below its name and beside its other pages. A form with faults makes it a 400. */
export function applicationFrame(application: OwnApplication, tab: Tab, body: Html, faults: Faults = {}): Page {
  if (application.asServerOwner) return supportFrame(application, 'requests', body, faults)
  const { clientId, name, suspendedBecause } = application
  return {
    title: tab === 'settings' ? name : `${tabs[tab].label} · ${name}`,
    width: 'wide',
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`<p class="back"><a href="/applications">Applications</a></p>
<div class="named">${logoMark(application)}<h1>${name}</h1></div>
<p class="quiet">Client ID <code>${clientId}</code> · ${application.accountName}${application.isPublic && ' · without a secret'}</p>
<nav class="tabs" aria-label="${name}"><ul>${Object.entries(tabs).map(
      ([key, { label, path }]) =>
        html`<li><a href="/applications/${clientId}${path}" ${key === tab && html`aria-current="page"`}>${label}</a></li>`,
    )}</ul></nav>
${suspendedBecause !== null && notice(suspendedWords(suspendedBecause), 'warn')}
${body}`,
  }
}
