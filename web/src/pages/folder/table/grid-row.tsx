import { memo, useSyncExternalStore } from 'react'
import { plural, words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import type { TaskItem } from '../list/list-items.ts'
import type { RowState } from './cursor.ts'
import type { GridActions } from './grid-actions.ts'
import { GridCell } from './grid-cell.tsx'
import type { Column } from './widths.ts'

const t = words('grid-row', {
  open: ({ title }: { title: string }) => `Show the subtasks of ${title}`,
  close: ({ title }: { title: string }) => `Hide the subtasks of ${title}`,
  subtasks: ({ count }: { count: number }) => plural(count, { one: '# subtask', other: '# subtasks' }),
  show: ({ title }: { title: string }) => `Open ${title}`,
})

export interface RowPlace {
  index: number
  top: number
  columns: readonly Column[]
  /** Which columns are seen; the first one, the title, always is. */
  seen: readonly number[]
  actions: GridActions
}

interface GridRowProps extends RowPlace {
  item: TaskItem
  isOpen: boolean
  marks: ReadonlyMap<string, string> | undefined
}

/** What a row shows of the cursor; it is drawn anew when that changes, and no other row is. */
export const useRowState = ({ cursor }: GridActions, index: number): RowState =>
  useSyncExternalStore(cursor.watch, () => cursor.stateOf(index))

/** One task of a table. */
export const GridRow = memo(function GridRow({
  item,
  index,
  top,
  columns,
  seen,
  isOpen,
  marks,
  actions,
}: GridRowProps) {
  const { task, level, isOpened } = item
  const state = useRowState(actions, index)
  const subtasks = task.subTaskIds?.length ?? 0
  const drawn = state.active === undefined || seen.includes(state.active) ? seen : [...seen, state.active]
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={level + 1}
      {...(subtasks > 0 && { 'aria-expanded': isOpened })}
      data-index={index}
      className={`grid-row${task.status === 'Completed' ? ' done' : ''}${isOpen ? ' open' : ''}`}
      style={{ transform: `translateY(${top}px)`, '--level': level }}
    >
      {drawn.map((column) => {
        const { field, key } = columns[column] as Column
        const isTitle = column === 0
        return (
          <GridCell
            key={key}
            task={task}
            field={field}
            column={column}
            looks={looksOf(state, column)}
            isSelected={(column >= state.left && column <= state.right) || state.active === column}
            isActive={state.active === column}
            editing={state.active === column ? state.editing : undefined}
            wrong={marks?.get(key)}
            actions={actions}
            {...(isTitle && {
              before:
                subtasks > 0 ? (
                  <button
                    type="button"
                    className="plain opener"
                    tabIndex={-1}
                    aria-label={isOpened ? t.close(task) : t.open(task)}
                    title={t.subtasks({ count: subtasks })}
                    onClick={() => actions.toggle(item)}
                  >
                    <Icon name={isOpened ? 'down' : 'forward'} />
                  </button>
                ) : (
                  <span className="opener" />
                ),
              after: (
                <button
                  type="button"
                  className="plain show"
                  tabIndex={-1}
                  aria-label={t.show(task)}
                  onClick={() => actions.open(task)}
                >
                  <Icon name="expand" />
                </button>
              ),
            })}
          />
        )
      })}
      {state.isBottom && !state.editing && <FillHandle column={Math.max(state.right, state.active ?? 0)} />}
    </div>
  )
})

/** The corner of the selection that is pulled to fill further rows; keys do it with Ctrl D. */
const FillHandle = ({ column }: { column: number }) => (
  <div
    className={column === 0 ? 'fill-handle of-title' : 'fill-handle'}
    aria-hidden="true"
    style={{ left: `calc(var(--x${column}) + var(--w${column}) - 4px)` }}
  />
)

/** Classes of a cell by where in the selection it stands. */
export function looksOf({ active, left, right, isTop, isBottom, isFilled }: RowState, column: number): string {
  const isIn = column >= left && column <= right
  return [
    'grid-cell',
    column === 0 && 'title-cell',
    isIn && (isFilled ? 'filled' : 'selected'),
    isIn && isTop && 'edge-top',
    isIn && isBottom && 'edge-bottom',
    isIn && !isFilled && column === left && 'edge-left',
    isIn && !isFilled && column === right && 'edge-right',
    active === column && 'active',
  ]
    .filter(Boolean)
    .join(' ')
}
