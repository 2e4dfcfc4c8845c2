import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { findFreeSlug } from './slug.ts'
import { type ListingAct, type ListingState, stateAfter } from './states.ts'
import { type ListingText, rowOf, textColumns } from './text.ts'

/** A step of a listing that somebody wants to take. */
export interface Move {
  clientId: string
  act: Exclude<ListingAct, 'save'>
  byPersonId: number
  /** Of the listing as they saw it. */
  revision: number
  words?: string
}

/**
 * Takes a listing a step on: the one place where its state changes after the first draft.
 *
 * @returns the state after; undefined if the step can't be taken, or the listing is no longer what the person saw: somebody
 * was faster.
 */
export async function moveListing(database: Kysely<Database>, move: Move): Promise<ListingState | undefined> {
  return database.transaction().execute(async (transaction) => {
    const before = await lockListing(transaction, move.clientId)
    if (!before || before.revision !== move.revision) return undefined
    const state = stateAfter(move.act, before.state, before.isListed)
    if (!state) return undefined
    await effects[move.act]?.(transaction, move.clientId)
    await recordStep(transaction, { ...move, state })
    return state
  })
}

/**
 * Writes the text of a listing, and begins one where there is none.
 *
 * @returns false if the text can't be changed now: it is being reviewed, or somebody else saved meanwhile.
 */
export async function saveListing(
  database: Kysely<Database>,
  {
    clientId,
    byPersonId,
    revision,
    text,
  }: { clientId: string; byPersonId: number; revision: number; text: ListingText },
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const begun = await transaction
      .insertInto('application_listing')
      .values({ client_id: clientId, state: 'draft', revision: 0, slug: null, submitted_at: null, listed_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('client_id')
      .executeTakeFirst()
    const before = await lockListing(transaction, clientId)
    const state = before && stateAfter('save', before.state, before.isListed)
    if (!before || !state || (!begun && before.revision !== revision)) return false
    const { name } = await nameOf(transaction, clientId)
    await transaction
      .insertInto('application_listing_text')
      .values({ client_id: clientId, edition: 'working', name, ...rowOf(text) })
      .onConflict((conflict) => conflict.columns(['client_id', 'edition']).doUpdateSet({ name, ...rowOf(text) }))
      .execute()
    await recordStep(transaction, { clientId, act: 'save', byPersonId, state })
    return true
  })
}

/** What a step does besides changing the state. */
const effects: Partial<Record<ListingAct, (transaction: Kysely<Database>, clientId: string) => Promise<void>>> = {
  async submit(transaction, clientId) {
    const { name } = await nameOf(transaction, clientId)
    await transaction
      .updateTable('application_listing_text')
      .set({ name })
      .where('client_id', '=', clientId)
      .where('edition', '=', 'working')
      .execute()
    await transaction
      .updateTable('application_listing')
      .set({ submitted_at: new Date() })
      .where('client_id', '=', clientId)
      .execute()
  },
  async approve(transaction, clientId) {
    await takeOut(transaction, clientId)
    const { name } = await transaction
      .insertInto('application_listing_text')
      .columns(['client_id', 'edition', 'name', ...textColumns])
      .expression((from) =>
        from
          .selectFrom('application_listing_text')
          .select((row) => ['client_id', row.val<'listed'>('listed').as('edition'), 'name', ...textColumns])
          .where('client_id', '=', clientId)
          .where('edition', '=', 'working'),
      )
      .returning('name')
      .executeTakeFirstOrThrow()
    const slug = await findFreeSlug(transaction, clientId, name)
    await transaction
      .updateTable('application_listing')
      .set({ slug, listed_at: new Date() })
      .where('client_id', '=', clientId)
      .execute()
  },
  remove: takeOut,
  unlist: takeOut,
}

async function takeOut(transaction: Kysely<Database>, clientId: string): Promise<void> {
  await transaction
    .deleteFrom('application_listing_text')
    .where('client_id', '=', clientId)
    .where('edition', '=', 'listed')
    .execute()
}

/** Two people who take a step at once go one after the other; the second sees that the revision is another. */
async function lockListing(transaction: Kysely<Database>, clientId: string) {
  const row = await transaction
    .selectFrom('application_listing')
    .select(['state', 'revision'])
    .where('client_id', '=', clientId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const listed = await transaction
    .selectFrom('application_listing_text')
    .select('client_id')
    .where('client_id', '=', clientId)
    .where('edition', '=', 'listed')
    .executeTakeFirst()
  return { ...row, isListed: listed !== undefined }
}

async function recordStep(
  transaction: Kysely<Database>,
  step: { clientId: string; act: ListingAct; byPersonId: number; words?: string; state: ListingState },
): Promise<void> {
  const { clientId, act, byPersonId, words = '', state } = step
  await transaction
    .updateTable('application_listing')
    .set((row) => ({ state, revision: row('revision', '+', 1) }))
    .where('client_id', '=', clientId)
    .execute()
  await transaction
    .insertInto('application_listing_step')
    .values({ client_id: clientId, act, state, person_id: byPersonId, words })
    .execute()
}

function nameOf(transaction: Kysely<Database>, clientId: string) {
  return transaction
    .selectFrom('application')
    .select('name')
    .where('client_id', '=', clientId)
    .executeTakeFirstOrThrow()
}
