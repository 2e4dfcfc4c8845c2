import type { Task } from '@taskwright/sdk'
import { useState } from 'react'
import { isPast } from '../../../data/days.ts'
import type { TaskMembers } from '../../../data/tasks.ts'
import { words } from '../../../language/words.ts'
import { FieldEditor } from '../../../parts/fields/field-editor.tsx'
import { FieldShown } from '../../../parts/fields/field-shown.tsx'
import type { Field } from '../../../parts/fields/fields.ts'

const t = words('list-cell', {
  label: ({ field }: { field: string }) => `${field}: `,
  none: 'none',
  late: ', late',
})

interface CellProps {
  task: Task
  field: Field
  isActive: boolean
  isDone: boolean
  onChange: (members: TaskMembers) => void
  onWrong: (why: string) => void
}

/** A value of a task in the list. A click, or Enter on it, edits it where it stands. */
export function Cell({ task, field, isActive, isDone, onChange, onWrong }: CellProps) {
  const [isEdited, setEdited] = useState(false)
  const { key, title, format, read, change } = field
  const value = read(task)
  const isLate = key === 'DueDate' && value !== '' && !isDone && isPast(value)
  const shown = (
    <span className={isLate ? 'late' : undefined}>
      <FieldShown format={format} value={value} task={task} />
      {isLate && <span className="unseen">{t.late}</span>}
    </span>
  )
  if (!change) return <div className="list-cell">{shown}</div>
  if (isEdited)
    return (
      <div className="list-cell edited">
        <FieldEditor
          format={format}
          label={`${task.title}: ${title}`}
          value={value}
          task={task}
          onChange={(next) => onChange(change(task, next))}
          inCell={{ onDone: () => setEdited(false), onWrong: (_text, why) => onWrong(why) }}
        />
      </div>
    )
  const toggles = format.type === 'Checkbox'
  return (
    <div className="list-cell">
      <button
        type="button"
        className="plain"
        tabIndex={isActive ? 0 : -1}
        onClick={() => (toggles ? onChange(change(task, value === 'true' ? '' : 'true')) : setEdited(true))}
      >
        <span className="unseen">
          {t.label({ field: title })}
          {value === '' && t.none}
        </span>
        {shown}
      </button>
    </div>
  )
}
