import { strToU8, zipSync } from 'fflate'
/** A row of the file that tests import; keys are the names of its columns. */
export type FileRow = Record<string, string>

const columns = ['Key', 'Summary', 'Text', 'State', 'Weight', 'Begins', 'Ends', 'Who', 'Under', 'Labels', 'Points']

/** So many rows of a tracker: quotes, line breaks, delimiters and formulas in texts, dates, people, subtasks, labels. */
export function trackerRows(count: number, people: readonly string[]): FileRow[] {
  return Array.from({ length: count }, (_, n): FileRow => {
    const day = (shift: number) => new Date(Date.UTC(2027, 0, 4 + 7 * (n % 40) + shift)).toISOString().slice(0, 10)
    const isUnder = n % 7 === 3 || n % 7 === 4
    return {
      Key: `T-${n + 1}`,
      Summary: [`Task ${n}`, `Say "no", ${n}`, `Two\nlines ${n}`, `=SUM(A${n})`, `<b>${n}</b> & more`][n % 5] as string,
      Text: n % 3 === 0 ? `Line one; "quoted"\nline two <i>${n}</i>` : '',
      State: ['', 'New', 'Completed', 'on hold'][n % 4] as string,
      Weight: ['', 'High', 'low'][n % 3] as string,
      Begins: n % 2 === 0 ? day(0) : '',
      Ends: n % 2 === 0 ? day(2) : '',
      Who: n % 6 === 0 ? people.join('; ') : n % 6 === 1 ? (people[0] as string) : '',
      // Some parents come later in the file.
      Under: isUnder ? (n % 7 === 3 ? `T-${n - 2}` : `T-${Math.min(count, n + 2)}`) : '',
      Labels: n % 2 === 0 ? 'red, green' : '',
      Points: n % 5 === 0 ? String(n) : '',
    }
  })
}

/** Rows as CSV of their own columns, in this order. */
export const asCsv = (rows: readonly FileRow[], delimiter = ',', names: readonly string[] = columns): string =>
  [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]
    .map((cells) => cells.map((cell) => (/["\r\n,;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)))
    .map((cells) => cells.join(delimiter))
    .join('\r\n')

const xml = (content: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}`)
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const column = (at: number): string =>
  (at < 26 ? '' : column(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))

/** Days since the beginning of 1900, as Excel counts them (with a 29 February of that year). */
const excelDay = (date: Date) => date.getTime() / 86_400_000 + 25_569

/** An Excel workbook as Excel writes them, as far as cells matter: texts, numbers, days, yes and no. */
export function asExcel(sheets: Record<string, (string | number | boolean | Date | null)[][]>): Buffer {
  const cell = (value: string | number | boolean | Date | null, ref: string) => {
    if (value === null) return ''
    if (typeof value === 'string')
      return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
    if (typeof value === 'boolean') return `<c r="${ref}" t="b"><v>${Number(value)}</v></c>`
    return value instanceof Date
      ? `<c r="${ref}" s="1"><v>${excelDay(value)}</v></c>`
      : `<c r="${ref}"><v>${value}</v></c>`
  }
  const row = (cells: (string | number | boolean | Date | null)[], number: number) =>
    `<row r="${number}">${cells.map((value, at) => cell(value, `${column(at)}${number}`)).join('')}</row>`
  const names = Object.keys(sheets)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  const files = Object.fromEntries(
    Object.values(sheets).map((rows, at) => [
      `xl/worksheets/sheet${at + 1}.xml`,
      xml(
        `<worksheet xmlns="${main}"><sheetData>${rows.map((cells, index) => row(cells, index + 1)).join('')}</sheetData></worksheet>`,
      ),
    ]),
  )
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': xml(`<Types xmlns="${packages}/content-types"/>`),
      'xl/workbook.xml': xml(
        `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': xml(
        `<Relationships xmlns="${packages}/relationships">${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rIdS" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
      ),
      'xl/styles.xml': xml(
        `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
      ),
      ...files,
    }),
  )
}
