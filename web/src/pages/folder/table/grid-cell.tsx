import type { Task } from '@taskwright/sdk'
import { memo, type ReactNode, useLayoutEffect, useRef } from 'react'
import { isPast } from '../../../data/days.ts'
import { words } from '../../../language/words.ts'
import { FieldEditor } from '../../../parts/fields/field-editor.tsx'
import { FieldShown } from '../../../parts/fields/field-shown.tsx'
import type { Field } from '../../../parts/fields/fields.ts'
import type { GridActions } from './grid-actions.ts'

const t = words('grid-cell', {
  late: ', late',
  wrong: ({ why }: { why: string }) => `, not changed: ${why}`,
})

interface GridCellProps {
  task: Task
  field: Field
  column: number
  /** Classes that say where in the selection it stands. */
  looks: string
  isSelected: boolean
  isActive: boolean
  editing: { typed?: string | undefined } | undefined
  /** Why it was not changed the last time. */
  wrong: string | undefined
  actions: GridActions
  /** Drawn before the value, and after it. */
  before?: ReactNode
  after?: ReactNode
}

/** A value of a task in a cell of a table; where it is edited, its editor. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { task, field, column, looks, isSelected, isActive, editing, wrong, actions, before, after } = props
  const { key, title, format, read, change } = field
  const cell = useRef<HTMLDivElement>(null)
  const value = read(task)
  const isEdited = isActive && editing !== undefined && change !== undefined
  // The cell that one goes to takes the focus, unless an editor in it does.
  useLayoutEffect(() => {
    if (isActive && !isEdited && actions.cursor.hasFocus) cell.current?.focus({ preventScroll: true })
  }, [isActive, isEdited, actions])
  const isLate = key === 'DueDate' && value !== '' && task.status === 'Active' && isPast(value)
  const content =
    format.type === 'Checkbox' && change ? (
      <input
        type="checkbox"
        className="field-check"
        tabIndex={-1}
        aria-label={`${task.title}: ${title}`}
        checked={value === 'true'}
        onChange={() => actions.set(task, field, value === 'true' ? '' : 'true')}
      />
    ) : (
      <FieldShown format={format} value={value} task={task} />
    )
  const said = {
    // Screen readers tell the title with each cell of the row.
    role: column === 0 ? 'rowheader' : 'gridcell',
    'aria-colindex': column + 1,
    'aria-selected': isSelected,
    ...(!change && { 'aria-readonly': true }),
    ...(wrong !== undefined && { 'aria-invalid': true }),
  }
  return (
    <div
      ref={cell}
      {...said}
      tabIndex={isActive ? 0 : -1}
      data-column={column}
      title={wrong}
      className={`${looks}${isEdited ? ' edited' : ''}${isLate ? ' late' : ''}${wrong === undefined ? '' : ' wrong'} of-${format.type}`}
      style={{ left: column === 0 ? 0 : `var(--x${column})`, width: `var(--w${column})` }}
    >
      {!isEdited && before}
      {isEdited ? (
        <FieldEditor
          format={format}
          label={`${task.title}: ${title}`}
          value={value}
          task={task}
          onChange={(next) => actions.set(task, field, next)}
          inCell={{
            typed: editing.typed,
            onDone: actions.endEdit,
            onWrong: (_text, why) => actions.wrong(task, field, why),
          }}
        />
      ) : (
        content
      )}
      {isLate && <span className="unseen">{t.late}</span>}
      {wrong !== undefined && <span className="unseen">{t.wrong({ why: wrong })}</span>}
      {!isEdited && after}
    </div>
  )
})
