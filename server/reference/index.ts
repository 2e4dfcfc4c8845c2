import type { Browser } from '#console/browser.ts'
import type { Page } from '#design/page.ts'
import type { Services } from '#http/services.ts'
import { referenceFrame } from './frame.ts'
import { pagesOf } from './pages.ts'

/** The reference for developers, below /developers. Its pages depend on the contract alone: each is made once and kept. */
export function referencePages(pages: Browser, { settings }: Services): void {
  const kept = new Map<string, Page>()
  for (const [address, make] of pagesOf(settings))
    pages.read(address, async () => {
      const page = kept.get(address) ?? referenceFrame(make())
      kept.set(address, page)
      return page
    })
}
