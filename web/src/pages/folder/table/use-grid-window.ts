import { type RefObject, useLayoutEffect, useState } from 'react'

/** The part of a table that is drawn: what is seen, and a little around it. */
export interface GridWindow {
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

/** Follows what is seen of a table while it is scrolled. */
export function useGridWindow(scroller: RefObject<HTMLElement | null>, rowHeight: number): GridWindow {
  const [seen, setSeen] = useState<GridWindow>({ firstRow: 0, lastRow: 30, left: 0, right: 2000, width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    let frame = 0
    const look = () => {
      frame = 0
      const { scrollTop, scrollLeft, clientWidth: width, clientHeight: height } = element
      const top = scrollTop / rowHeight
      const next = {
        firstRow: Math.max(0, (Math.floor(top / coarseRows) - 1) * coarseRows),
        lastRow: (Math.ceil((top + height / rowHeight) / coarseRows) + 1) * coarseRows,
        left: (Math.floor(scrollLeft / coarsePixels) - 1) * coarsePixels,
        right: (Math.ceil((scrollLeft + width) / coarsePixels) + 1) * coarsePixels,
        width,
        height,
      }
      setSeen((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }
    look()
    element.addEventListener('scroll', later, { passive: true })
    const sizes = new ResizeObserver(later)
    sizes.observe(element)
    return () => {
      cancelAnimationFrame(frame)
      element.removeEventListener('scroll', later)
      sizes.disconnect()
    }
  }, [scroller, rowHeight])
  return seen
}
