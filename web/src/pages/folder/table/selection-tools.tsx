import { useMemo, useSyncExternalStore } from 'react'
import type { View } from '../../../data/use-view.ts'
import { BulkBar } from '../bulk/bulk-bar.tsx'
import { RowMenu } from '../bulk/row-menu.tsx'
import type { Edit } from '../bulk/use-edit.ts'
import { unique } from '../list/list-items.ts'
import type { Cursor } from './cursor.ts'
import type { GridItem } from './table-items.ts'

interface SelectionToolsProps {
  view: View
  cursor: Cursor
  lines: readonly GridItem[]
  columnCount: number
  edit: Edit
  /** The row whose menu is asked for. */
  asked: { at: number; anchor: HTMLElement } | undefined
  onClose: () => void
  focus: () => void
}

/** What can be done with whole rows: by a bar with those that are selected from the first column to the last, by a menu with one or the selection it is in. */
export function SelectionTools(props: SelectionToolsProps) {
  const { view, cursor, lines, columnCount, edit, asked, onClose, focus } = props
  const said = useSyncExternalStore(cursor.watch, () => {
    const { top, bottom, left, right } = cursor.range()
    const isWhole = columnCount > 1 && left === 0 && right === columnCount - 1
    return isWhole || top !== bottom ? `${top} ${bottom} ${isWhole}` : ''
  })
  const tasks = useMemo(() => {
    if (said === '') return []
    const [top, bottom] = said.split(' ').map(Number) as [number, number, number]
    return unique(lines.slice(top, bottom + 1).flatMap((item) => (item.type === 'task' ? item.task : [])))
  }, [said, lines])
  const areWhole = said.endsWith('true')
  const item = asked && lines[asked.at]
  const isSelected = item?.type === 'task' && tasks.includes(item.task)
  const close = () => {
    onClose()
    focus()
  }
  return (
    <>
      {areWhole && tasks.length > 0 && (
        <BulkBar
          view={view}
          tasks={tasks}
          edit={edit}
          onClear={() => {
            cursor.goTo(cursor.active)
            focus()
          }}
        />
      )}
      {asked && item?.type === 'task' && (
        <RowMenu
          view={view}
          task={item.task}
          tasks={isSelected ? tasks : [item.task]}
          anchor={{ current: asked.anchor }}
          edit={edit}
          isSelected={isSelected}
          onSelect={() => {
            if (isSelected) cursor.goTo(cursor.active)
            else cursor.select({ row: asked.at, column: 0 }, { row: asked.at, column: columnCount - 1 })
          }}
          keys={{ open: 'Ctrl Enter', select: 'Shift Space' }}
          onClose={close}
        />
      )}
    </>
  )
}
