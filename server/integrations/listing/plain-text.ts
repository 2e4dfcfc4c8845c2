import { type Html, html } from '#design/html.ts'

/**
 * Plain text as people write it, as a piece of a page: an empty line begins a paragraph, lines that begin with "- " or "* "
 * are a list. Nothing else has a meaning; markup stays text.
 */
export function plainText(text: string): Html {
  return html`${blocksOf(text).map((block) =>
    block.kind === 'list'
      ? html`<ul>${block.lines.map((line) => html`<li>${line}</li>`)}</ul>`
      : html`<p>${block.lines.map((line, at) => html`${at > 0 && html`<br>`}${line}`)}</p>`,
  )}`
}

interface Block {
  kind: 'list' | 'paragraph'
  lines: string[]
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let isOpen = false
  for (const line of text.split('\n')) {
    const item = /^\s*[-*]\s+(.*)$/.exec(line)?.[1]
    const kind = item === undefined ? 'paragraph' : 'list'
    const last = blocks.at(-1)
    if (line.trim() !== '') {
      if (isOpen && last?.kind === kind) last.lines.push(item ?? line.trim())
      else blocks.push({ kind, lines: [item ?? line.trim()] })
    }
    isOpen = line.trim() !== ''
  }
  return blocks
}
