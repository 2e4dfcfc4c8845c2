import { type DragEvent, useState } from 'react'
import type { Item, TaskItem } from './list-items.ts'

export type DropEdge = 'before' | 'after' | 'inside'

interface RowDrag {
  items: readonly Item[]
  isEnabled: boolean
  selected: ReadonlySet<string>
  onDrop: (moved: readonly TaskItem[], target: Item, edge: DropEdge) => void
}

/** Rows are dragged to another place or group, all selected ones together. Alt and the arrow keys, and the menu, do the same. */
export function useRowDrag({ items, isEnabled, selected, onDrop }: RowDrag) {
  const [dragged, setDragged] = useState<readonly TaskItem[]>([])
  const [target, setTarget] = useState<{ key: string; edge: 'before' | 'after' }>()
  const itemAt = (event: DragEvent) => {
    const row = (event.target as HTMLElement).closest?.<HTMLElement>('[data-index]')
    const item = row ? items[Number(row.dataset.index)] : undefined
    return row && item ? { row, item } : undefined
  }
  const stop = () => {
    setDragged([])
    setTarget(undefined)
  }
  return {
    isEnabled,
    target,
    handlers: isEnabled
      ? {
          onDragStart: (event: DragEvent) => {
            const { item } = itemAt(event) ?? {}
            if (item?.type !== 'task') return
            event.dataTransfer.effectAllowed = 'move'
            event.dataTransfer.setData('text/plain', item.task.title)
            const together = items.filter((one): one is TaskItem => one.type === 'task' && selected.has(one.key))
            setDragged(selected.has(item.key) ? together : [item])
          },
          onDragOver: (event: DragEvent) => {
            const over = itemAt(event)
            if (dragged.length === 0 || !over || over.item.type === 'new') return
            event.preventDefault()
            const { top, height } = over.row.getBoundingClientRect()
            const edge = event.clientY < top + height / 2 ? 'before' : 'after'
            if (target?.key !== over.item.key || target.edge !== edge) setTarget({ key: over.item.key, edge })
          },
          onDrop: (event: DragEvent) => {
            event.preventDefault()
            const over = items.find(({ key }) => key === target?.key)
            if (over && target) onDrop(dragged, over, over.type === 'group' ? 'inside' : target.edge)
            stop()
          },
          onDragEnd: stop,
        }
      : {},
  }
}
