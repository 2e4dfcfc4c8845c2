import { decodeHTML } from 'entities'

const blockEnds = /<\/(p|div|h[1-6]|li|tr|blockquote|pre|ul|ol|table)>/gi
const breaks = /<(br|hr)\s*\/?>/gi
/** No `<` inside: clean HTML has none there, and with it a row of open tags would cost the square of its length. */
const anyTag = /<\/?[a-z][^<>]*>/gi

/** The words of clean HTML: lines end where blocks and breaks do, entities are decoded. */
export function toPlainText(html: string): string {
  if (!/[<&]/.test(html)) return html
  const lines = html.replace(breaks, '\n').replace(blockEnds, '\n').replace(anyTag, '')
  return decodeHTML(lines).replace(/\n+$/, '')
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text taken literally, as clean HTML. */
export function fromPlainText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => escapes[sign] as string).replace(/\r\n?|\n/g, '<br />')
}
