import { CsvError, parse } from 'csv-parse'
import { Refused } from '#contract/errors.ts'
import { type Delimiter, delimiterSigns } from './choices.ts'
import { longestRow, mostRows } from './limits.ts'

/** A file as rows of cells; a row may have fewer cells than the header. */
export interface FileRows {
  header: string[]
  rows: string[][]
  /** Names of all sheets, of a workbook. */
  sheets?: string[]
}

/**
 * Reads CSV (RFC 4180).
 *
 * @throws {Refused} `invalid_request` that names the row with which it cannot go on.
 */
export async function readRows(text: string, delimiter: Delimiter | undefined): Promise<FileRows> {
  const parser = parse(text, {
    bom: true,
    delimiter: delimiter === undefined ? likelyDelimiter(text) : delimiterSigns[delimiter],
    relax_column_count_less: true,
    max_record_size: longestRow,
  })
  const records: string[][] = []
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      if (records.length > mostRows)
        throw new Refused('invalid_request', `The file has more than ${mostRows} rows: import it in parts`)
      records.push(record)
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error) : error
  }
  return rowsWithHeader(records)
}

/** @throws {Refused} `invalid_request` if there is not even a header. */
export function rowsWithHeader([header, ...rows]: string[][]): FileRows {
  if (!header) throw new Refused('invalid_request', 'The file has no rows')
  return { header: header.map((name) => name.trim()), rows }
}

/** The one that stands most often in the first line, outside of quotes. */
function likelyDelimiter(text: string): string {
  const first = text
    .slice(0, longestRow)
    .replace(/"[^"]*"/g, '')
    .split(/[\r\n]/, 1)[0] as string
  const often = (sign: string) => first.split(sign).length
  return Object.values(delimiterSigns).reduce((best, sign) => (often(sign) > often(best) ? sign : best))
}

const faults: Record<string, string> = {
  CSV_INVALID_CLOSING_QUOTE: 'behind a closing quote neither the cell nor the row ends',
  INVALID_OPENING_QUOTE: 'a quote stands inside a cell that has none around it',
  CSV_QUOTE_NOT_CLOSED: 'a quote is not closed',
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'it has more cells than the header',
  CSV_MAX_RECORD_SIZE: `it has more than ${longestRow} signs`,
}

function unreadable(error: CsvError): Refused {
  const { records, lines } = error as CsvError & { records?: number; lines?: number }
  const fault = faults[error.code] ?? 'it is no CSV'
  return new Refused('invalid_request', `Row ${(records ?? 0) + 1} (line ${lines ?? 1}) cannot be read: ${fault}`)
}
