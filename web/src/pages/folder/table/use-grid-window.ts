import type { RefObject } from 'react'
import { useSeen } from '../../../parts/use-seen.ts'

/** The part of a table that is drawn: what is seen, and a little around it. */
export type GridWindow = {
  firstRow: number
  lastRow: number
  left: number
  right: number
  /** What the table's frame is wide and high. */
  width: number
  height: number
}

/** Rows and pixels by which a window may be wrong, so that not every step of scrolling draws anew. */
const coarseRows = 6
const coarsePixels = 200

const first: GridWindow = { firstRow: 0, lastRow: 30, left: 0, right: 2000, width: 0, height: 0 }

/** Follows what is seen of a table while it is scrolled. */
export const useGridWindow = (scroller: RefObject<HTMLElement | null>, rowHeight: number): GridWindow =>
  useSeen(
    scroller,
    ({ scrollTop, scrollLeft, clientWidth: width, clientHeight: height }) => {
      const top = scrollTop / rowHeight
      return {
        firstRow: Math.max(0, (Math.floor(top / coarseRows) - 1) * coarseRows),
        lastRow: (Math.ceil((top + height / rowHeight) / coarseRows) + 1) * coarseRows,
        left: (Math.floor(scrollLeft / coarsePixels) - 1) * coarsePixels,
        right: (Math.ceil((scrollLeft + width) / coarsePixels) + 1) * coarsePixels,
        width,
        height,
      }
    },
    { first, unit: rowHeight },
  )
