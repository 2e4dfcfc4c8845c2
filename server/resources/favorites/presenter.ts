import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { encodeId } from '#ids/encode.ts'
import { presentItem } from '../search/item.ts'
import { livingItems } from '../search/items.ts'
import type { Favorite } from './contract.ts'
import type { FavoriteRow } from './queries.ts'

/** Favourites with what they mark, but for what the caller doesn't see any more. */
export async function presentFavorites(
  caller: Caller,
  rows: readonly FavoriteRow[],
): Promise<Static<typeof Favorite>[]> {
  const items = await livingItems(caller, {
    tasks: rows.flatMap(({ task_id }) => task_id ?? []),
    folders: rows.flatMap(({ folder_id }) => folder_id ?? []),
  })
  return rows.flatMap((row) => {
    const item = items.get((row.task_id ?? row.folder_id) as number)
    if (!item) return []
    return [{ id: encodeId('Favorite', caller.accountId, row.favorite_id), ...presentItem(caller.accountId, item) }]
  })
}
