import { useQueryClient } from '@tanstack/react-query'
import { createFavorite, deleteFavorite, type Favorite, queryFavorites, updateFavorite } from '@taskwright/sdk'
import { useChange, useRead } from './api.ts'
import { tell } from './notices.ts'

/** A place or a task that can be marked. */
export type Markable = { folderId: string } | { taskId: string }

export const idOfMarked = (marked: { taskId?: string; folderId?: string }): string =>
  marked.taskId ?? marked.folderId ?? ''

/** What the person marked, in the person's order, and what changes it. */
export function useFavourites() {
  const memory = useQueryClient()
  const { data } = useRead(queryFavorites, {})
  const key = [queryFavorites.id, {}]
  /** Shows a change at once; returns what takes it back. */
  const show = (change: (rows: Favorite[]) => Favorite[]) => {
    const before = memory.getQueryData<Favorite[]>(key)
    if (before) memory.setQueryData(key, change(before))
    return () => memory.setQueryData(key, before)
  }
  const add = useChange(createFavorite, [queryFavorites])
  const remove = useChange(deleteFavorite, [queryFavorites], {
    show: ({ favoriteId }) => show((rows) => rows.filter(({ id }) => id !== favoriteId)),
  })
  const move = useChange(updateFavorite, [queryFavorites], {
    show: ({ favoriteId, positionBefore, positionAfter }) =>
      show((rows) => {
        const moved = rows.find(({ id }) => id === favoriteId)
        const rest = rows.filter(({ id }) => id !== favoriteId)
        const at = rest.findIndex(({ id }) => id === (positionBefore ?? positionAfter))
        return moved && at >= 0 ? rest.toSpliced(positionBefore ? at : at + 1, 0, moved) : rows
      }),
  })
  // A menu that asks is gone before the server answers; what went wrong is told all the same.
  const told = (calling: Promise<unknown>) =>
    void calling.catch((error: Error) => tell(error.message, { isFault: true }))
  return {
    list: data,
    of: (marked: Markable) => data?.find((one) => idOfMarked(one) === idOfMarked(marked)),
    add: (marked: Markable) => told(add.mutateAsync(marked)),
    remove: (favoriteId: string) => told(remove.mutateAsync({ favoriteId })),
    move: (favoriteId: string, beside: { positionBefore: string } | { positionAfter: string }) =>
      told(move.mutateAsync({ favoriteId, ...beside })),
  }
}
