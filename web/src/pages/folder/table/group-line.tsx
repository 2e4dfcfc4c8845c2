import { memo, useLayoutEffect, useRef } from 'react'
import { plural, words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { ColourDot } from '../../../parts/status.tsx'
import type { Item } from '../list/list-items.ts'
import type { GridActions } from './grid-actions.ts'
import { useRowState } from './grid-row.tsx'

const t = words('group-line', {
  tasks: ({ count }: { count: number }) => plural(count, { one: '# task', other: '# tasks' }),
})

interface GroupLineProps {
  item: Item & { type: 'group' }
  index: number
  top: number
  columnCount: number
  actions: GridActions
  onToggle: (item: Item & { type: 'group' }) => void
}

/** The head of a group in a table: one cell over all columns; a click or Enter closes and opens it. */
export const GroupLine = memo(function GroupLine(props: GroupLineProps) {
  const { item, index, top, columnCount, actions, onToggle } = props
  const { group, level, isClosed } = item
  const isActive = useRowState(actions, index).active !== undefined
  const cell = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (isActive && actions.cursor.hasFocus) cell.current?.focus({ preventScroll: true })
  }, [isActive, actions])
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={level + 1}
      aria-expanded={!isClosed}
      data-index={index}
      className="grid-row group-line"
      style={{ transform: `translateY(${top}px)`, '--level': level }}
    >
      <div
        ref={cell}
        role="gridcell"
        aria-colindex={1}
        aria-colspan={columnCount}
        aria-readonly
        tabIndex={isActive ? 0 : -1}
        data-column={0}
        className={isActive ? 'grid-cell title-cell active' : 'grid-cell title-cell'}
        onClick={() => onToggle(item)}
        onKeyDown={() => {}}
      >
        <Icon name={isClosed ? 'forward' : 'down'} />
        {group.color && <ColourDot color={group.color} />}
        <span className="field-text">{group.title}</span>
        <span className="quiet count">
          <span aria-hidden="true">{group.tasks.length}</span>
          <span className="unseen">{t.tasks({ count: group.tasks.length })}</span>
        </span>
      </div>
    </div>
  )
})
