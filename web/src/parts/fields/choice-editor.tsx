import { useRef, useState } from 'react'
import { words } from '../../language/words.ts'
import { Icon } from '../icon.tsx'
import { Picker, type PickerItem } from '../picker.tsx'
import { ColourDot } from '../status.tsx'
import type { FieldEditorProps } from './field-editor.tsx'
import { FieldShown } from './field-shown.tsx'
import type { Format } from './format.ts'
import { joinChosen } from './read-value.ts'
import { chosenIds } from './value-text.ts'

const t = words('choice-editor', {
  none: 'None',
  label: ({ label }: { label: string }) => `${label}: `,
})

/** The choice of none; no id is like it. */
const none = '(none)'

/** A value that is chosen, one or several. Several are kept when the list is closed, as one change. */
export function ChoiceEditor({
  format,
  label,
  value,
  task,
  onChange,
  inCell,
}: FieldEditorProps & { format: Format & { type: 'Choice' } }) {
  const [chosen, setChosen] = useState<string[]>()
  // What was chosen last is read when the list closes, before the state has come.
  const latest = useRef<string[]>(undefined)
  const { isMany } = format
  const known = chosenIds(format, value)
  const keep = (ids: string[]) => {
    const next = isMany ? joinChosen(format, ids) : (ids[0] ?? '')
    if (next !== value) onChange(next)
  }
  const items: PickerItem[] = format.optionsFor(task).map(({ id, title, color }) => ({
    id,
    title,
    ...(color && { mark: <ColourDot color={color} /> }),
  }))
  const canClear = !isMany && !format.isRequired
  return (
    <Picker
      label={label}
      items={canClear ? [{ id: none, title: t.none }, ...items] : items}
      chosen={chosen ?? (known.length === 0 && canClear ? [none] : known)}
      isMany={isMany}
      isOpenAtFirst={inCell !== undefined}
      typed={inCell?.typed}
      className="choice-button plain"
      onChoose={(ids) => {
        const real = ids.filter((id) => id !== none)
        if (!isMany) return keep(ids.length === 0 ? known : real)
        latest.current = real
        setChosen(real)
      }}
      onOpenChange={(isOpen) => {
        if (isOpen) return
        if (latest.current) keep(latest.current)
        latest.current = undefined
        setChosen(undefined)
        inCell?.onDone()
      }}
    >
      <span className="unseen">
        {t.label({ label })}
        {value === '' && t.none}
      </span>
      <FieldShown format={format} value={value} task={task} />
      <Icon name="down" />
    </Picker>
  )
}
