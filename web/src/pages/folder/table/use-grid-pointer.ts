import type { MouseEvent, PointerEvent, RefObject } from 'react'
import { useMemo } from 'react'
import { scrollAlong } from '../board/scroll-along.ts'
import type { Cursor, Range, Spot } from './cursor.ts'

interface Options {
  cursor: Cursor
  scroller: RefObject<HTMLElement | null>
  canEdit: (spot: Spot) => boolean
  /** The fill handle was pulled from a range over a larger one. */
  onFill: (from: Range, to: Range) => void
}

/**
 * What pointers do: a click makes a cell the active one, pulling selects a range, a second click of a finger or a double one of a
 * mouse edits. A finger that moves scrolls.
 */
export function useGridPointer({ cursor, scroller, canEdit, onFill }: Options) {
  const along = useMemo(() => scrollAlong(() => scroller.current), [scroller])

  /** Follows the pointer from cell to cell until it is let go. */
  function follow(onCell: (spot: Spot) => void, onEnd: () => void): void {
    const move = (event: globalThis.PointerEvent) => {
      along.follow(event)
      const spot = spotAt(document.elementFromPoint(event.clientX, event.clientY), scroller.current)
      if (spot && spot.row >= 0) onCell(spot)
    }
    const end = () => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', end)
      removeEventListener('pointercancel', end)
      along.stop()
      onEnd()
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', end)
    addEventListener('pointercancel', end)
  }

  /** Goes to a cell that was pointed at; it may be the active one, with the focus elsewhere. */
  function come(spot: Spot, target: HTMLElement, extend = false): void {
    cursor.hasFocus = true
    cursor.goTo(spot, { extend })
    target.closest<HTMLElement>('[data-column]')?.focus({ preventScroll: true })
  }

  function pullHandle(): void {
    const from = cursor.range()
    let to = from
    follow(
      ({ row }) => {
        to = { ...from, top: Math.min(from.top, row), bottom: Math.max(from.bottom, row) }
        cursor.fill(to)
      },
      () => {
        cursor.fill(undefined)
        if (to.top !== from.top || to.bottom !== from.bottom) onFill(from, to)
      },
    )
  }

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const target = event.target as HTMLElement
      if (event.button !== 0 || !event.currentTarget.contains(target)) return
      if (target.closest('.fill-handle')) {
        event.preventDefault()
        return pullHandle()
      }
      const spot = spotAt(target, scroller.current)
      if (!spot || spot.row < 0 || event.pointerType === 'touch') return
      if (target.closest(controls)) {
        if (!cursor.editing) cursor.goTo(spot)
        return
      }
      if (isActive(cursor, spot) && cursor.editing) return
      // The focus goes to the cell, where it is anyway; a text must not be marked instead.
      event.preventDefault()
      come(spot, target, event.shiftKey)
      let last = spot
      follow(
        (next) => {
          if (next.row === last.row && next.column === last.column) return
          last = next
          cursor.goTo(next, { extend: true })
        },
        () => {},
      )
    },
    onClick(event: MouseEvent<HTMLElement>): void {
      const target = event.target as HTMLElement
      const spot = event.currentTarget.contains(target) ? spotAt(target, scroller.current) : undefined
      if (!spot || spot.row < 0 || target.closest(controls)) return
      if ((event.nativeEvent as globalThis.PointerEvent).pointerType !== 'touch') return
      const isSecond = isActive(cursor, spot) && cursor.hasFocus
      if (!isSecond) come(spot, target)
      else if (!cursor.editing && canEdit(spot)) cursor.edit({})
    },
    onDoubleClick(event: MouseEvent<HTMLElement>): void {
      const target = event.target as HTMLElement
      const spot = event.currentTarget.contains(target) ? spotAt(target, scroller.current) : undefined
      if (spot && spot.row >= 0 && !target.closest(controls) && canEdit(spot)) cursor.edit({})
    },
  }
}

const controls = 'button, input, a, [role="dialog"]'

const isActive = ({ active }: Cursor, { row, column }: Spot): boolean => active.row === row && active.column === column

/** The cell that an element is part of. */
export function spotAt(element: Element | null, within: HTMLElement | null): Spot | undefined {
  const cell = element?.closest<HTMLElement>('[data-column]')
  const row = cell?.closest<HTMLElement>('[data-index]')
  if (!cell || !row || !within?.contains(cell)) return undefined
  return { row: Number(row.dataset.index), column: Number(cell.dataset.column) }
}
