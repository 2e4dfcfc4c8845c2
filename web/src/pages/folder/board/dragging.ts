import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import {
  draggable,
  dropTargetForElements,
  type ElementDropTargetEventBasePayload,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { CellPlace } from './cells.ts'
import { scrollAlong } from './scroll-along.ts'

export type Edge = 'top' | 'bottom'

interface CardData extends CellPlace {
  [name: string | symbol]: unknown
  board: 'card'
  taskId: string
}

interface CellData extends CellPlace {
  [name: string | symbol]: unknown
  board: 'cell'
}

const isCard = (data: Record<string | symbol, unknown>): data is CardData => data.board === 'card'
const isCell = (data: Record<string | symbol, unknown>): data is CellData => data.board === 'cell'

/** Lets a card be dragged, and others be dropped above or below it. The edge where one would land, while it would. */
export function useCardDragging(
  element: RefObject<HTMLElement | null>,
  taskId: string,
  { column, lane }: CellPlace,
  { isByHand, isFixed }: { isByHand: boolean; isFixed: boolean },
): { isDragged: boolean; edge: Edge | undefined } {
  const [isDragged, setDragged] = useState(false)
  const [edge, setEdge] = useState<Edge>()
  useEffect(() => {
    if (!element.current || isFixed) return
    const data: CardData = { board: 'card', taskId, column, lane }
    const become = ({ self, source }: ElementDropTargetEventBasePayload) => {
      const closest = extractClosestEdge(self.data)
      setEdge(source.data.taskId === taskId || !closest ? undefined : (closest as Edge))
    }
    return combine(
      draggable({
        element: element.current,
        getInitialData: () => data,
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element: element.current,
        canDrop: ({ source }) => isByHand && isCard(source.data),
        getData: ({ input, element: target }) =>
          attachClosestEdge(data, { input, element: target, allowedEdges: ['top', 'bottom'] }),
        onDragEnter: become,
        onDrag: become,
        onDragLeave: () => setEdge(undefined),
        onDrop: () => setEdge(undefined),
      }),
    )
  }, [element, taskId, column, lane, isByHand, isFixed])
  return { isDragged, edge }
}

/** Lets cards be dropped into a cell. Whether one is held over it. */
export function useCellDropping(
  element: RefObject<HTMLElement | null>,
  { column, lane }: CellPlace,
  takes: (taskId: string, from: CellPlace, to: CellPlace) => boolean,
): boolean {
  const [isOver, setOver] = useState(false)
  const judge = useRef(takes)
  judge.current = takes
  useEffect(() => {
    if (!element.current) return
    const data: CellData = { board: 'cell', column, lane }
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => isCard(source.data) && judge.current(source.data.taskId, source.data, { column, lane }),
      getData: () => data,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    })
  }, [element, column, lane])
  return isOver
}

export interface Drop {
  taskId: string
  from: CellPlace
  to: CellPlace
  over: { taskId: string; edge: Edge } | undefined
}

/** Hears where cards are dropped; a list or the board under the pointer scrolls when it comes near its end. */
export function useDrops(board: RefObject<HTMLElement | null>, onDrop: (drop: Drop) => void): void {
  const hear = useRef(onDrop)
  hear.current = onDrop
  useEffect(() => {
    const scrolling = scrollAlong(() => board.current)
    const end = monitorForElements({
      canMonitor: ({ source }) => isCard(source.data),
      onDrag: ({ location }) => scrolling.follow(location.current.input),
      onDrop: ({ source, location }) => {
        scrolling.stop()
        const [first, second] = location.current.dropTargets
        const cell = [first, second].find((target) => target && isCell(target.data))?.data
        if (!cell || !isCell(cell) || !isCard(source.data)) return
        const edge = first && isCard(first.data) ? extractClosestEdge(first.data) : null
        hear.current({
          taskId: source.data.taskId,
          from: { column: source.data.column, lane: source.data.lane },
          to: { column: cell.column, lane: cell.lane },
          over: edge && first ? { taskId: first.data.taskId as string, edge: edge as Edge } : undefined,
        })
      },
    })
    return () => {
      scrolling.stop()
      end()
    }
  }, [board])
}
