import { invalidParameter } from '#contract/errors.ts'
import type { FileRows } from './read-rows.ts'

/** What stands in a column → what it is to be read as, by the column's name. */
export type Values = Record<string, Record<string, string>>

/**
 * The rows with their cells as a person says they are meant: "closed" as "Completed", say. Compared without case and blanks
 * around; what is not named stays, what becomes nothing is an empty cell.
 *
 * @throws {Refused} `invalid_parameter` for a column that is not there, or values that are no texts.
 */
export function meant({ header, rows, ...file }: FileRows, values: Record<string, unknown> | undefined): FileRows {
  if (!values) return { header, rows, ...file }
  const changes = Object.entries(values).map(([name, becomes]) => {
    const at = header.indexOf(name.trim())
    if (at === -1) throw invalidParameter(`Parameter 'values' value is invalid: the file has no column '${name}'`)
    if (
      typeof becomes !== 'object' ||
      becomes === null ||
      Object.values(becomes).some((text) => typeof text !== 'string')
    )
      throw invalidParameter("Parameter 'values' value is invalid: it takes texts by column and value")
    const entries = Object.entries(becomes as Record<string, string>)
    return { at, by: new Map(entries.map(([from, to]) => [plain(from), to])) }
  })
  const change = (cells: string[]): string[] => {
    const copy = [...cells]
    for (const { at, by } of changes) copy[at] = by.get(plain(copy[at] ?? '')) ?? copy[at] ?? ''
    return copy
  }
  return { header, rows: rows.map(change), ...file }
}

const plain = (text: string) => text.trim().toLowerCase()
