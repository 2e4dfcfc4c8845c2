import { isDate } from '#contract/dates.ts'
import { decodeId } from '#ids/decode.ts'
import { type Form, type FormField, fieldsOf } from './form.ts'

/** What somebody answered, by the id of the question; several values of choices. */
export type Answers = ReadonlyMap<string, readonly string[]>

const longest = 100_000
const decimal = /^-?\d{1,15}(\.\d{1,10})?$/

/** Collects answers; a question may come several times, and nothing that is empty counts. */
export function collectAnswers(given: readonly { id: string; value: string }[]): Answers {
  const filled = given.filter(({ value }) => value.trim() !== '')
  return new Map([...Map.groupBy(filled, (one) => one.id)].map(([id, of]) => [id, of.map((one) => one.value.trim())]))
}

/** What is wrong with answers, by the id of the question; nothing if the form can be sent. */
export function faultsOf(form: Pick<Form, 'pages'>, answers: Answers): Map<string, string> {
  const faults = new Map<string, string>()
  const fields = fieldsOf(form)
  for (const field of fields) {
    const fault = faultOf(field, answers.get(field.id) ?? [])
    if (fault) faults.set(field.id, fault)
  }
  const known = new Set(fields.map((field) => field.id))
  for (const id of answers.keys()) if (!known.has(id)) faults.set(id, 'is no question of this form')
  return faults
}

function faultOf(field: FormField, values: readonly string[]): string | undefined {
  if (values.length === 0) return field.required ? 'has to be answered' : undefined
  if (values.length > 1 && field.type !== 'MultipleChoice' && field.type !== 'Contact') return 'takes one answer'
  return values.map((value) => wrong(field, value)).find((fault) => fault !== undefined)
}

function wrong(field: FormField, value: string): string | undefined {
  if (value.length > longest) return `takes at most ${longest} characters`
  if (field.attribute === 'title' && value.length > 1000) return 'takes at most 1,000 characters'
  switch (field.type) {
    case 'Number':
      return decimal.test(value) ? undefined : 'takes a number'
    case 'Date':
      return isDate(value) ? undefined : 'takes a day as yyyy-MM-dd'
    case 'Choice':
    case 'MultipleChoice':
      return field.options?.includes(value) ? undefined : `takes ${(field.options ?? []).join(', ').slice(0, 200)}`
    case 'Contact':
      return decodeId('Contact', value) ? undefined : 'takes a user'
    case 'Text':
    case 'Paragraph':
      return undefined
    default:
      return field.type satisfies never
  }
}
