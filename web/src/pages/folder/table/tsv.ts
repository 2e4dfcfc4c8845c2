/** Rows of texts, as spreadsheets give and take them. */
export type Block = readonly (readonly string[])[]

/**
 * Rows as tab-separated text. A text with a tab, a line break or a quote at its beginning stands in quotes. Every row ends its
 * line, as with spreadsheets; a single text stays as it is, so that it can be put into a sentence.
 */
export function writeTsv(block: Block): string {
  const lines = block.map((row) => row.map(quoted).join('\t'))
  return lines.length === 1 && block[0]?.length === 1 ? (lines[0] ?? '') : lines.map((line) => `${line}\r\n`).join('')
}

const quoted = (text: string): string => (/[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The texts of tab-separated rows, in quotes or without, whatever ends their lines. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  for (;;) {
    const cell = readQuoted(text, at) ?? readPlain(text, at)
    rows.at(-1)?.push(cell.text)
    at = cell.end
    if (at >= text.length) return rows
    const isTab = text[at] === '\t'
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (isTab) continue
    if (at >= text.length) return rows
    rows.push([])
  }
}

/** Undefined if no quote begins here, or if it ends in the middle of a text: then it is a letter like any other. */
function readQuoted(text: string, from: number): { text: string; end: number } | undefined {
  if (text[from] !== '"') return undefined
  let inside = ''
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') inside += text[at]
    else if (text[at + 1] === '"') {
      inside += '"'
      at++
    } else return isEnd(text[at + 1]) ? { text: inside, end: at + 1 } : undefined
  }
  return undefined
}

function readPlain(text: string, from: number): { text: string; end: number } {
  let end = from
  while (!isEnd(text[end])) end++
  return { text: text.slice(from, end), end }
}

const isEnd = (letter: string | undefined): boolean =>
  letter === undefined || letter === '\t' || letter === '\n' || letter === '\r'

/** The same rows as a table of HTML, which office programs prefer. */
export function writeHtml(block: Block): string {
  const rows = block.map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`)
  return `<table>${rows.join('')}</table>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')
