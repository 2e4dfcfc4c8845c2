import { facts } from '#design/components.ts'
import { copyScript } from '#design/copy.ts'
import { formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { Page } from '#design/page.ts'
import { eventsFor } from '#webhooks/send.ts'
import type { Browser } from '../../browser.ts'
import { applicationFrame } from '../frame.ts'
import { answered, payload } from './exchange.ts'
import { type HookVisit, ofDelivery } from './of-own.ts'
import type { FoundDelivery } from './queries.ts'
import { pathOf, stateTag } from './words.ts'

type DeliveryVisit = HookVisit & { delivery: FoundDelivery }

/** One delivery: what was sent, what was answered, and sending it again. */
export function deliveryPages(pages: Browser): void {
  pages.readSignedIn(
    '/applications/:clientId/webhooks/:webhookId/deliveries/:deliveryId',
    ofDelivery((about) => deliveryPage(about)),
  )
}

/** The page, with what was just tried above it. */
export async function deliveryPage(about: DeliveryVisit, done?: Html, status = 200): Promise<Page> {
  const { application, webhook, delivery } = about
  const path = pathOf(application.clientId, webhook)
  const repeated = delivery.repeats_delivery_id
  const page = applicationFrame(
    application,
    'webhooks',
    html`<p class="back"><a href="${path}">Webhook to ${webhook.host}</a></p>
${done}
<section class="card" aria-labelledby="delivery"><h2 id="delivery">Delivery</h2>
${facts([
  ['State', stateTag(delivery.state)],
  ['Repeats', repeated === null ? undefined : html`<a href="${path}/deliveries/${repeated}">an earlier delivery</a>`],
  ['Queued', moment(delivery.created_at)],
  ['Ended', delivery.ended_at === null ? undefined : moment(delivery.ended_at)],
  ['Attempts', delivery.attempts],
  ['Idempotency-Key', html`<code>${delivery.idempotency_key}</code>`],
])}
${redelivery(about)}
${contents(about)}</section>`,
  )
  return { ...page, title: `Delivery · ${application.name}`, status, scripts: [copyScript] }
}

/** Only what was sent: of what its user's application never got, its people get nothing here either. */
function contents({ webhook, delivery }: DeliveryVisit): Html {
  if (delivery.attempts === 0) return html`<p>It was not sent. Its payload is shown when it has been.</p>`
  return html`${answered({ status: delivery.answer_status, text: delivery.answer ?? '' })}
${payload(eventsFor(webhook, delivery))}`
}

function redelivery({ visit, application, webhook, delivery }: DeliveryVisit): Html | false {
  if (delivery.state === 'waiting') return html`<p class="hint">It is sent when its turn comes.</p>`
  if (webhook.status !== 'Active') return html`<p class="hint">To send it again, revive the webhook first.</p>`
  const path = `${pathOf(application.clientId, webhook)}/deliveries/${delivery.delivery_id}/redelivery`
  return html`<form method="post" action="${path}">${formTokenField(visit.formToken)}
<p class="hint">Sends the same payload again with the same key: a receiver that has it may drop it.</p>
<div class="actions"><button>Redeliver</button></div></form>`
}
