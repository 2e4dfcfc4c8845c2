import { html } from '#design/html.ts'
import { extraFields } from '#resources/webhooks/contract.ts'
import { webhookEventTypes } from '#resources/webhooks/event-types.ts'
import { addresses } from '../addresses.ts'
import { v4 } from '../apis.ts'
import type { ReferencePage } from '../frame.ts'

/** Everything that a webhook can report. */
export function eventsPage(): ReferencePage {
  const create = v4.operations.get('createWebhook')
  const groups = Map.groupBy(webhookEventTypes, (type) => /^(Task|Folder|Project)?/.exec(type)?.[0] || 'Others')
  return {
    title: 'Webhook events',
    description: 'The types of events that webhooks report.',
    trail: [],
    place: { address: addresses.events },
    body: html`<h1>Webhook events</h1><p class="lead">What a webhook can report. ${
      create &&
      html`<a href="${addresses.operation(v4, create)}">createWebhook</a>
takes their names in <code>events</code>; without it all are reported.`
    }</p>
${[...groups].map(
  ([
    group,
    types,
  ]) => html`<section aria-labelledby="${group}"><h2 id="${group}">${group === 'Others' ? 'Others' : `${group}s`}</h2>
<ul class="columns">${types.map((type) => html`<li id="${type}"><code>${type}</code></li>`)}</ul></section>`,
)}
<p>An entry of <code>parameterisedEvents</code> can ask for members of the item to be sent along: ${extraFields.map(
      (field, at) => html`${at > 0 && ', '}<code>${field}</code>`,
    )}.</p>`,
  }
}
