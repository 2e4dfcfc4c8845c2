import type { Task } from '@taskwright/sdk'
import { type PointerEvent as Press, type RefObject, useRef, useState } from 'react'
import type { Grip } from '../../../data/moved-dates.ts'
import type { Drafting } from '../dates/use-draft.ts'
import type { Axis } from './axis.ts'
import type { RelationType } from './bars.ts'
import type { OutlineRow } from './outline.ts'

export type End = 'Start' | 'Finish'

/** A line that is drawn from an end of a bar to the pointer, in coordinates of the window. */
export interface LineDraft {
  fromId: string
  end: End
  x: number
  y: number
}

export interface NewLink {
  predecessorId: string
  successorId: string
  relationType: RelationType
}

interface Options {
  axis: Axis
  scroller: RefObject<HTMLElement | null>
  drafting: Drafting
  /** Bars open on a click, and stay where they are. */
  isFixed: boolean
  tasksOf: (row: OutlineRow) => readonly Task[]
  onOpen: (row: OutlineRow) => void
  onLink: (link: NewLink) => void
}

/** Less than this is a click. */
const leastPixels = 4
/** How near to the edge the pointer has to come for the chart to go on, and how far it goes. */
const edge = 48
const stride = 14

/** Of the columns that stay, which the days go under. */
export const sideWidth = (scroller: HTMLElement | null): number =>
  [...(scroller?.querySelectorAll('.gantt-head [role="columnheader"]:not(.gantt-line)') ?? [])].reduce(
    (width, column) => width + column.getBoundingClientRect().width,
    0,
  )

/** How high the line of days is, which lies on what is scrolled below it. */
export const headHeight = (scroller: HTMLElement): number =>
  scroller.querySelector('.gantt-head')?.getBoundingClientRect().height ?? 0

/** Dragging with a mouse or a pen: bars, their ends, and lines between them. Fingers pan; they edit by the dialogs. */
export function useBarDrag(options: Options) {
  const now = useRef(options)
  now.current = options
  const [line, setLine] = useState<LineDraft>()

  /** Follows the pointer until it is let go; Escape gives up. */
  function follow(move: (event: PointerEvent) => void, end: (event: PointerEvent | undefined) => void): void {
    const goOn = (event: PointerEvent) => {
      const { scroller } = now.current
      const box = scroller.current?.getBoundingClientRect()
      if (box && event.clientX > box.right - edge) scroller.current?.scrollBy(stride, 0)
      else if (box && event.clientX < box.left + sideWidth(scroller.current) + edge)
        scroller.current?.scrollBy(-stride, 0)
      move(event)
    }
    const stop = (event: PointerEvent | undefined) => {
      removeEventListener('pointermove', goOn)
      removeEventListener('pointerup', stop)
      removeEventListener('pointercancel', giveUp)
      removeEventListener('keydown', onEscape, true)
      end(event)
    }
    const giveUp = () => stop(undefined)
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      giveUp()
    }
    addEventListener('pointermove', goOn)
    addEventListener('pointerup', stop)
    addEventListener('pointercancel', giveUp)
    addEventListener('keydown', onEscape, true)
  }

  return {
    line,
    /** A bar, or one of its ends, is held. */
    grab(event: Press, row: OutlineRow, grip: Grip): void {
      if (event.button !== 0 || event.pointerType === 'touch') return
      event.preventDefault()
      event.stopPropagation()
      const { scroller, tasksOf } = now.current
      const tasks = tasksOf(row)
      const from = event.clientX + (scroller.current?.scrollLeft ?? 0)
      let hasMoved = false
      follow(
        ({ clientX }) => {
          const pixels = clientX + (now.current.scroller.current?.scrollLeft ?? 0) - from
          if (now.current.isFixed) return
          hasMoved ||= Math.abs(pixels) >= leastPixels
          const days = Math.round(pixels / now.current.axis.dayWidth)
          now.current.drafting.setDraft(days === 0 ? undefined : { rowId: row.id, tasks, grip, days })
        },
        (end) => {
          if (!end) now.current.drafting.setDraft(undefined)
          else if (hasMoved) now.current.drafting.commit()
          else now.current.onOpen(row)
        },
      )
    },
    /** An end of a bar is drawn to another bar. */
    draw(event: Press, row: OutlineRow, end: End): void {
      if (event.button !== 0 || event.pointerType === 'touch') return
      event.preventDefault()
      event.stopPropagation()
      const at = ({ clientX, clientY }: { clientX: number; clientY: number }) =>
        setLine({ fromId: row.id, end, x: clientX, y: clientY })
      at(event)
      follow(at, (up) => {
        setLine(undefined)
        const target = up && document.elementFromPoint(up.clientX, up.clientY)?.closest<HTMLElement>('[data-bar]')
        const successorId = target?.dataset.bar
        if (!target || !successorId || successorId === row.id) return
        const box = target.getBoundingClientRect()
        const to: End = up.clientX < box.left + box.width / 2 ? 'Start' : 'Finish'
        now.current.onLink({ predecessorId: row.id, successorId, relationType: `${end}To${to}` })
      })
    },
  }
}
