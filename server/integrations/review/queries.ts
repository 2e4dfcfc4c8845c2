import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'

/** Listings that wait for a review, the oldest first, or those in the directory, by name. */
export function listings(database: Kysely<Database>, which: 'waiting' | 'listed') {
  const all = database
    .selectFrom('application_listing as listing')
    .innerJoin('application', 'application.client_id', 'listing.client_id')
    .innerJoin('account', 'account.account_id', 'application.account_id')
    .innerJoin('application_listing_text as text', (join) =>
      join
        .onRef('text.client_id', '=', 'listing.client_id')
        .on('text.edition', '=', which === 'waiting' ? 'working' : 'listed'),
    )
    .select(['listing.client_id', 'listing.submitted_at', 'listing.listed_at', 'listing.slug'])
    .select(['text.name', 'text.tagline', 'account.name as account_name'])
  const chosen =
    which === 'waiting'
      ? all.where('listing.state', '=', 'submitted').orderBy('listing.submitted_at')
      : all.orderBy('text.name')
  return chosen.orderBy('listing.client_id').limit(500).execute()
}
