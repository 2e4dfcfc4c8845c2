import type { RefObject } from 'react'
import { useCallback } from 'react'
import type { Spot } from './cursor.ts'
import type { Column } from './widths.ts'

/** Scrolls a table as far as it takes to see a cell beside the title and below the head. */
export function useReveal(scroller: RefObject<HTMLElement | null>, columns: readonly Column[], rowHeight: number) {
  return useCallback(
    ({ row, column }: Spot): void => {
      const element = scroller.current
      const place = columns[column]
      if (!element || !place) return
      const { scrollTop, scrollLeft, clientHeight, clientWidth } = element
      const titleWidth = columns[0]?.width ?? 0
      const top = row * rowHeight
      if (row >= 0 && top < scrollTop) element.scrollTop = top
      else if (row >= 0 && top + 2 * rowHeight > scrollTop + clientHeight)
        element.scrollTop = top + 2 * rowHeight - clientHeight
      if (column === 0) return
      if (place.left - titleWidth < scrollLeft) element.scrollLeft = place.left - titleWidth
      else if (place.left + place.width > scrollLeft + clientWidth)
        element.scrollLeft = place.left + place.width - clientWidth
    },
    [scroller, columns, rowHeight],
  )
}
