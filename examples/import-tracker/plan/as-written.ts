import type { Item } from '../tracker/read-items.ts'
import { tidyLabels } from './fields.ts'

const longestMetadata = 999

/**
 * Title and labels with the blanks that the API has no place for, as JSON for the metadata; undefined if it drops none.
 *
 * @throws {Error} if they are longer than metadata may be.
 */
export function asWritten(item: Item): string | undefined {
  const written = {
    ...(item.title === item.title.trim() ? {} : { title: item.title }),
    ...(item.labels.join('\n') === tidyLabels(item.labels).join('\n') ? {} : { labels: item.labels }),
  }
  if (Object.keys(written).length === 0) return undefined
  const text = JSON.stringify(written)
  if (text.length > longestMetadata) throw new Error(`${item.id}: its labels with all blanks are too long to be kept`)
  return text
}
