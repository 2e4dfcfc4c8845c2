import { type Html, html } from '#design/html.ts'

const marks = /`([^`]+)`|\[([^\]]+)\]\(((?:https:\/|\/)[^)\s]*|#[\w-]+)\)/g

/** Text of a contract or a guide: what stands in backticks is code, `[words](address)` is a link. The rest is escaped. */
export function prose(text: string): Html {
  const parts: (Html | string)[] = []
  let from = 0
  for (const match of text.matchAll(marks)) {
    const [all, code, words, address] = match
    parts.push(text.slice(from, match.index))
    parts.push(
      code === undefined ? html`<a href="${address}">${prose(words as string)}</a>` : html`<code>${code}</code>`,
    )
    from = match.index + all.length
  }
  return html`${[...parts, text.slice(from)]}`
}
