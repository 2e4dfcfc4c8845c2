import type { Item, Link } from './read-items.ts'

/** The kinds of links that the import gives a place of their own. */
export const linkTypes = ['parent-child', 'blocks', 'discovered-from', 'related'] as const

type LinkType = (typeof linkTypes)[number]

/** A link that the API can't hold, and why; it stays readable in the description. */
export interface SetAside {
  link: Link
  reason: string
}

export interface SortedLinks {
  byType: Record<LinkType, Link[]>
  setAside: SetAside[]
}

/**
 * Sorts the links of all items by kind, in the order of the file. Those that no tracker should have are set aside, so
 * that one broken link stops neither the import nor the others: of a circle only the link that closes it.
 */
export function sortLinks(items: Item[]): SortedLinks {
  const typeOf = new Map(items.map((item) => [item.id, item.issueType]))
  const byType: SortedLinks['byType'] = { 'parent-child': [], blocks: [], 'discovered-from': [], related: [] }
  const setAside: SetAside[] = []
  for (const link of items.flatMap((item) => item.links)) {
    const accepted = isKnown(link.type) ? byType[link.type] : undefined
    const reason = accepted ? objection(link, accepted, typeOf) : `no place for links of the kind "${link.type}"`
    if (accepted && !reason) accepted.push(link)
    else setAside.push({ link, reason: reason ?? '' })
  }
  return { byType, setAside }
}

const isKnown = (type: string): type is LinkType => (linkTypes as readonly string[]).includes(type)

function objection(link: Link, accepted: Link[], typeOf: Map<string, string>): string | undefined {
  if (!typeOf.has(link.from)) return `${link.from} is not in the file`
  if (!typeOf.has(link.to)) return `${link.to} is not in the file`
  if (link.from === link.to) return 'links the item with itself'
  if (accepted.some((other) => other.from === link.from && other.to === link.to)) return 'is there twice'
  if (link.type === 'parent-child') {
    if (typeOf.get(link.from) === 'epic' && typeOf.get(link.to) !== 'epic') return 'a project cannot be below a task'
    return leads(link.to, link.from, accepted) ? 'closes a circle of parents' : undefined
  }
  if (link.type === 'blocks') return leads(link.to, link.from, accepted) ? 'closes a circle of blockers' : undefined
  return undefined
}

/** Whether a way along the links goes from one item to another. */
function leads(from: string, to: string, links: Link[]): boolean {
  const reached = new Set([from])
  for (const id of reached) {
    for (const link of links) if (link.from === id) reached.add(link.to)
  }
  return reached.has(to)
}
