import { decodeId } from '#ids/decode.ts'
import { fromPlainText } from '#richtext/plain-text.ts'
import type { Answers } from './answers.ts'
import { type Attribute, type Form, fieldsOf } from './form.ts'

/** What answers make of the task or project that is to be created. */
export interface Work {
  title: string
  /** Clean HTML: the answer that is the description, then all that belong nowhere else with their questions. */
  description: string
  importance?: 'High' | 'Normal' | 'Low'
  startDate?: string
  dueDate?: string
  responsibles: number[]
  customFields: { id: number; value: string }[]
}

/** Reads checked answers by what each question is about. */
export function compose(form: Form, answers: Answers): Work {
  const fields = fieldsOf(form).filter((field) => answers.has(field.id))
  const valuesOf = (id: string) => answers.get(id) as readonly string[]
  const about = (attribute: Attribute): readonly string[] => {
    const field = fields.find((one) => one.attribute === attribute)
    return field ? valuesOf(field.id) : []
  }
  const others = fields.filter((field) => field.attribute === undefined && field.customFieldId === undefined)
  const parts = [
    ...about('description').map(fromPlainText),
    ...others.map(({ id, title }) => `<b>${fromPlainText(title)}</b><br />${fromPlainText(valuesOf(id).join(', '))}`),
  ]
  const [importance, startDate, dueDate] = [about('importance')[0], about('startDate')[0], about('dueDate')[0]]
  return {
    title: about('title')[0] ?? form.itemTitle,
    description: parts.join('<br /><br />'),
    ...(importance ? { importance: importance as NonNullable<Work['importance']> } : {}),
    ...(startDate ? { startDate } : {}),
    ...(dueDate ? { dueDate } : {}),
    responsibles: about('responsibles').map((contact) => decodeId('Contact', contact)?.number as number),
    customFields: fields.flatMap(({ id, customFieldId }) =>
      customFieldId === undefined ? [] : [{ id: customFieldId, value: valuesOf(id).join(',') }],
    ),
  }
}
