import type { RefObject } from 'react'
import { useSeen } from '../../../parts/use-seen.ts'

/** Pixels by which a window may be wrong, so that not every step of scrolling draws anew. */
const coarse = 400

/** The part of a wide element that is seen, and a little around it: from a left edge until a right one. */
export const useWindow = (scroller: RefObject<HTMLElement | null>, isThere: boolean): { left: number; right: number } =>
  useSeen(
    scroller,
    ({ scrollLeft, clientWidth }) => ({
      left: Math.floor(scrollLeft / coarse) * coarse - coarse,
      right: Math.ceil((scrollLeft + clientWidth) / coarse) * coarse + coarse,
    }),
    { first: { left: 0, right: 3000 }, isThere },
  )
