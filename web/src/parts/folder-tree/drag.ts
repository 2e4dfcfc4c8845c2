import { useRef } from 'react'
import type { Key } from 'react-aria-components'
import { useDragAndDrop } from 'react-aria-components'
import { type Place, type Places, placesBelow } from '../../data/folders.ts'
import { usePlaceChanges } from '../../data/place-changes.ts'
import { idOfRow, parentOfRow } from './expanded.ts'

/** What travels with the pointer: rows of this tree. */
const rowType = 'application/x-taskwright-place'

/** Why a place cannot be laid into another: into itself, into what is below it, or where it is already. */
export const fits = (places: Places, place: Place, into: string): boolean =>
  place.kind !== 'space' && !place.parentIds.includes(into) && !placesBelow(places, place.id).has(into)

/**
 * Places are dragged onto others: they move there; with Ctrl (Option on a Mac) they lie in both. By the keyboard: Enter on
 * the picture of a row takes it up, the arrow keys choose where, Enter lays it down, Escape leaves it.
 */
export function useTreeDrag(places: Places) {
  const changes = usePlaceChanges()
  // The page is drawn anew while something is dragged.
  const dragged = useRef<readonly Key[]>([])
  return useDragAndDrop<{ id: string }>({
    getItems: (keys) =>
      [...keys].map((key) => ({
        [rowType]: String(key),
        'text/plain': places.byId.get(idOfRow(key))?.title ?? '',
      })),
    onDragStart: ({ keys }) => {
      dragged.current = [...keys]
    },
    acceptedDragTypes: [rowType],
    getAllowedDropOperations: () => ['move', 'copy'],
    getDropOperation: (target, types, allowed) => {
      if (target.type !== 'item' || target.dropPosition !== 'on' || !types.has(rowType)) return 'cancel'
      const into = idOfRow(target.key)
      const all = dragged.current.flatMap((key) => places.byId.get(idOfRow(key)) ?? [])
      return all.every((place) => fits(places, place, into)) ? (allowed[0] ?? 'cancel') : 'cancel'
    },
    onItemDrop: ({ target, items, dropOperation }) => {
      const to = places.byId.get(idOfRow(target.key))
      void Promise.all(
        items.map(async (item) => {
          if (item.kind !== 'text') return
          const key = await item.getText(rowType)
          const place = places.byId.get(idOfRow(key))
          if (!place || !to || !fits(places, place, to.id)) return
          changes.move(place, to, dropOperation === 'move' ? places.byId.get(parentOfRow(key) ?? '') : undefined)
        }),
      )
    },
  })
}
