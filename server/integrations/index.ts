import type { Browser } from '#console/browser.ts'
import { directoryPages } from './directory/pages.ts'
import { listingPages } from './listing/pages.ts'
import { reviewPages } from './review/pages.ts'

/** The directory of integrations, and everything that leads into it. */
export function integrationPages(pages: Browser): void {
  listingPages(pages)
  reviewPages(pages)
  directoryPages(pages)
}
