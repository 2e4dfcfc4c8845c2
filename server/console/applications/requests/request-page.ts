import { facts } from '#design/components.ts'
import { html } from '#design/html.ts'
import type { Page } from '#design/page.ts'
import { findLogged, readPlace } from '#request-log/read-log.ts'
import { fault } from '../../fault-page.ts'
import type { PersonalVisit } from '../../visit.ts'
import { applicationFrame } from '../frame.ts'
import type { OwnApplication } from '../own-applications.ts'
import { clock, duration, statusTag } from './log-rows.ts'
import { contactId, namesIn } from './people-names.ts'

/** Everything that the log knows of one request. */
export async function requestPage({ database, params }: PersonalVisit, application: OwnApplication): Promise<Page> {
  const { clientId, accountId } = application
  const place = readPlace(params.place)
  const row = place && (await findLogged(database, clientId, place))
  if (!row) return fault('There is no such request', 'Perhaps it is older than the log of this server goes.', 404)
  const nameOf = await namesIn(database, accountId, [row.person_id])
  const own = `/applications/${clientId}/requests`
  const filtered = (name: string, value: string, label: string) =>
    html`<a href="${own}?${new URLSearchParams({ [name]: value }).toString()}">${label}</a>`
  const began = new Date(row.answered_at.getTime() - row.ms)
  const body = html`<section class="card" aria-labelledby="request"><p><a href="${own}">All requests</a></p>
<h2 id="request"><code>${row.method} ${row.path}</code></h2>
${facts([
  ['Status', statusTag(row.status)],
  ['Error', row.error === null ? undefined : html`<code>${row.error}</code>`],
  ['Came', html`${began.toISOString().slice(0, 10)} ${clock(began)} UTC`],
  ['Answered', html`${row.answered_at.toISOString().slice(0, 10)} ${clock(row.answered_at)} UTC`],
  ['Took', duration(row.ms)],
  [
    'Operation',
    row.operation === null
      ? 'None was found'
      : filtered('operation', `${row.version} ${row.operation}`, `${row.version} ${row.operation}`),
  ],
  ['Person', row.person_id === null ? undefined : filtered('person', contactId(row.person_id), nameOf(row.person_id))],
  ['Contact id', row.person_id === null ? undefined : html`<code>${contactId(row.person_id)}</code>`],
  [
    'Rate limit',
    row.rate_limit === null
      ? undefined
      : `${row.rate_remaining} left of ${row.rate_limit} a minute, as the answer said`,
  ],
  ['Request id', html`<code>${row.request_id}</code>`],
])}
<p class="hint">Bodies, queries and tokens are not kept. The request id is in the header <code>X-Request-Id</code> of the answer: name it
to whoever runs this server when you ask about a request.</p></section>`
  return {
    ...applicationFrame(application, 'requests', body),
    title: `${row.method} ${row.path} · ${application.name}`,
  }
}
