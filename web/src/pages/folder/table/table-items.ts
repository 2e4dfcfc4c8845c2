import type { Item } from '../list/list-items.ts'

/** A row of a table: one of a list, or the place behind the last for a new task. */
export type GridItem = Item | { type: 'end'; key: string }

export const endKey = 'end:'

/** The rows of a list, and where a task can be made, the place for a new one behind them. */
export const withEnd = (items: readonly Item[], canMake: boolean): readonly GridItem[] =>
  canMake ? [...items, { type: 'end', key: endKey }] : items
