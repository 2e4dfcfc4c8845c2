import type { KeyboardEvent } from 'react'
import type { Selection } from '../bulk/use-selection.ts'
import type { Item, TaskItem } from './list-items.ts'

interface RowKeys {
  items: readonly Item[]
  selection: Selection
  goTo: (index: number) => void
  toggle: (item: TaskItem | (Item & { type: 'group' })) => void
  /** Missing where tasks can't be moved by hand. */
  step?: (item: TaskItem, by: 1 | -1) => void
  /** Missing where none can be deleted. */
  remove?: (item: TaskItem) => void
  menu: (item: TaskItem, anchor: HTMLElement) => void
}

/** The keys of a list, wherever in a row the focus is; what is typed into an editor stays there. */
export function rowKeys({ items, selection, goTo, toggle, step, remove, menu }: RowKeys) {
  const keys = () => items.flatMap((item) => (item.type === 'task' ? item.key : []))
  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    const row = target.closest<HTMLElement>('[data-index]')
    const index = Number(row?.dataset.index)
    const item = items[index]
    if (!row || !item || target.matches('input:not([type=checkbox]), textarea, select')) return
    const done = () => event.preventDefault()
    const isCommand = event.ctrlKey || event.metaKey
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined
    if (by) {
      done()
      if (event.altKey) {
        if (item.type === 'task') step?.(item, by)
        return
      }
      const next = index + by
      const beside = items[next]
      if (event.shiftKey && item.type === 'task') {
        if (selection.ids.size === 0) selection.start(item.key)
        if (beside?.type === 'task') selection.extendTo(beside.key, keys())
      }
      return goTo(next)
    }
    if (isCommand && event.key === 'a') {
      done()
      return selection.all(keys())
    }
    if (item.type === 'new') return
    switch (event.key) {
      case 'Home':
        done()
        return goTo(0)
      case 'End':
        done()
        return goTo(items.length - 1)
      case 'ArrowRight':
        if (isClosed(item)) {
          done()
          toggle(item)
        }
        return
      case 'ArrowLeft': {
        done()
        if (item.type === 'group' ? !item.isClosed : item.isOpened) return toggle(item)
        const above = items.findLastIndex((one, at) => at < index && one.type !== 'new' && one.level < item.level)
        if (above >= 0) goTo(above)
        return
      }
      case 'Escape':
        if (selection.ids.size === 0) return
        event.stopPropagation()
        return selection.clear()
      default:
    }
    if (item.type !== 'task' || !target.matches('.title')) return
    if (event.key === ' ') {
      done()
      selection.toggle(item.key)
    } else if (event.key === 'Delete' && remove) {
      done()
      remove(item)
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      done()
      const anchor = row.querySelector<HTMLElement>('.task-more button')
      if (anchor) menu(item, anchor)
    }
  }
}

const isClosed = (item: TaskItem | (Item & { type: 'group' })): boolean =>
  item.type === 'group' ? item.isClosed : !item.isOpened && Boolean(item.task.subTaskIds?.length)
