/** A mention as clean HTML has it (see sanitize.ts); quotes in attributes and `<` in words are entities there. */
const mention = /<a(?: href="[^"]*")? class="stream-user-id avatar" rel="(K[A-Z2-7]{7})">/g

/** The contact ids that clean HTML mentions and `before` did not, each once. */
export function newMentions(html: string, before = ''): string[] {
  const old = new Set(mentionsIn(before))
  return [...new Set(mentionsIn(html))].filter((id) => !old.has(id))
}

const mentionsIn = (html: string): string[] => Array.from(html.matchAll(mention), ([, id]) => id as string)
