import type { Item, Link } from '../tracker/read-items.ts'
import { dayOf } from './schedule.ts'

/** The custom fields of an imported space, by what they hold. */
export const fieldTypes = {
  'Tracker ID': 'Text',
  'Issue type': 'DropDown',
  Priority: 'DropDown',
  'Tracker status': 'DropDown',
  Labels: 'Multiple',
  'Created at': 'Date',
  'Updated at': 'Date',
  'Closed at': 'Date',
  'Discovered from': 'Text',
  'Related to': 'Text',
} as const

export type FieldTitle = keyof typeof fieldTypes

/** Values by the title of their field; a field without value is absent. */
export type FieldValues = Partial<Record<FieldTitle, string>>

/** What the custom fields of an item say. Instants are days here: the API has no way to write when a thing was created. */
export function fieldValues(item: Item, discoveredFrom: Link[], related: Link[]): FieldValues {
  const labels = tidyLabels(item.labels)
  return {
    'Tracker ID': item.id,
    'Issue type': item.issueType,
    Priority: `P${item.priority}`,
    'Tracker status': item.status,
    'Created at': dayOf(item.createdAt),
    'Updated at': dayOf(item.updatedAt),
    ...(labels.length > 0 ? { Labels: writeList(labels) } : {}),
    ...(item.closedAt ? { 'Closed at': dayOf(item.closedAt) } : {}),
    ...(discoveredFrom.length > 0 ? { 'Discovered from': targets(discoveredFrom) } : {}),
    ...(related.length > 0 ? { 'Related to': targets(related) } : {}),
  }
}

const targets = (links: Link[]) => links.map((link) => link.to).join(', ')

/** Labels as options of a field can be: without spaces around, none empty, none twice. */
export function tidyLabels(labels: string[]): string[] {
  return [...new Set(labels.map((label) => label.trim()).filter((label) => label !== ''))]
}

/** The value of a field with several options is the JSON text of a list. */
export const writeList = (values: string[]) => JSON.stringify(values)

/** The options in the value of a field. */
export function readList(value: string): string[] {
  return value.startsWith('[') ? (JSON.parse(value) as string[]) : value.split(',').map((each) => each.trim())
}

/** The options that drop-down fields need for these values, sorted. */
export function optionsIn(all: FieldValues[], title: FieldTitle): string[] {
  const values = all.flatMap((values) => {
    const value = values[title]
    if (value === undefined) return []
    return fieldTypes[title] === 'Multiple' ? readList(value) : [value]
  })
  return [...new Set(values)].sort()
}
