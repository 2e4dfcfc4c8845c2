import { linkTypes } from '../tracker/links.ts'

/** What is counted of an item, whether it comes from the file or from the API. */
export interface Counted {
  issueType: string
  priority: string
  status: string
  isClosed: boolean
  labels: number
  comments: number
  texts: string[]
  links: Record<(typeof linkTypes)[number], number>
}

/** Counts by what is counted, such as "labels" or "priority P1". */
export type Tally = Map<string, number>

/** Counts items, their kinds and all that hangs on them. */
export function tally(items: Counted[]): Tally {
  const counts: Tally = new Map()
  const add = (what: string, number = 1) => counts.set(what, (counts.get(what) ?? 0) + number)
  for (const item of items) {
    add('items')
    add(`issue type ${item.issueType}`)
    add(`priority ${item.priority}`)
    add(`status ${item.status}`)
    add('closed dates', item.isClosed ? 1 : 0)
    for (const text of item.texts) add(`with ${text.toLowerCase()}`)
    add('labels', item.labels)
    add('comments', item.comments)
    for (const type of linkTypes) add(`links ${type}`, item.links[type])
  }
  return counts
}
