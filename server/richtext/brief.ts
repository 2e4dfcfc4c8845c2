import { toPlainText } from './plain-text.ts'

/** The beginning of a text as one plain line, cut after whole words. */
export function briefDescription(html: string, longest = 255): string {
  const line = toPlainText(html).replace(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  const cut = line.slice(0, longest - 1)
  const lastSpace = cut.lastIndexOf(' ')
  return `${lastSpace > longest / 2 ? cut.slice(0, lastSpace) : cut}…`
}
