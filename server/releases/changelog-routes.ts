import type { FastifyInstance } from 'fastify'
import type { Browser } from '#console/browser.ts'
import type { Page } from '#design/page.ts'
import type { Services } from '#http/services.ts'
import { addresses } from '#reference/addresses.ts'
import { referenceFrame } from '#reference/frame.ts'
import { changelogFeed } from './changelog-feed.ts'
import { changelogPage } from './changelog-page.ts'
import { contractRecord } from './contract-record.ts'
import { hashOf } from './publication.ts'

/** The changelog as a page and as a feed. Both depend on the contract alone, and are made once. */
export function changelogRoutes(app: FastifyInstance, pages: Browser, { settings, store }: Services): void {
  let page: Page | undefined
  let feed: string | undefined
  pages.read(addresses.changelog, async () => {
    page ??= referenceFrame(changelogPage())
    return page
  })
  app.get(`${addresses.changelog}.atom`, async (_request, reply) => {
    feed ??= changelogFeed(settings.publicUrl, await publishedAt())
    return reply
      .type('application/atom+xml; charset=utf-8')
      .headers({ 'cache-control': 'public, max-age=3600', 'access-control-allow-origin': '*' })
      .send(feed)
  })

  async function publishedAt(): Promise<Date> {
    const row = await store.database
      .selectFrom('published_contract')
      .select('published_at')
      .where('contract_hash', '=', hashOf(contractRecord()))
      .executeTakeFirst()
    return row?.published_at ?? new Date()
  }
}
