import type { Browser } from '../../browser.ts'
import { actionPages } from './actions.ts'
import { deliveryPages } from './delivery-page.ts'
import { hookPages } from './hook-page.ts'
import { listPages } from './list-page.ts'

/** The webhooks of an application: all of them, one with its deliveries, one delivery; and what can be done with each. */
export function webhookPages(pages: Browser): void {
  listPages(pages)
  hookPages(pages)
  deliveryPages(pages)
  actionPages(pages)
}
