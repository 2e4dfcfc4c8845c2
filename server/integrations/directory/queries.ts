import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { isCategory } from '../listing/categories.ts'
import { textColumns, textOf } from '../listing/text.ts'

/** What somebody looks for. */
export interface Search {
  words: string
  category: string
  page: number
}

/** Integrations on a page of the directory. */
export const pageSize = 48

/** A page of the integrations that fit, by name, and how many there are in each category whatever the category asked for. */
export async function searchDirectory(database: Kysely<Database>, search: Search) {
  const found = listed(database).where((row) =>
    row.and(
      wordsOf(search.words).map(
        (word) =>
          sql<boolean>`concat_ws(' ', text.name, text.tagline, text.description, account.name) ilike ${`%${word}%`}`,
      ),
    ),
  )
  const counts = await found
    .clearSelect()
    .select((row) => ['text.category', row.fn.countAll<number>().as('count')])
    .groupBy('text.category')
    .execute()
  const inCategory = isCategory(search.category) ? found.where('text.category', '=', search.category) : found
  const rows = await inCategory
    .orderBy(sql`lower(text.name)`)
    .orderBy('text.client_id')
    .limit(pageSize + 1)
    .offset((search.page - 1) * pageSize)
    .execute()
  return {
    integrations: rows.slice(0, pageSize),
    hasMore: rows.length > pageSize,
    counts: new Map(counts.map(({ category, count }) => [category, Number(count)])),
  }
}

/** Finds a listed integration by its name in addresses or its client id; undefined if it isn't listed. */
export async function findIntegration(database: Kysely<Database>, key: string) {
  const row = await listed(database)
    .select(textColumns.map((column) => `text.${column}` as const))
    .where((one) => one.or([one('listing.slug', '=', key), one('listing.client_id', '=', key)]))
    .executeTakeFirst()
  return row && { clientId: row.client_id, name: row.name, madeBy: row.account_name, slug: row.slug, text: textOf(row) }
}

/** Suspended applications are in nobody's directory: nobody could connect them. */
function listed(database: Kysely<Database>) {
  return database
    .selectFrom('application_listing_text as text')
    .innerJoin('application_listing as listing', 'listing.client_id', 'text.client_id')
    .innerJoin('application', 'application.client_id', 'text.client_id')
    .innerJoin('account', 'account.account_id', 'application.account_id')
    .leftJoin('application_logo as logo', 'logo.client_id', 'application.client_id')
    .select([
      'text.client_id',
      'text.name',
      'text.tagline',
      'text.category',
      'listing.slug',
      'account.name as account_name',
    ])
    .select('logo.version as logoVersion')
    .where('text.edition', '=', 'listed')
    .where('application.suspended_at', 'is', null)
}

/** Up to five words, with nothing in them that `like` reads. */
function wordsOf(text: string): string[] {
  const words = text
    .slice(0, 200)
    .split(/\s+/)
    .filter((word) => word !== '')
  return words.slice(0, 5).map((word) => word.replace(/[\\%_]/g, '\\$&'))
}
