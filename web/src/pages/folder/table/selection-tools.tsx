import { useMemo, useSyncExternalStore } from 'react'
import type { View } from '../../../data/use-view.ts'
import { BulkBar } from '../bulk/bulk-bar.tsx'
import { RowMenu } from '../bulk/row-menu.tsx'
import type { Edit } from '../bulk/use-edit.ts'
import { unique } from '../list/use-open-tasks.ts'
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

/** What can be done with whole rows: with those that are selected from the first column to the last, or with one by its menu. */
export function SelectionTools(props: SelectionToolsProps) {
  const { view, cursor, lines, columnCount, edit, asked, onClose, focus } = props
  const said = useSyncExternalStore(cursor.watch, () => {
    const { top, bottom, left, right } = cursor.range()
    return columnCount > 1 && left === 0 && right === columnCount - 1 ? `${top} ${bottom}` : ''
  })
  const tasks = useMemo(() => {
    if (said === '') return []
    const [top = 0, bottom = 0] = said.split(' ').map(Number)
    return unique(lines.slice(top, bottom + 1).flatMap((item) => (item.type === 'task' ? item.task : [])))
  }, [said, lines])
  const item = asked && lines[asked.at]
  const isSelected = item?.type === 'task' && tasks.includes(item.task)
  const close = () => {
    onClose()
    focus()
  }
  return (
    <>
      {tasks.length > 0 && (
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
          onClose={close}
        />
      )}
    </>
  )
}
