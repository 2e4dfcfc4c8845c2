import { generateKeyBetween } from 'fractional-indexing'
import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { forbidden, notFound } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'
import { idAsSent } from '#ids/foreign.ts'
import type { FavoriteTables } from './tables.ts'

export type FavoriteRow = Selectable<FavoriteTables['favorite']>

/**
 * A person's own marks change nothing for anybody else: they are written by one statement each, without an event
 * (decision 30).
 */
const own = (caller: Caller) =>
  connectionOf(caller)
    .selectFrom('favorite')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('person_id', '=', caller.personId)

/** All favourites of the caller, in their order. */
export const favoritesOf = (caller: Caller): Promise<FavoriteRow[]> =>
  own(caller).orderBy('position').orderBy('favorite_id').execute()

/** @throws {Refused} `resource_not_found`, or `access_forbidden` for somebody else's. */
export async function favoriteById(caller: Caller, favoriteId: number): Promise<FavoriteRow> {
  const row = await connectionOf(caller)
    .selectFrom('favorite')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('favorite_id', '=', favoriteId)
    .executeTakeFirst()
  const text = idAsSent(caller.accountId, 'Favorite', favoriteId)
  if (!row) throw notFound('Favorite', text)
  if (row.person_id !== caller.personId) throw forbidden(`Favorite '${text}' is somebody else’s`)
  return row
}

/** Marks something, behind the others; what is marked already comes back as it is. */
export async function addFavorite(
  caller: Caller,
  item: { folder_id: number } | { task_id: number },
): Promise<FavoriteRow> {
  const last = (await favoritesOf(caller)).at(-1)?.position ?? null
  const made = await connectionOf(caller)
    .insertInto('favorite')
    .values({
      ...item,
      account_id: caller.accountId,
      person_id: caller.personId,
      position: generateKeyBetween(last, null),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (made) return made
  return 'folder_id' in item
    ? own(caller).where('folder_id', '=', item.folder_id).executeTakeFirstOrThrow()
    : own(caller).where('task_id', '=', item.task_id).executeTakeFirstOrThrow()
}

/** Puts one before or after another. */
export async function moveFavorite(
  caller: Caller,
  row: FavoriteRow,
  beside: { before?: FavoriteRow | undefined; after?: FavoriteRow | undefined },
): Promise<void> {
  const others = (await favoritesOf(caller)).filter(({ favorite_id }) => favorite_id !== row.favorite_id)
  const anchor = others.findIndex(({ favorite_id }) => favorite_id === (beside.before ?? beside.after)?.favorite_id)
  const at = anchor < 0 ? others.length : beside.before ? anchor : anchor + 1
  // Two that were marked at the same moment have one key: between them there is none, behind them there is.
  const low = others[at - 1]?.position ?? null
  const high = others.slice(at).find(({ position }) => low === null || position > low)?.position ?? null
  await sql`update favorite set position = ${generateKeyBetween(low, high)}
    where account_id = ${caller.accountId} and favorite_id = ${row.favorite_id}`.execute(connectionOf(caller))
}

export async function removeFavorite(caller: Caller, row: FavoriteRow): Promise<void> {
  await connectionOf(caller)
    .deleteFrom('favorite')
    .where('account_id', '=', caller.accountId)
    .where('favorite_id', '=', row.favorite_id)
    .execute()
}
