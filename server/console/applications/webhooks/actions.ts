import { Refused } from '#contract/errors.ts'
import { notice } from '#design/components.ts'
import { copyScript } from '#design/copy.ts'
import { html } from '#design/html.ts'
import type { Page, Redirect } from '#design/page.ts'
import { deleteByDeveloper, redeliver, reviveByDeveloper, suspendByDeveloper } from '#webhooks/by-developers.ts'
import { sendTestEvent } from '#webhooks/test-event.ts'
import type { Browser } from '../../browser.ts'
import { inWords, testWait } from '../../throttle.ts'
import { applicationFrame } from '../frame.ts'
import { deliveryPage } from './delivery-page.ts'
import { answered, payload } from './exchange.ts'
import { hookPage } from './hook-page.ts'
import { type HookVisit, ofDelivery, ofHook } from './of-own.ts'
import { pathOf } from './words.ts'

const path = '/applications/:clientId/webhooks/:webhookId'

/** What can be done with a webhook and its deliveries. */
export function actionPages(pages: Browser): void {
  pages.sendSignedIn(`${path}/status`, ofHook(setStatus))
  pages.sendSignedIn(`${path}/test`, ofHook(test))
  pages.sendSignedIn(
    `${path}/deletion`,
    ofHook(async ({ visit, application, webhook }) => {
      await deleteByDeveloper(visit.database, webhook, visit.person.personId)
      return { redirect: `/applications/${application.clientId}/webhooks` }
    }),
  )
  pages.sendSignedIn(
    `${path}/deliveries/:deliveryId/redelivery`,
    ofDelivery(async (about) => {
      const { visit, application, webhook, delivery } = about
      if (await redeliver(visit.database, webhook, delivery.delivery_id))
        return { redirect: pathOf(application.clientId, webhook) }
      return deliveryPage(about, notice('It was not queued: its webhook is suspended, or it still waits.', 'bad'), 409)
    }),
  )
}

async function setStatus(about: HookVisit): Promise<Page | Redirect> {
  const { visit, application, webhook } = about
  const back = { redirect: pathOf(application.clientId, webhook) }
  if (visit.form.status !== 'Active') {
    await suspendByDeveloper(visit.database, webhook, visit.person.personId)
    return back
  }
  try {
    const because = await reviveByDeveloper(visit.services, webhook, visit.person.personId)
    if (because === undefined) return back
    return hookPage(about, notice(`It stays suspended: ${because}.`, 'bad'), 409)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return hookPage(about, notice(`It stays suspended. ${error.message}`, 'bad'), 400)
  }
}

async function test(about: HookVisit): Promise<Page> {
  const { visit, application, webhook } = about
  const wait = await testWait(application.clientId)
  if (wait > 0) return hookPage(about, notice(`That were many tests. Send the next one ${inWords(wait)}.`, 'bad'), 429)
  const { outcome, answer, sent, tookMs } = await sendTestEvent(visit.services.outbound, webhook)
  const isWell = outcome === 'delivered'
  const page = applicationFrame(
    application,
    'webhooks',
    html`<p class="back"><a href="${pathOf(application.clientId, webhook)}">Webhook to ${webhook.host}</a></p>
${notice(isWell ? `The receiver took the test event, after ${tookMs} ms.` : `The receiver did not take the test event. Nothing was suspended by that.`, isWell ? 'plain' : 'warn')}
<section class="card" aria-labelledby="test"><h2 id="test">Test event</h2>
${answered(answer)}
${payload(sent)}</section>`,
  )
  return { ...page, title: `Test event · ${application.name}`, scripts: [copyScript] }
}
