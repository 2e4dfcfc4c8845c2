import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/**
 * What is seen of an element that scrolls, as `look` tells it; drawn anew only when that becomes another. Where it is scrolled or
 * has another size it is looked at once a frame.
 *
 * @param look exact to some pixels or rows, so that not every step of scrolling draws anew
 * @param isThere false as long as the element is not drawn
 * @param unit what `look` measures by, such as the height of a row: with another one it is looked at anew
 */
export function useSeen<Seen extends Record<string, number>>(
  scroller: RefObject<HTMLElement | null>,
  look: (element: HTMLElement) => Seen,
  { first, isThere = true, unit }: { first: Seen; isThere?: boolean; unit?: number },
): Seen {
  const [seen, setSeen] = useState(first)
  const latest = useRef(look)
  latest.current = look
  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` goes by the unit
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !isThere) return
    let frame = 0
    const now = () => {
      frame = 0
      const next = latest.current(element)
      setSeen((before) => (Object.keys(next).every((name) => before[name] === next[name]) ? before : next))
    }
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(now)
    }
    now()
    element.addEventListener('scroll', later, { passive: true })
    const sizes = new ResizeObserver(later)
    sizes.observe(element)
    return () => {
      cancelAnimationFrame(frame)
      element.removeEventListener('scroll', later)
      sizes.disconnect()
    }
  }, [scroller, isThere, unit])
  return seen
}
