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
