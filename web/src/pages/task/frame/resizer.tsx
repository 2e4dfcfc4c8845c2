import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { words } from '../../../language/words.ts'

const t = words('task-resizer', { width: 'Width of the task' })

const [least, usual, most] = [352, 560, 1200]
const step = 32
const remembered = 'task-width'

/** How wide a task stands beside a list, in pixels; remembered by the browser. */
export function usePanelWidth() {
  const [width, setWidth] = useState(() => bounded(Number(localStorage.getItem(remembered)) || usual))
  const become = (next: number) => {
    setWidth(bounded(next))
    localStorage.setItem(remembered, String(bounded(next)))
  }
  return [width, become] as const
}

const bounded = (width: number) => Math.round(Math.min(Math.max(width, least), most))

/** The border between a list and its task: dragged, or moved by the arrow keys; a double click gives the usual width back. */
export function Resizer({ width, become }: { width: number; become: (width: number) => void }) {
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const panel = event.currentTarget.parentElement as HTMLElement
    become(panel.getBoundingClientRect().right - event.clientX)
  }
  const move = (event: KeyboardEvent) => {
    const next = { ArrowLeft: width + step, ArrowRight: width - step, Home: least, End: most }[event.key]
    if (next === undefined) return
    event.preventDefault()
    become(next)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr takes no keys
    <div
      className="task-resizer"
      role="separator"
      tabIndex={0}
      aria-label={t.width}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={move}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => become(usual)}
    />
  )
}
