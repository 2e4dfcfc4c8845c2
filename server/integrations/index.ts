import type { Browser } from '#console/browser.ts'
import { accountPages } from './account/pages.ts'
import { betaPages } from './beta/pages.ts'
import { directoryPages } from './directory/pages.ts'
import { listingPages } from './listing/pages.ts'
import { reviewPages } from './review/pages.ts'

/** The directory of integrations, everything that leads into it, and what accounts let in. */
export function integrationPages(pages: Browser): void {
  listingPages(pages)
  reviewPages(pages)
  directoryPages(pages)
  betaPages(pages)
  accountPages(pages)
}
