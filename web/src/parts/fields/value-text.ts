import type { Task } from '@taskwright/sdk'
import { dayText, momentText } from '../../data/days.ts'
import { membersOf } from '../../data/field-values.ts'
import { durationText } from '../../language/durations.ts'
import { numberText } from '../../language/language.ts'
import { words } from '../../language/words.ts'
import type { Format, Option } from './format.ts'

const t = words('value-text', { yes: 'Yes', no: 'No' })

/** A value as the person reads it, and as it is copied. */
export function valueText(format: Format, value: string, task?: Task): string {
  if (format.type === 'Checkbox') return value === 'true' ? t.yes : t.no
  if (value === '') return ''
  switch (format.type) {
    case 'Text':
      return value
    case 'Number':
      return numberOf(format, value)
    case 'Duration':
      return Number.isFinite(Number(value)) ? durationText(Number(value), { inDays: format.inDays ?? false }) : value
    case 'Day':
      return dayText(value)
    case 'Moment':
      return momentText(value)
    case 'Choice':
      return chosenOptions(format, value, task)
        .map(({ title }) => title)
        .join(', ')
    default:
      return format satisfies never
  }
}

function numberOf({ decimals, isGrouped, currency, isPercent }: Format & { type: 'Number' }, value: string): string {
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: isGrouped }
  if (currency) return numberText(number, { ...digits, style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  if (isPercent) return numberText(number / 100, { ...digits, minimumFractionDigits: 0, style: 'percent' })
  return numberText(number, { ...digits, minimumFractionDigits: 0 })
}

/** The ids of the options in a value. */
export const chosenIds = ({ isMany }: Format & { type: 'Choice' }, value: string): string[] =>
  isMany ? membersOf(value) : value === '' ? [] : [value]

/** The options in a value; one that there is no more stands for itself. */
export function chosenOptions(format: Format & { type: 'Choice' }, value: string, task?: Task): Option[] {
  const options = format.optionsFor(task)
  return chosenIds(format, value).map((id) => options.find((option) => option.id === id) ?? { id, title: id })
}
