import type { CreateTaskInput } from '@taskwright/sdk'
import { type Item, pathOf } from '../list/list-items.ts'

/** The place behind the last row of a table, or of a group of one, in which a task can be made. */
export interface EndItem {
  type: 'end'
  key: string
  /** What a task that is made there begins with. */
  members: Partial<CreateTaskInput>
  level: number
  /** The group that it will be in, where the place is in one. */
  group?: string
}

/** A row of a table: one of a list, or a place for a new task. */
export type GridItem = Item | EndItem

/** What a task begins with to be in the group of some values, behind the last that is there; undefined where none can be. */
type MembersOf = (values: readonly string[], lastId: string | undefined) => Partial<CreateTaskInput> | undefined

/** The rows of a list, with a place for a new task behind the last of each open group, or behind all. */
export function withEnds(items: readonly Item[], depth: number, membersOf: MembersOf): readonly GridItem[] {
  const lines: GridItem[] = []
  let group: (Item & { type: 'group' }) | undefined
  let lastId: string | undefined
  const end = () => {
    if (depth > 0 && !group) return
    const values = group?.values ?? []
    const members = membersOf(values, lastId)
    if (members)
      lines.push({
        type: 'end',
        key: `end:${pathOf(values)}`,
        members,
        level: depth,
        ...(group && { group: group.group.title }),
      })
  }
  for (const item of items) {
    if (item.type === 'group') {
      end()
      group = item.level === depth - 1 && !item.isClosed ? item : undefined
      lastId = undefined
    } else if (item.type === 'task' && !item.parentKey) lastId = item.task.id
    lines.push(item)
  }
  end()
  return lines
}
