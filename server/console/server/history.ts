import { emptyState } from '#design/components.ts'
import { html } from '#design/html.ts'
import type { Page } from '#design/page.ts'
import type { PersonalVisit } from '../visit.ts'
import { actList } from './act-list.ts'
import { type ListedAct, listActs } from './acts.ts'
import { supportFrame } from './application-frame.ts'
import { serverFrame } from './frame.ts'
import type { SupportedApplication } from './supported.ts'

const shown = 50

/** All that was done for the server, newest first, also about what is gone. */
export async function serverHistory({ database, query }: PersonalVisit): Promise<Page> {
  const before = /^\d{1,15}$/.test(query.before ?? '') ? Number(query.before) : undefined
  const acts = await listActs(database, { before }, shown)
  const last = acts.length === shown ? acts.at(-1)?.act_id : undefined
  return serverFrame(
    'history',
    html`<p class="lead">What was done about applications and people by those who run this server: by whom, when and why.</p>
${acts.length === 0 ? emptyState('Nothing yet.') : actList(acts, subjectOf)}
<nav class="pager" aria-label="Pages">${before ? html`<a href="/server/history">Newest</a>` : html`<span></span>`}
${last && html`<a rel="next" href="/server/history?before=${last}">Older</a>`}</nav>`,
  )
}

/** The same for one application. */
export async function applicationHistory(
  { database }: PersonalVisit,
  application: SupportedApplication,
): Promise<Page> {
  const acts = await listActs(database, { clientId: application.clientId }, 500)
  const body = html`<section class="card" aria-labelledby="acts"><h2 id="acts">What was done about it</h2>
<p class="quiet">The people of the application see the same.</p>
${acts.length === 0 ? emptyState('Nothing yet.') : actList(acts)}</section>`
  return supportFrame(application, 'history', body)
}

function subjectOf({ act, client_id, application_name, about_person_id, about_email }: ListedAct) {
  if (client_id === null) return html`<a href="/server/people/${about_person_id}">${about_email}</a>`
  if (act === 'deleted') return html`${application_name} <code>${client_id}</code>`
  return html`<a href="/server/applications/${client_id}">${application_name}</a>`
}
