import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { ListingAct, ListingState } from './states.ts'
import { type ListingText, textColumns, textOf } from './text.ts'

/** An application's listing: what is worked on, and where it stands. */
export interface Listing {
  clientId: string
  state: ListingState
  revision: number
  slug: string | null
  submittedAt: Date | null
  listedAt: Date | null
  text: ListingText
  /** What everybody reads now, under which name; undefined while it is not in the directory. */
  listed: (ListingText & { name: string }) | undefined
}

/** Finds the listing of an application; undefined if its people never wrote one. */
export async function findListing(database: Kysely<Database>, clientId: string): Promise<Listing | undefined> {
  const row = await database
    .selectFrom('application_listing')
    .selectAll()
    .where('client_id', '=', clientId)
    .executeTakeFirst()
  if (!row) return undefined
  const texts = await database
    .selectFrom('application_listing_text')
    .select(['edition', 'name', ...textColumns])
    .where('client_id', '=', clientId)
    .execute()
  const working = texts.find(({ edition }) => edition === 'working')
  const listed = texts.find(({ edition }) => edition === 'listed')
  if (!working) throw new Error(`The listing of ${clientId} has no text`)
  return {
    clientId,
    state: row.state,
    revision: row.revision,
    slug: row.slug,
    submittedAt: row.submitted_at,
    listedAt: row.listed_at,
    text: textOf(working),
    listed: listed && { ...textOf(listed), name: listed.name },
  }
}

/** One step of a listing's history. */
export interface ListingStep {
  act: ListingAct
  state: ListingState
  words: string
  madeAt: Date
  by: string
}

/** The newest steps of a listing, the last first; a run of edits by one person counts once. */
export async function listingSteps(database: Kysely<Database>, clientId: string): Promise<ListingStep[]> {
  const rows = await database
    .selectFrom('application_listing_step as step')
    .innerJoin('person', 'person.person_id', 'step.person_id')
    .select(['step.act', 'step.state', 'step.words', 'step.made_at', 'person.first_name', 'person.last_name'])
    .where('step.client_id', '=', clientId)
    .orderBy('step.step_id', 'desc')
    .limit(100)
    .execute()
  return rows
    .map((row) => ({
      act: row.act,
      state: row.state,
      words: row.words,
      madeAt: row.made_at,
      by: `${row.first_name} ${row.last_name}`.trim(),
    }))
    .filter((step, at, all) => step.act !== 'save' || all[at - 1]?.act !== 'save' || all[at - 1]?.by !== step.by)
}
