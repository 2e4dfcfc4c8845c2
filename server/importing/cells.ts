import { isDateOrLocalDateTime } from '#contract/dates.ts'
import type { DateOrder } from './choices.ts'

/** A cell that says nothing that can be taken; the message says what would be. */
export class WrongCell extends Error {}

const parts =
  /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T ](\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/

/**
 * A day, or a moment of one, as the API takes it: yyyy-MM-dd or yyyy-MM-ddTHH:mm:ss. A moment with a zone counts as it is
 * written there, by the clock of who wrote it.
 *
 * @throws {WrongCell}
 */
export function readMoment(cell: string, order: DateOrder, column: string): string {
  const match = parts.exec(cell)
  const [, first = '', second = '', third = '', hour, minute, seconds = '00'] = match ?? []
  // Four digits in front are a year, whatever the order is else: Excel's own days come so.
  const [year, month, day] =
    order === 'YMD' || first.length === 4
      ? [first, second, third]
      : order === 'DMY'
        ? [third, second, first]
        : [third, first, second]
  const two = (text: string) => text.padStart(2, '0')
  const date = `${year}-${two(month as string)}-${two(day as string)}`
  const moment = hour === undefined ? date : `${date}T${two(hour)}:${minute}:${seconds}`
  if (!match || !isDateOrLocalDateTime(moment) || date < '1970' || date >= '2100')
    throw new WrongCell(`'${column}' takes days from 1970 to 2099 in the order ${order}, such as ${example[order]}`)
  return moment
}

const example: Record<DateOrder, string> = { YMD: '2027-03-31', DMY: '31.03.2027', MDY: '03/31/2027' }

const importances = ['High', 'Normal', 'Low'] as const

/** @throws {WrongCell} */
export function readImportance(cell: string): (typeof importances)[number] {
  const found = importances.find((one) => one.toLowerCase() === cell.toLowerCase())
  if (!found) throw new WrongCell(`'importance' takes ${importances.join(', ')}`)
  return found
}

/** Email addresses in a cell, lower case. */
export const emailsIn = (cell: string): string[] => [
  ...new Set(
    cell
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter((part) => part !== ''),
  ),
]
