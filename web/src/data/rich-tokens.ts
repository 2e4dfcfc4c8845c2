const tagPattern = /<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gi
const voidTags = new Set(['br', 'hr', 'img', 'input', 'col'])
const inlineTags = new Set([
  'a',
  'b',
  'br',
  'code',
  'del',
  'em',
  'i',
  'img',
  'input',
  'label',
  's',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'u',
])

/** Tags, words and blanks of a rich text, in order. */
export const tokensOf = (html: string): string[] => html.match(/<[^>]*>|\s+|[^\s<]+|</g) ?? []

/** Whether each element ends inside the one in which it began. */
export function isWellFormed(html: string): boolean {
  const open: string[] = []
  for (const [, slash, name = ''] of html.matchAll(tagPattern)) {
    const tag = name.toLowerCase()
    if (voidTags.has(tag)) continue
    if (slash === '') open.push(tag)
    else if (open.pop() !== tag) return false
  }
  return open.length === 0
}

/**
 * The blocks of a rich text: its outermost elements. Words that stand in none are a paragraph, since editors make one of them;
 * a break is written in one way.
 */
export function blocksOf(html: string): string[] {
  const blocks: string[] = []
  let inline = ''
  let block = ''
  let depth = 0
  const endInline = () => {
    if (inline.trim() !== '') blocks.push(`<p>${inline.trim()}</p>`)
    inline = ''
  }
  for (const token of tokensOf(html.replace(/<(br|hr|img|input)\b([^>]*?)\s*\/>/gi, '<$1$2>'))) {
    const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9]*)\b/i.exec(token) ?? []
    const tag = name.toLowerCase()
    if (block === '' && (tag === '' || inlineTags.has(tag))) {
      inline += token
      continue
    }
    if (block === '') endInline()
    block += token
    if (tag !== '' && !voidTags.has(tag)) depth += slash === '' ? 1 : -1
    if (depth > 0) continue
    blocks.push(block)
    block = ''
    depth = 0
  }
  endInline()
  if (block !== '') blocks.push(block)
  return blocks
}
