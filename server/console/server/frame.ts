import { type Html, html } from '#design/html.ts'
import type { Page } from '#design/page.ts'

/** The pages of the server, in the order of their tabs. */
const tabs = {
  overview: { label: 'Overview', path: '/server' },
  applications: { label: 'Applications', path: '/server/applications' },
  people: { label: 'People', path: '/server/people' },
  listings: { label: 'Listings', path: '/server/listings' },
  mailing: { label: 'Mailing list', path: '/server/mailing' },
  history: { label: 'History', path: '/server/history' },
} as const

/** A page for whoever runs the server, beside the others of its kind. */
export function serverFrame(tab: keyof typeof tabs, body: Html): Page {
  return {
    title: tab === 'overview' ? 'Server' : `${tabs[tab].label} · Server`,
    width: 'wide',
    body: html`<h1>Server</h1>
${tabsOf('Server', Object.values(tabs), tabs[tab].path)}
${body}`,
  }
}

/** A row of tabs; the one with the path `current` is the page that is shown. */
export function tabsOf(label: string, all: readonly { label: string; path: string }[], current: string): Html {
  return html`<nav class="tabs" aria-label="${label}"><ul>${all.map(
    ({ label, path }) => html`<li><a href="${path}" ${path === current && html`aria-current="page"`}>${label}</a></li>`,
  )}</ul></nav>`
}
