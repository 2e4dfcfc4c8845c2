import { textsOf } from '../plan/text.ts'
import { linkTypes } from '../tracker/links.ts'
import type { Item } from '../tracker/read-items.ts'
import { type Tally, tally } from './tally.ts'

/** Counts what the file holds, links that can't be held included. */
export function countFile(items: Item[]): Tally {
  return tally(
    items.map((item) => ({
      issueType: item.issueType,
      priority: `P${item.priority}`,
      status: item.status,
      isClosed: item.closedAt !== undefined,
      labels: item.labels.length,
      comments: item.comments.length,
      texts: textsOf(item).map(([heading]) => heading),
      links: Object.fromEntries(
        linkTypes.map((type) => [type, item.links.filter((link) => link.type === type).length]),
      ) as Record<(typeof linkTypes)[number], number>,
    })),
  )
}
