import { useState } from 'react'
import { usePeople } from '../../../data/people.ts'
import { words } from '../../../language/words.ts'
import { FieldEditor } from '../../../parts/fields/field-editor.tsx'
import { formatOf } from '../../../parts/fields/format.ts'
import { type Draft, previewOf } from './draft.ts'

const t = words('field-preview', {
  preview: 'Try it out',
  says: 'This is how people will give it a value. Nothing of it is kept.',
  noName: 'Field',
})

/** The field as it will be on a task, to try out. */
export function FieldPreview({ draft }: { draft: Draft }) {
  const people = usePeople()
  const [value, setValue] = useState('')
  const field = previewOf(draft)
  const label = draft.title.trim() || t.noName
  return (
    <section className="field-preview" aria-label={t.preview}>
      <h3>{t.preview}</h3>
      <p className="hint">{t.says}</p>
      <div className="field-tried">
        <span>{label}</span>
        <FieldEditor
          key={`${draft.type} ${draft.settings.allowOtherValues}`}
          format={formatOf(field, { people })}
          label={label}
          value={value}
          onChange={setValue}
        />
      </div>
    </section>
  )
}
