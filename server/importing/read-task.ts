import { encodeId } from '#ids/encode.ts'
import { readFieldValue } from '#resources/custom-fields/field-value.ts'
import type { FieldRow } from '#resources/custom-fields/queries.ts'
import { fromPlainText } from '#richtext/plain-text.ts'
import { dayEnd, dayStart } from '#scheduling/working-time.ts'
import { emailsIn, readImportance, readMoment, WrongCell } from './cells.ts'
import type { DateOrder } from './choices.ts'
import type { Columns } from './columns.ts'
import type { Lookups } from './lookups.ts'
import type { TaskInput } from './planned.ts'

const longestTitle = 1000

/**
 * The task that a row becomes; empty cells say nothing. Texts are taken as they are: neither HTML nor formulas.
 *
 * @param cell the text at a place of the row, without the blanks around it.
 * @throws {WrongCell}
 */
export function readTask(
  cell: (at: number | undefined) => string,
  of: Columns['of'],
  fields: readonly { at: number; field: FieldRow }[],
  known: Lookups,
  order: DateOrder,
): TaskInput {
  const title = cell(of.title)
  if (title === '') throw new WrongCell('It has no title')
  if (title.length > longestTitle) throw new WrongCell(`'title' takes ${longestTitle} signs`)
  const description = cell(of.description)
  const status = cell(of.status)
  const importance = cell(of.importance)
  const responsibles = emailsIn(cell(of.responsibles)).map(known.person)
  const dates = readDates(cell(of.startDate), cell(of.dueDate), order)
  const customFields = fields.flatMap(({ at, field }) => {
    const text = cell(at)
    return text === '' ? [] : [{ id: field.custom_field_id, value: fieldValue(field, text, known, order) }]
  })
  return {
    title,
    ...(description === '' ? {} : { description: fromPlainText(description) }),
    ...(status === '' ? {} : { customStatus: known.status(status) }),
    ...(importance === '' ? {} : { importance: readImportance(importance) }),
    ...(responsibles.length === 0 ? {} : { responsibles }),
    ...(dates ? { dates } : {}),
    ...(customFields.length === 0 ? {} : { customFields }),
  }
}

function readDates(startCell: string, dueCell: string, order: DateOrder): TaskInput['dates'] {
  const start = startCell === '' ? undefined : readMoment(startCell, order, 'startDate')
  const due = dueCell === '' ? undefined : readMoment(dueCell, order, 'dueDate')
  if (!start && !due) return undefined
  if (start && due && atHour(start, dayStart) > atHour(due, dayEnd))
    throw new WrongCell('A task cannot start after it is due')
  return { ...(start ? { start } : {}), ...(due ? { due } : {}) }
}

const atHour = (moment: string, hour: string) => (moment.length === 10 ? `${moment}T${hour}` : moment)

function fieldValue(field: FieldRow, text: string, known: Lookups, order: DateOrder): string {
  if (field.type.startsWith('Calculated'))
    throw new WrongCell(`The custom field '${field.title}' is calculated: it cannot be set`)
  const read = readFieldValue(field, fieldText(field, text, known, order))
  if ('wrong' in read) throw new WrongCell(`'${field.title}' takes ${read.wrong}`)
  return read.value
}

/** Values of a cell with several, without the blanks around them. */
const partsOf = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** What people write in a table, as the API takes it. */
function fieldText(field: FieldRow, text: string, known: Lookups, order: DateOrder): string {
  switch (field.type) {
    case 'Date':
      return readMoment(text, order, field.title).slice(0, field.settings?.allowTime ? 19 : 10)
    case 'Contacts':
      return emailsIn(text)
        .map((email) => encodeId('Contact', 0, known.person(email)))
        .join(',')
    case 'Multiple':
      return text.startsWith('[') ? text : partsOf(text).join(',')
    case 'Checkbox':
      return text.toLowerCase()
    case 'Text':
      return fromPlainText(text)
    default:
      return text
  }
}
