import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Grip } from '../../../data/moved-dates.ts'
import type { Held } from './moves.ts'

interface HeldData extends Held {
  [name: string | symbol]: unknown
  calendar: 'task'
}

const isHeldData = (data: Record<string | symbol, unknown>): data is HeldData => data.calendar === 'task'

/** Days of a chip, so that it is held at the day under the pointer. */
interface ChipDays {
  from: number
  to: number
}

/** Lets a task be dragged; with `days` it is held at the day under the pointer. */
export function useTaskDragging(
  element: RefObject<HTMLElement | null>,
  taskId: string,
  grip: Grip,
  days: ChipDays | undefined,
  isLoose = true,
): boolean {
  const [isDragged, setDragged] = useState(false)
  const [from, to] = [days?.from, days?.to]
  useEffect(() => {
    if (!element.current || !isLoose) return
    return draggable({
      element: element.current,
      getInitialData: ({ input, element: chip }): HeldData => {
        const held: HeldData = { calendar: 'task', taskId, grip }
        if (from === undefined || to === undefined) return held
        const box = chip.getBoundingClientRect()
        const share = Math.min(Math.max((input.clientX - box.left) / box.width, 0), 0.999)
        return { ...held, day: from + Math.floor(share * (to - from + 1)) }
      },
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    })
  }, [element, taskId, grip, from, to, isLoose])
  return isDragged
}

/** Lets tasks be dropped on a day. Whether one is held over it. */
export function useDayDropping(element: RefObject<HTMLElement | null>, day: number): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    if (!element.current) return
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => isHeldData(source.data),
      getData: () => ({ day }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    })
  }, [element, day])
  return isOver
}

/** Hears on which day what is dropped. */
export function useTaskDrops(onDrop: (held: Held, day: number) => void): void {
  const hear = useRef(onDrop)
  hear.current = onDrop
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => isHeldData(source.data),
        onDrop: ({ source, location }) => {
          const day = location.current.dropTargets[0]?.data.day
          if (typeof day === 'number' && isHeldData(source.data)) hear.current(source.data, day)
        },
      }),
    [],
  )
}
