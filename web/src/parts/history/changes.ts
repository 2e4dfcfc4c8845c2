import type { Activity } from '@taskwright/sdk'

/** What somebody did at once. */
export interface ChangeOfItem {
  id: string
  authorName: string | undefined
  date: string
  entries: Activity[]
}

/** Entries of one change have the same author and date, and follow one another. */
export function changesOf(entries: readonly Activity[]): ChangeOfItem[] {
  const changes: ChangeOfItem[] = []
  for (const entry of entries) {
    const last = changes.at(-1)
    const [first] = last?.entries ?? []
    if (last && first?.date === entry.date && first.authorId === entry.authorId) last.entries.push(entry)
    else changes.push({ id: entry.id, authorName: entry.authorName, date: entry.date, entries: [entry] })
  }
  return changes
}
