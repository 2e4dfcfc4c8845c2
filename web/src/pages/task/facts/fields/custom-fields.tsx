import { useEffect, useRef, useState } from 'react'
import { useViewFacts } from '../../../../data/view-facts.ts'
import { words } from '../../../../language/words.ts'
import { Fault } from '../../../../parts/fault.tsx'
import { fieldFor } from '../../../../parts/fields/fields.ts'
import { useOpenTask } from '../../frame/open-task.tsx'
import { Section } from '../../frame/section.tsx'
import { AddField } from './add-field.tsx'
import { FieldFact } from './field-fact.tsx'
import { useFieldsOfTask } from './use-fields.ts'
import { useFlows } from './use-flows.ts'

const t = words('custom-fields', {
  none: 'The places of this task have no fields of their own.',
  reading: 'Reading …',
})

/** Values of the account's own fields: those that the task's places give it, its type brings, or it has a value for. */
export function CustomFields() {
  const { task, may } = useOpenTask()
  const facts = useViewFacts()
  const [added, setAdded] = useState<readonly string[]>([])
  const list = useFocusOnAdded(added.at(-1))
  const { shown, others, error } = useFieldsOfTask(task, facts, added)
  const flows = useFlows(task)
  // A plan without fields gives tasks none, not even an empty list.
  if (facts && task.customFields === undefined) return null
  return (
    <Section
      name="fields"
      actions={
        may('editTask') && <AddField others={others} onAdd={(field) => setAdded((before) => [...before, field.id])} />
      }
    >
      {!facts && <p className="quiet">{t.reading}</p>}
      {facts && shown.length === 0 && <p className="quiet">{t.none}</p>}
      {facts && (
        <div className="task-facts" ref={list}>
          {shown.map((field) => (
            <FieldFact
              key={field.id}
              custom={field}
              field={fieldFor(`CustomField:${field.id}`, facts)}
              flow={flows.of(field.id)}
              onFlow={flows.set}
            />
          ))}
        </div>
      )}
      <Fault error={error ?? flows.error} />
    </Section>
  )
}

/** A field that was added is about to be filled: it gets the focus, once the list it was chosen from has closed. */
function useFocusOnAdded(id: string | undefined) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (id === undefined) return
    const focus = () => list.current?.querySelector<HTMLElement>(`[data-field="${id}"] :is(input, button)`)?.focus()
    requestAnimationFrame(() => requestAnimationFrame(focus))
  }, [id])
  return list
}
