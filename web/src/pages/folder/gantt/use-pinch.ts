import { type TouchEvent, useRef } from 'react'

/** By how much two fingers have to part, or come together, for the next scale. */
const ratio = 1.5

/** Two fingers that part zoom in, those that come together zoom out. */
export function usePinch(zoom: (step: 1 | -1) => void) {
  const began = useRef<number>(undefined)
  const apart = ({ touches }: TouchEvent): number => {
    const [one, other] = [touches[0], touches[1]]
    return one && other ? Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) : 0
  }
  return {
    onTouchStart: (event: TouchEvent) => {
      began.current = event.touches.length === 2 ? apart(event) : undefined
    },
    onTouchMove: (event: TouchEvent) => {
      if (began.current === undefined || event.touches.length !== 2) return
      const now = apart(event)
      if (now < began.current * ratio && now > began.current / ratio) return
      zoom(now > began.current ? 1 : -1)
      began.current = now
    },
  }
}
