import type { RefObject } from 'react'
import type { GridProps } from './grid.tsx'
import type { GridActions } from './grid-actions.ts'
import { gridKeys } from './grid-keys.ts'
import type { useCellWork } from './use-cell-work.ts'
import type { Column } from './widths.ts'

interface Options extends GridProps {
  widths: readonly Column[]
  pageRows: number
  scroller: RefObject<HTMLElement | null>
  goTo: (row: number, column: number, extend?: boolean) => void
  canEdit: (row: number, column: number) => boolean
  work: ReturnType<typeof useCellWork>
  actions: GridActions
  setWidth: (key: string, width: number) => void
  ask: (asked: { menu: 'row' | 'column'; at: number; anchor: HTMLElement }) => void
}

/** What the keys do in a table, of what it shows now. */
export function useGridKeys(given: Options) {
  const { cursor, lines, fields, widths, pageRows, scroller, goTo, canEdit, work, actions, setWidth, ask } = given
  const { edit, onToggle, onToggleGroup } = given
  const item = () => lines[cursor.active.row]
  const menu = (which: 'row' | 'column') => () => {
    const anchor = scroller.current?.querySelector<HTMLElement>('[data-column][tabindex="0"]')
    const { row, column } = cursor.active
    if (anchor && (which === 'column' || item()?.type === 'task'))
      ask({ menu: which, at: which === 'row' ? row : column, anchor })
  }
  const unfold = (isOpen: boolean) => () => {
    const now = item()
    if (now?.type === 'group' && now.isClosed === isOpen) onToggleGroup(now)
    if (now?.type === 'task' && now.task.subTaskIds?.length && now.isOpened !== isOpen) onToggle(now)
  }
  return gridKeys({
    cursor,
    rowCount: lines.length,
    columnCount: fields.length,
    pageRows,
    kindOf: (row) => {
      if (row < 0) return 'head'
      const type = lines[row]?.type
      return type === 'end' || type === undefined ? 'new' : type
    },
    isToggled: (row, column) => {
      const field = fields[column]
      return lines[row]?.type === 'group' || (field?.format.type === 'Checkbox' && canEdit(row, column))
    },
    canEdit,
    hasRange: () => {
      const { top, bottom, left, right } = cursor.range()
      return top !== bottom || left !== right
    },
    goTo,
    resize: (by) => {
      const column = widths[cursor.active.column]
      if (column) setWidth(column.key, column.width + by)
    },
    act: {
      toggle: () => {
        const now = item()
        const field = fields[cursor.active.column]
        if (now?.type === 'group') onToggleGroup(now)
        else if (now?.type === 'task' && field)
          actions.set(now.task, field, field.read(now.task) === 'true' ? '' : 'true')
      },
      headMenu: menu('column'),
      rowMenu: menu('row'),
      clear: work.clear,
      fillDown: work.fillDown,
      undo: edit.undo,
      redo: edit.redo,
      open: () => {
        const now = item()
        if (now?.type === 'task') actions.open(now.task)
      },
      unfold: unfold(true),
      close: unfold(false),
      escape: () => cursor.goTo(cursor.active),
    },
  })
}
