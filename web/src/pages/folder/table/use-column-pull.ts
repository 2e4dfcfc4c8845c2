import { type PointerEvent, useState } from 'react'
import { type Column, narrowest, widest } from './widths.ts'

/** A column whose edge is pulled: how wide it is meanwhile, and what begins it. */
export function useColumnPull(columns: readonly Column[], onEnd: (key: string, width: number) => void) {
  const [pulled, setPulled] = useState<{ key: string; width: number }>()
  const begin = (at: number, event: PointerEvent<HTMLElement>): void => {
    const column = columns[at]
    if (!column || event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    const from = event.clientX
    let { width } = column
    let hasMoved = false
    const move = ({ clientX }: globalThis.PointerEvent) => {
      hasMoved = true
      width = Math.min(Math.max(Math.round(column.width + clientX - from), narrowest), widest)
      setPulled({ key: column.key, width })
    }
    const end = () => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', end)
      removeEventListener('pointercancel', end)
      if (hasMoved) onEnd(column.key, width)
      setPulled(undefined)
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', end)
    addEventListener('pointercancel', end)
  }
  return { pulled, begin }
}
