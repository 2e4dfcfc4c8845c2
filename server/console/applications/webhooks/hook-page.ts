import { emptyState, facts, notice, pager, table } from '#design/components.ts'
import { copyScript } from '#design/copy.ts'
import { formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { Page } from '#design/page.ts'
import type { DeliveryState } from '#resources/webhooks/tables.ts'
import type { Browser } from '../../browser.ts'
import { applicationFrame } from '../frame.ts'
import { type HookVisit, ofHook } from './of-own.ts'
import { type DeliveryFilter, type ListedDelivery, listDeliveries } from './queries.ts'
import { answerOf, eventsOf, idOf, pathOf, stateNames, stateTag, statusTag, watched } from './words.ts'

const pageSize = 50

/** A webhook with its deliveries, newest first. */
export function hookPages(pages: Browser): void {
  pages.readSignedIn(
    '/applications/:clientId/webhooks/:webhookId',
    ofHook((about) => hookPage(about)),
  )
}

/** The page, with what was just done above it. */
export async function hookPage(about: HookVisit, done?: Html, status = 200): Promise<Page> {
  const { application, webhook } = about
  const page = applicationFrame(
    application,
    'webhooks',
    html`<p class="back"><a href="/applications/${application.clientId}/webhooks">All webhooks</a></p>
${done}
${summary(about)}
${await deliveries(about)}
${removal(about)}`,
  )
  return { ...page, title: `Webhook to ${webhook.host} · ${application.name}`, status, scripts: [copyScript] }
}

function summary({ visit, application, webhook }: HookVisit): Html {
  const path = pathOf(application.clientId, webhook)
  const isActive = webhook.status === 'Active'
  const form = (action: string, button: Html, hidden?: Html) =>
    html`<form method="post" action="${path}/${action}">${formTokenField(visit.formToken)}${hidden}${button}</form>`
  return html`<section class="card" aria-labelledby="webhook"><h2 id="webhook">Webhook</h2>
${
  !isActive &&
  notice(
    html`<p><strong>Suspended:</strong> ${webhook.suspended_because ?? 'by hand'}.</p>
<p>What happens meanwhile is not reported. When its receiver is well, revive it.</p>`,
    'warn',
  )
}
${facts([
  ['Address', webhook.hook_url],
  ['State', statusTag(webhook)],
  ['Watches', watched(webhook)],
  ['Events', eventsOf(webhook)],
  ['Owner', html`${webhook.ownerName} <span class="quiet">${webhook.ownerEmail}</span>, ${webhook.accountName}`],
  ['Signed', webhook.secret === null ? 'No: it was made without a secret' : 'Yes, with its secret'],
  ['Made', moment(webhook.created_at)],
  ['ID', html`<code>${idOf(webhook)}</code>`],
])}
<div class="actions">${form('test', html`<button>Send test event</button>`)}
${
  isActive
    ? form(
        'status',
        html`<button class="secondary">Suspend</button>`,
        html`<input type="hidden" name="status" value="Suspended">`,
      )
    : form(
        'status',
        html`<button class="secondary">Revive</button>`,
        html`<input type="hidden" name="status" value="Active">`,
      )
}</div>
<p class="hint">A test event is one request of the type <code>Test</code>, signed as usual and marked by the header <code>X-Hook-Test</code>.
Nothing is suspended by its answer.</p></section>`
}

async function deliveries({ visit, application, webhook }: HookVisit): Promise<Html> {
  const { state, before } = filterOf(visit.query)
  const found = await listDeliveries(visit.database, webhook, { state, before }, pageSize)
  const shown = found.slice(0, pageSize)
  const path = pathOf(application.clientId, webhook)
  const at = (filter: Record<string, string | number | undefined>) => addressOf(path, filter)
  const last = shown.at(-1)
  const chip = (value: DeliveryState | undefined, label: string) =>
    html`<li><a href="${at({ state: value })}" ${value === state && html`aria-current="page"`}>${label}</a></li>`
  return html`<section class="card" aria-labelledby="deliveries"><h2 id="deliveries">Deliveries</h2>
<p class="quiet">Each is kept for seven days after it ends.</p>
<nav class="chips" aria-label="State"><ul>${chip(undefined, 'All')}${(Object.keys(stateNames) as DeliveryState[]).map(
    (value) => chip(value, stateNames[value]),
  )}</ul></nav>
${
  shown.length === 0
    ? emptyState(
        state
          ? `None are ${stateNames[state].toLowerCase()}.`
          : 'None yet. They come when something happens that it watches.',
      )
    : table('Deliveries, newest first', columns(path), shown)
}
${pager({
  newer: before === undefined ? undefined : at({ state }),
  older: found.length > pageSize ? at({ state, before: last?.delivery_id }) : undefined,
})}</section>`
}

const columns = (path: string) => [
  {
    label: 'Time',
    value: (one: ListedDelivery) =>
      html`<a href="${path}/deliveries/${one.delivery_id}">${moment(one.created_at)}</a>${one.repeats_delivery_id !== null && html` <span class="quiet">repeat</span>`}`,
  },
  { label: 'State', value: (one: ListedDelivery) => stateTag(one.state) },
  { label: 'Events', value: (one: ListedDelivery) => one.count, numeric: true },
  { label: 'Attempts', value: (one: ListedDelivery) => one.attempts, numeric: true },
  { label: 'Answer', value: answerOf },
]

const removal = ({ visit, application, webhook }: HookVisit): Html =>
  html`<section class="card danger" aria-labelledby="end"><h2 id="end">Delete</h2>
<form method="post" action="${pathOf(application.clientId, webhook)}/deletion">${formTokenField(visit.formToken)}
<p>The receiver hears nothing more, and the deliveries above go too. The application can make another one.</p>
<div class="actions"><button class="harm">Delete the webhook</button></div></form></section>`

/** What a query asks for; what it should not say is as if it were not there. */
function filterOf(query: Record<string, string>): DeliveryFilter {
  const { state = '', before = '' } = query
  return {
    state: Object.hasOwn(stateNames, state) ? (state as DeliveryState) : undefined,
    before: /^\d{1,15}$/.test(before) ? Number(before) : undefined,
  }
}

function addressOf(path: string, filter: Record<string, string | number | undefined>): string {
  const set = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set)}`
}
