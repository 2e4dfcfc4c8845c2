import type { FastifyInstance } from 'fastify'
import type { Browser } from '#console/browser.ts'
import type { Page } from '#design/page.ts'
import type { Services } from '#http/services.ts'
import { addresses } from './addresses.ts'
import { documentRoutes } from './documents/index.ts'
import { referenceFrame } from './frame.ts'
import { pagesOf } from './pages.ts'
import { searchIndex } from './search/entries.ts'
import type { Entry } from './search/entry.ts'
import { searchPage } from './search/page.ts'
import { tokensForTrying } from './try/token.ts'

/** The reference for developers, below /developers. Its pages depend on the contract alone: each is made once and kept. */
export function referencePages(app: FastifyInstance, pages: Browser, { settings }: Services): void {
  tokensForTrying(pages)
  const kept = new Map<string, Page>()
  for (const [address, make] of pagesOf(settings))
    pages.read(address, async () => {
      const page = kept.get(address) ?? referenceFrame(make())
      kept.set(address, page)
      return page
    })

  let index: Entry[] | undefined
  pages.read(addresses.search, async ({ query }) => {
    index ??= searchIndex(settings)
    return referenceFrame(searchPage(index, (query.q ?? '').slice(0, 200)))
  })
  documentRoutes(app, settings)
}
