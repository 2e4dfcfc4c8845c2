import type { Task } from '@taskwright/sdk'
import { useState } from 'react'
import type { View } from '../../../data/use-view.ts'
import { words } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { FieldEditor } from '../../../parts/fields/field-editor.tsx'
import { fieldFor } from '../../../parts/fields/fields.ts'
import { isEditable } from '../../../parts/fields/format.ts'
import { Picker } from '../../../parts/picker.tsx'
import type { Edit } from './use-edit.ts'

const t = words('set-field', {
  field: 'Field',
  set: 'Set for all',
  clear: 'Leave it empty to take the values away.',
})

interface SetFieldProps {
  view: View
  tasks: readonly Task[]
  edit: Edit
}

/** A custom field, then the value that all selected tasks get in it. */
export function SetField({ view: { facts }, tasks, edit }: SetFieldProps) {
  const [fieldId, setFieldId] = useState<string>()
  const [value, setValue] = useState('')
  const fields = [...facts.customFields.values()].filter((field) => isEditable(field) && field.archived !== true)
  const field = fieldId === undefined ? undefined : fieldFor(`CustomField:${fieldId}`, facts)
  if (fields.length === 0) return null
  return (
    <>
      <Picker
        label={t.field}
        items={fields}
        chosen={[]}
        onChoose={([id]) => {
          setValue('')
          setFieldId(id)
        }}
      >
        {t.field}
      </Picker>
      {field?.change && (
        <Dialog title={field.title} onClose={() => setFieldId(undefined)}>
          <FieldEditor format={field.format} label={field.title} value={value} onChange={setValue} />
          <p className="hint">{t.clear}</p>
          <button
            type="button"
            onClick={() => {
              void edit.set(tasks, (task) => field.change?.(task, value) ?? {})
              setFieldId(undefined)
            }}
          >
            {t.set}
          </button>
        </Dialog>
      )}
    </>
  )
}
