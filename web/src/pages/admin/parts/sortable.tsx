import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge'
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import './sortable.css'

const t = words('sortable', {
  move: ({ name, at, count }: { name: string; at: number; count: number }) => `Move ${name}, ${at} of ${count}`,
  keys: 'Arrow keys move it up and down; it can be dragged too.',
})

interface SortableProps {
  /** The list that it may be moved in; things of other lists are not dropped here. */
  list: string
  id: string
  name: string
  /** Ids of the list in their order. */
  order: readonly string[]
  onPlace: (id: string, beside: string, where: 'before' | 'after') => void
  className?: string
  children: ReactNode
}

type Edge = 'top' | 'bottom'

/** An item of a list that people put in order: dragged by its handle, or moved by the arrow keys while the handle has the focus. */
export function Sortable({ list, id, name, order, onPlace, className = '', children }: SortableProps) {
  const item = useRef<HTMLLIElement>(null)
  const handle = useRef<HTMLButtonElement>(null)
  const [edge, setEdge] = useState<Edge>()
  const [isDragged, setDragged] = useState(false)
  const place = useRef(onPlace)
  place.current = onPlace
  const at = order.indexOf(id)

  useEffect(() => {
    const [element, dragHandle] = [item.current, handle.current]
    if (!element || !dragHandle) return
    const isOther = (data: Record<string, unknown>) => data.list === list && data.id !== id
    const endDragging = draggable({
      element,
      dragHandle,
      getInitialData: () => ({ list, id }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    })
    const endDropping = dropTargetForElements({
      element,
      canDrop: ({ source }) => isOther(source.data),
      getData: ({ input }) => attachClosestEdge({ id }, { element, input, allowedEdges: ['top', 'bottom'] }),
      onDrag: ({ self }) => setEdge((extractClosestEdge(self.data) as Edge | null) ?? undefined),
      onDragLeave: () => setEdge(undefined),
      onDrop: ({ self, source }) => {
        setEdge(undefined)
        const where = extractClosestEdge(self.data) === 'top' ? 'before' : 'after'
        place.current(source.data.id as string, id, where)
      },
    })
    return () => {
      endDragging()
      endDropping()
    }
  }, [list, id])

  // A browser takes the focus from what is put elsewhere in the page.
  const wasMoved = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is what it waits for
  useLayoutEffect(() => {
    if (wasMoved.current) handle.current?.focus()
    wasMoved.current = false
  }, [at])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const beside = step === undefined ? undefined : order[at + step]
    if (step === undefined) return
    event.preventDefault()
    if (beside === undefined) return
    wasMoved.current = true
    onPlace(id, beside, step < 0 ? 'before' : 'after')
  }
  return (
    <li ref={item} className={`sortable ${className}`} data-edge={edge} data-dragged={isDragged || undefined}>
      <button
        ref={handle}
        type="button"
        className="plain handle"
        aria-label={t.move({ name, at: at + 1, count: order.length })}
        title={t.keys}
        onKeyDown={onKeyDown}
      >
        <Icon name="drag" />
      </button>
      {children}
    </li>
  )
}
