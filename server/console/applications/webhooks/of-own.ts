import type { Page, Redirect } from '#design/page.ts'
import { fault } from '../../fault-page.ts'
import type { PersonalVisit } from '../../visit.ts'
import type { OwnApplication } from '../own-applications.ts'
import { ofOwn } from '../own-path.ts'
import { type FoundDelivery, findDelivery, findWebhook, type OwnedWebhook } from './queries.ts'

/** A visit to a webhook of one of the person's own applications. */
export interface HookVisit {
  visit: PersonalVisit
  application: OwnApplication
  webhook: OwnedWebhook
}

type Answer<V> = (about: V) => Promise<Page | Redirect>

/** Finds the webhook of the path among those of the application of the path; another's looks like none. */
export const ofHook = (answer: Answer<HookVisit>) =>
  ofOwn(async (visit, application) => {
    const webhook = await findWebhook(visit.database, application.clientId, visit.params.webhookId ?? '')
    return webhook
      ? answer({ visit, application, webhook })
      : fault('There is no such webhook', 'Perhaps it was deleted, or it is of another application.', 404)
  })

/** The same, with the delivery of the path. */
export const ofDelivery = (answer: Answer<HookVisit & { delivery: FoundDelivery }>) =>
  ofHook(async (about) => {
    const number = about.visit.params.deliveryId ?? ''
    const delivery = /^\d{1,15}$/.test(number)
      ? await findDelivery(about.visit.database, about.webhook, Number(number))
      : undefined
    return delivery
      ? answer({ ...about, delivery })
      : fault('There is no such delivery', 'Deliveries are kept for seven days after they end.', 404)
  })
