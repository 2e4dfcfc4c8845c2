import { isDate, isDateOrLocalDateTime } from '#contract/dates.ts'
import { decodeId } from '#ids/decode.ts'
import { sanitizeHtml } from '#richtext/sanitize.ts'
import type { FieldRow } from './queries.ts'

/** A value as it is kept, or what would have been right. */
type Read = { value: string } | { wrong: string }

const decimal = /^-?\d{1,15}(\.\d{1,10})?$/

/** Reads the text of a value by the type of its field; values are text whatever the type. */
export function readFieldValue(field: FieldRow, text: string): Read {
  switch (field.type) {
    case 'Numeric':
    case 'Currency':
    case 'Percentage':
      return text === '' || decimal.test(text) ? { value: text } : { wrong: 'a decimal number' }
    case 'Duration':
      return text === '' || decimal.test(text) ? { value: text } : { wrong: 'a number of minutes' }
    case 'Date':
      return readDate(field, text)
    case 'Checkbox':
      return ['true', 'false', ''].includes(text) ? { value: text } : { wrong: 'true or false' }
    case 'DropDown':
      return readOption(field, text)
    case 'Multiple':
      return readOptions(field, text)
    case 'Contacts':
      return readContacts(text)
    default:
      return { value: sanitizeHtml(text) }
  }
}

function readDate(field: FieldRow, text: string): Read {
  const isRight = field.settings.allowTime === true ? isDateOrLocalDateTime(text.replace(/Z$/, '')) : isDate(text)
  return text === '' || isRight ? { value: text } : { wrong: 'yyyy-MM-dd' }
}

function readOption(field: FieldRow, text: string): Read {
  const values = optionsOf(field)
  const isRight = text === '' || field.settings.allowOtherValues !== false || values.includes(text)
  return isRight ? { value: text } : { wrong: `one of ${values.join(', ').slice(0, 200)}` }
}

/** Several values travel as a JSON array, or separated by commas. */
function readOptions(field: FieldRow, text: string): Read {
  const values = optionsOf(field)
  const chosen = listOf(text)
  const isRight = values.length === 0 || chosen.every((value) => values.includes(value))
  return isRight ? { value: text } : { wrong: `some of ${values.join(', ').slice(0, 200)}` }
}

function readContacts(text: string): Read {
  const isRight = listOf(text).every((id) => decodeId('Contact', id) ?? decodeId('Invitation', id))
  return isRight ? { value: text } : { wrong: 'ids of contacts, separated by commas' }
}

/** The members of a value that holds several. */
export function listOf(text: string): string[] {
  if (text.startsWith('[')) {
    try {
      const parsed: unknown = JSON.parse(text)
      if (Array.isArray(parsed)) return parsed.map(String)
    } catch {
      // Not JSON after all: a plain list that begins with a bracket.
    }
  }
  return text === '' ? [] : text.split(',').map((part) => part.trim())
}

const optionsOf = (field: FieldRow): string[] =>
  Array.isArray(field.settings.values) ? (field.settings.values as string[]) : []
