import type { Task } from '@taskwright/sdk'
import { DayField } from '../day-field/day-field.tsx'
import { ChoiceEditor } from './choice-editor.tsx'
import './fields.css'
import type { Format } from './format.ts'
import { TextEditor } from './text-editor.tsx'

/** In a cell an editor is there for one value: it has the focus, and says when it is done. */
export interface InCell {
  /** What was typed to begin with; it takes the place of the value. */
  typed?: string | undefined
  onDone: () => void
  /** It was left with a text that is no value. */
  onWrong: (text: string, why: string) => void
}

export interface FieldEditorProps {
  format: Format
  /** What the value is of: the name of the field. */
  label: string
  value: string
  /** The task that has it, where what can be chosen depends on it. */
  task?: Task | undefined
  onChange: (value: string) => void
  inCell?: InCell | undefined
}

/** Where a value is edited: one editor for each type of field, on the page of a task and in the cells of a table alike. */
export function FieldEditor(props: FieldEditorProps) {
  const { format, label, value, onChange, inCell } = props
  if (format.type === 'Checkbox')
    return (
      <input
        type="checkbox"
        className="field-check"
        aria-label={label}
        checked={value === 'true'}
        onChange={({ target }) => onChange(target.checked ? 'true' : '')}
      />
    )
  if (format.type === 'Choice' && !format.takesOthers) return <ChoiceEditor {...props} format={format} />
  if (format.type === 'Day' && !inCell) return <DayField label={label} day={value} onChange={onChange} />
  return <TextEditor {...props} />
}
