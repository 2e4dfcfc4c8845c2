import type { Task } from '@taskwright/sdk'
import { dateOf } from '../../../data/days.ts'
import { membersOf } from '../../../data/field-values.ts'
import { locale } from '../../../language/language.ts'
import type { Field } from '../../../parts/fields/fields.ts'
import type { Format } from '../../../parts/fields/format.ts'
import { editText, type Read, readValue } from '../../../parts/fields/read-value.ts'
import { valueText } from '../../../parts/fields/value-text.ts'

const wholeDay = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' })

type Copied = Pick<Field, 'format' | 'read' | 'change'>

/**
 * A value as it is copied: as people write it, days with their year. What would not be read as the same value again is written as
 * the API has it.
 */
export function copyText({ format, read, change }: Copied, task: Task): string {
  const value = read(task)
  if (value === '' && format.type !== 'Checkbox') return ''
  if (!change) return valueText(format, value, task)
  if (format.type === 'Text') return value
  return textsFor(format, value, task).find((text) => isSame(format, readValue(format, text, task), value)) ?? value
}

/** The same for many tasks: what one value is copied as is found once. */
export function copier(field: Copied): (task: Task) => string {
  const known = new Map<string, string>()
  return (task) => {
    const value = field.read(task)
    const text = known.get(value) ?? copyText(field, task)
    known.set(value, text)
    return text
  }
}

/** How a value may be written, the best first. */
function textsFor(format: Format, value: string, task: Task): string[] {
  const text = valueText(format, value, task)
  if (format.type === 'Day') return [wholeDay.format(dateOf(value))]
  if (format.type === 'Number') return [text, editText(format, value)]
  return format.type === 'Duration' ? [text, `${value}m`] : [text]
}

/** Several options are the same whether they stand in a list of commas or in one of JSON. */
function isSame(format: Format, read: Read, value: string): boolean {
  if ('wrong' in read) return false
  if (format.type !== 'Choice' || !format.isMany) return read.value === value
  return membersOf(read.value).join('\n') === membersOf(value).join('\n')
}
