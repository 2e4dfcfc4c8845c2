import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge'
import { useEffect, useRef, useState } from 'react'

/** Lets a row be dragged to another place of its list; `edge` is where another one would come to lie. */
export function useDragged(at: number, move: (from: number, to: number) => void, isAllowed: boolean) {
  const row = useRef<HTMLLIElement>(null)
  const [edge, setEdge] = useState<string>()
  const latest = useRef(move)
  latest.current = move
  useEffect(() => {
    const element = row.current
    if (!element || !isAllowed) return
    // The list is the kind: a row of another list is not taken.
    const list = element.parentElement
    return combine(
      draggable({ element, getInitialData: () => ({ at, list }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.list === list && source.data.at !== at,
        getData: ({ input }) => attachClosestEdge({ at }, { element, input, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self }) => setEdge(extractClosestEdge(self.data) ?? undefined),
        onDragLeave: () => setEdge(undefined),
        onDrop: ({ self, source }) => {
          setEdge(undefined)
          const from = source.data.at as number
          const above = extractClosestEdge(self.data) === 'top'
          latest.current(from, from < at ? (above ? at - 1 : at) : above ? at : at + 1)
        },
      }),
    )
  }, [at, isAllowed])
  return { row, edge }
}
