import type { Task } from '@taskwright/sdk'
import { dayOf } from '../../data/days.ts'
import { parseDay } from '../../language/days-typed.ts'
import { parseDuration } from '../../language/durations.ts'
import { numberText } from '../../language/language.ts'
import { parseNumber } from '../../language/numbers.ts'
import { words } from '../../language/words.ts'
import type { Format, Option } from './format.ts'
import { valueText } from './value-text.ts'

/** A value as the API takes it, or what would have been right. */
export type Read = { value: string } | { wrong: string }

const t = words('read-value', {
  needed: 'It cannot be empty.',
  number: 'This is no number.',
  duration: 'Write a duration like “1h 30m”, “90m” or “1.5” for hours.',
  day: 'Write a day like “5 Dec”, “tomorrow” or “2026-12-05”.',
  checkbox: 'Write “yes” or “no”.',
  option: ({ title }: { title: string }) => `There is no “${title}” to choose.`,
  several: ({ title }: { title: string }) => `“${title}” could be several: write the whole name.`,
  yes: 'yes',
  no: 'no',
})

const yes = ['true', 'yes', 'y', 'x', '1', '✓', '☑', 'on']
const no = ['false', 'no', 'n', '0', '☐', 'off', '']

/** Reads what somebody typed or pasted, as people write it in their language. Empty text is no value. */
export function readValue(format: Format, text: string, task?: Task): Read {
  const typed = text.trim()
  if (format.type === 'Checkbox') return readCheckbox(typed.toLocaleLowerCase())
  if (typed === '') return 'isRequired' in format && format.isRequired ? { wrong: t.needed } : { value: '' }
  switch (format.type) {
    case 'Text':
      return { value: text }
    case 'Number': {
      const value = parseNumber(typed)
      return value === undefined ? { wrong: t.number } : { value }
    }
    case 'Duration': {
      const minutes = parseDuration(typed)
      return minutes === undefined ? { wrong: t.duration } : { value: String(minutes) }
    }
    case 'Day':
      return readDay(typed)
    case 'Moment':
      return readMoment(typed)
    case 'Choice':
      return readChoice(format, typed, task)
    default:
      return format satisfies never
  }
}

function readCheckbox(typed: string): Read {
  if (yes.includes(typed) || typed === t.yes) return { value: 'true' }
  return no.includes(typed) || typed === t.no ? { value: '' } : { wrong: t.checkbox }
}

function readDay(typed: string): Read {
  // What a spreadsheet gives may have a time behind the day.
  const day = parseDay(typed.replace(/[T ]\d{1,2}:\d\d.*$/, ''), dayOf(new Date()))
  return day ? { value: day } : { wrong: t.day }
}

const timed = /^(.*?)(?:,?[T\s]+(\d{1,2}):(\d\d)(?::\d\d)?Z?\s*(?:([ap])\.?\s*m\.?)?)?$/i

function readMoment(typed: string): Read {
  const [, day = typed, hours, minute, half] = timed.exec(typed) ?? []
  const read = readDay(day)
  if ('wrong' in read || hours === undefined) return read
  const hour = half ? (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hours)
  return hour > 23 ? { wrong: t.day } : { value: `${read.value}T${String(hour).padStart(2, '0')}:${minute}:00` }
}

function readChoice(format: Format & { type: 'Choice' }, typed: string, task?: Task): Read {
  const options = format.optionsFor(task)
  const whole = find(options, typed)
  // One option may have a comma in its name.
  const parts = whole.length === 1 || !format.isMany ? [typed] : typed.split(/[,;\n]/).map((part) => part.trim())
  const ids: string[] = []
  for (const part of parts.filter(Boolean)) {
    const [found, ...others] = find(options, part)
    if (others.length > 0) return { wrong: t.several({ title: part }) }
    if (!found && !format.takesOthers) return { wrong: t.option({ title: part }) }
    ids.push(found?.id ?? part)
  }
  const [first = ''] = ids
  return { value: format.isMany ? joinChosen(format, [...new Set(ids)]) : first }
}

/** Those of exactly this name; of no such, those that have it as another name. */
function find(options: readonly Option[], text: string): readonly Option[] {
  const wanted = text.toLocaleLowerCase()
  const named = options.filter(({ title, id }) => title.toLocaleLowerCase() === wanted || id === text)
  if (named.length > 0) return named
  return options.filter(({ aliases = [] }) =>
    aliases.some((alias) => alias !== '' && alias.toLocaleLowerCase() === wanted),
  )
}

/** Several options as the value of a field: people with commas, others as JSON, as a name may have commas. */
export function joinChosen({ optionsFor }: Format & { type: 'Choice' }, ids: readonly string[]): string {
  if (ids.length === 0) return ''
  const arePeople = ids.every((id) => optionsFor().some((option) => option.id === id && option.person))
  return arePeople ? ids.join(',') : JSON.stringify(ids)
}

/** The text that an editor begins with: what reading it again gives the same value for. */
export function editText(format: Format, value: string): string {
  if (format.type === 'Number') return value === '' ? '' : plainNumber(value)
  return valueText(format, value)
}

/** With the decimals that it has, in the person's way. */
const plainNumber = (value: string): string =>
  numberText(Number(value), { useGrouping: false, maximumFractionDigits: 10 })
