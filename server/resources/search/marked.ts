import { toPlainText } from '#richtext/plain-text.ts'

/** Signs that no text keeps: PostgreSQL sets them around what was found, and they are taken out again here. */
export const startSign = '\u0002'
export const endSign = '\u0003'

export interface Marked {
  text: string
  marks: { start: number; end: number }[]
}

/**
 * A text with signs around what was found → plain text and where it is.
 *
 * @example readMarked('a \u0002b\u0003 c') // { text: 'a b c', marks: [{ start: 2, end: 3 }] }
 */
export function readMarked(signed: string, { markup = false }: { markup?: boolean } = {}): Marked {
  const marked: Marked = { text: '', marks: [] }
  for (const [at, piece] of signed.replaceAll(endSign, startSign).split(startSign).entries()) {
    // Tags are gone already; what is left of markup are its entities.
    const plain = markup ? decoded(piece) : piece
    if (at % 2 === 1) marked.marks.push({ start: marked.text.length, end: marked.text.length + plain.length })
    marked.text += plain
  }
  return marked
}

const decoded = (text: string): string => {
  const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  return `${before && ' '}${toPlainText(middle).replaceAll(/\s+/g, ' ')}${after && ' '}`
}
