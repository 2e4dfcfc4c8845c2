import { area, type Choice, checkboxes, type Faults, field, select } from '#design/fields.ts'
import type { Html } from '#design/html.ts'
import type { FormField } from '#forms/form.ts'

/** Somebody who can be chosen in a form. */
export interface Choosable {
  id: string
  name: string
}

/** A question of a request form, with what was answered or filled in before. */
export function answerField(
  question: FormField,
  values: readonly string[],
  faults: Faults,
  people: readonly Choosable[],
): Html {
  const [value = ''] = values
  const { id: name, title: label } = question
  const spec = {
    name,
    label,
    value,
    optional: !question.required,
    ...(question.description ? { hint: question.description } : {}),
  }
  switch (question.type) {
    case 'Text':
      return field({ ...spec, maxlength: 1000 }, faults)
    case 'Number':
      return field({ ...spec, inputmode: 'decimal' }, faults)
    case 'Date':
      return field({ ...spec, type: 'date' }, faults)
    case 'Paragraph':
      return area(spec, faults)
    case 'Choice':
      return select(spec, (question.options ?? []).map(option), faults)
    case 'Contact':
      return select(
        spec,
        people.map(({ id, name }) => ({ value: id, label: name })),
        faults,
      )
    case 'MultipleChoice':
      return checkboxes(spec, (question.options ?? []).map(option), values, faults)
    default:
      return question.type satisfies never
  }
}

const option = (text: string): Choice => ({ value: text, label: text })
