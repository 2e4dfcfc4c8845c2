import { memo, useLayoutEffect, useRef } from 'react'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import type { GridActions } from './grid-actions.ts'
import { useRowState } from './grid-row.tsx'
import type { Column } from './widths.ts'

const t = words('head-row', {
  keys: 'Enter: what can be done with the column. Alt with the arrow keys: its width.',
})

interface HeadRowProps {
  columns: readonly Column[]
  seen: readonly number[]
  sorted: ReadonlyMap<string, 'ascending' | 'descending'>
  keysId: string
  actions: GridActions
  onMenu: (column: number, anchor: HTMLElement) => void
  onPull: (column: number, event: React.PointerEvent<HTMLElement>) => void
}

/** The names of the columns. A click or Enter shows what can be done with one; its edge is pulled to make it wider. */
export const HeadRow = memo(function HeadRow(props: HeadRowProps) {
  const { columns, seen, sorted, keysId, actions, onMenu, onPull } = props
  const { active } = useRowState(actions, -1)
  const drawn = active === undefined || seen.includes(active) ? seen : [...seen, active]
  return (
    <div role="row" aria-rowindex={1} data-index={-1} className="grid-row grid-head">
      <span id={keysId} hidden>
        {t.keys}
      </span>
      {drawn.map((column) => (
        <HeadCell
          key={columns[column]?.key}
          place={columns[column] as Column}
          column={column}
          isActive={active === column}
          sort={sorted.get(columns[column]?.key ?? '')}
          keysId={keysId}
          actions={actions}
          onMenu={onMenu}
          onPull={onPull}
        />
      ))}
    </div>
  )
})

interface HeadCellProps extends Pick<HeadRowProps, 'keysId' | 'actions' | 'onMenu' | 'onPull'> {
  place: Column
  column: number
  isActive: boolean
  sort: 'ascending' | 'descending' | undefined
}

function HeadCell({ place: { field }, column, isActive, sort, keysId, actions, onMenu, onPull }: HeadCellProps) {
  const cell = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (isActive && actions.cursor.hasFocus) cell.current?.focus({ preventScroll: true })
  }, [isActive, actions])
  return (
    <div
      ref={cell}
      role="columnheader"
      aria-colindex={column + 1}
      aria-sort={sort}
      aria-haspopup="menu"
      aria-describedby={keysId}
      aria-label={field.title}
      tabIndex={isActive ? 0 : -1}
      data-column={column}
      className={column === 0 ? 'grid-cell title-cell' : `grid-cell of-${field.format.type}`}
      style={{ left: column === 0 ? 0 : `var(--x${column})`, width: `var(--w${column})` }}
      onClick={({ currentTarget }) => onMenu(column, currentTarget)}
      onKeyDown={() => {}}
    >
      <span className="field-text">{field.title}</span>
      {!field.change && <Icon name="lock" className="quiet" />}
      {sort && <Icon name={sort === 'ascending' ? 'up' : 'down'} />}
      <span
        className="column-edge"
        aria-hidden="true"
        onPointerDown={(event) => onPull(column, event)}
        onClick={(event) => event.stopPropagation()}
        onKeyDown={() => {}}
      />
    </div>
  )
}
