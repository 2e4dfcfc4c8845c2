import { type RefObject, useEffect, useState } from 'react'

/** Pixels by which a window may be wrong, so that not every step of scrolling draws anew. */
const coarse = 400

/** The part of a wide element that is seen, and a little around it: from a left edge until a right one. */
export function useWindow(scroller: RefObject<HTMLElement | null>, isReady: boolean): { left: number; right: number } {
  const [seen, setSeen] = useState({ left: 0, right: 3000 })
  useEffect(() => {
    const element = scroller.current
    if (!element || !isReady) return
    let frame = 0
    const look = () => {
      frame = 0
      const left = Math.floor(element.scrollLeft / coarse) * coarse - coarse
      const right = Math.ceil((element.scrollLeft + element.clientWidth) / coarse) * coarse + coarse
      setSeen((before) => (before.left === left && before.right === right ? before : { left, right }))
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
  }, [scroller, isReady])
  return seen
}
