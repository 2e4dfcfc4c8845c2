import type { Item } from '../tracker/read-items.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text taken literally, as HTML of the API; lines stay lines. */
export function toHtml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign).replace(/\r\n?|\n/g, '<br />')
}

/** The texts of an item beside its description, each with the heading it gets there. */
export function textsOf(item: Item): [heading: string, text: string][] {
  const texts: [string, string][] = [
    ['Design', item.design],
    ['Acceptance criteria', item.acceptanceCriteria],
    ['Notes', item.notes],
  ]
  return texts.filter(([, text]) => text !== '')
}

/**
 * The description of an item: its own text, its further texts under headings, and last what only the tracker knows: exact
 * instants, who linked what and when, members without a place.
 */
export function describe(item: Item): string {
  const texts = textsOf(item).map(([heading, text]) => `<h4>${heading}</h4>${toHtml(text)}`)
  const known = facts(item).map((fact) => `<li>${toHtml(fact)}</li>`)
  return `${toHtml(item.description)}${texts.join('')}<h4>In the tracker</h4><ul>${known.join('')}</ul>`
}

/** The headings that `describe` wrote; headings in the texts themselves are escaped. */
export function headingsIn(description: string): string[] {
  const headings = [...description.matchAll(/<h4>([^<]*)<\/h4>/g)].map((found) => found[1] as string)
  return headings.filter((heading) => heading !== 'In the tracker')
}

function facts(item: Item): string[] {
  const closed = item.closedAt ? `, closed ${item.closedAt}` : ''
  return [
    `${item.id}: created ${item.createdAt}, updated ${item.updatedAt}${closed}`,
    ...item.links.map(({ from, to, type, createdAt, createdBy }) =>
      `${from} ${type} ${to}, linked ${createdAt} by ${createdBy}`.trim(),
    ),
    ...Object.entries(item.others).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
  ]
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** The words of HTML on one line: what two texts are compared by, since a server may write the same HTML in another way. */
export function wordsOf(html: string): string {
  return html
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
      if (name.startsWith('#x') || name.startsWith('#X'))
        return String.fromCodePoint(Number.parseInt(name.slice(2), 16))
      if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)))
      return named[name.toLowerCase()] ?? whole
    })
    .replace(/\s+/g, ' ')
    .trim()
}
