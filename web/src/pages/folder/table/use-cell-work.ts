import type { Task } from '@taskwright/sdk'
import type { ClipboardEvent } from 'react'
import type { Field } from '../../../parts/fields/fields.ts'
import type { Item } from '../list/list-items.ts'
import type { CellChange } from './cells.ts'
import { copier } from './copy-text.ts'
import type { Cursor, Range } from './cursor.ts'
import { planPaste } from './paste.ts'
import type { GridItem } from './table-items.ts'
import { type Block, readTsv, writeHtml, writeTsv } from './tsv.ts'
import type { useCells } from './use-cells.ts'

interface Options {
  cursor: Cursor
  items: readonly GridItem[]
  fields: readonly Field[]
  apply: ReturnType<typeof useCells>['apply']
  /** What a task that is made behind the last row begins with; missing where none can be made. */
  base: Task | undefined
}

/** What is done with the selected cells: copied, pasted over, emptied, filled. */
export function useCellWork({ cursor, items, fields, apply, base }: Options) {
  const isTask = (item: GridItem | undefined): item is Item & { type: 'task' } => item?.type === 'task'
  const tasksFrom = (top: number, bottom: number): Task[] =>
    items.slice(Math.max(top, 0), bottom + 1).flatMap((item) => (isTask(item) ? item.task : []))
  const fieldsIn = ({ left, right }: Range) => fields.slice(left, right + 1)

  const copied = (): Block => {
    const range = cursor.range()
    const copiers = fieldsIn(range).map(copier)
    return tasksFrom(range.top, range.bottom).map((task) => copiers.map((text) => text(task)))
  }
  const copy = (event: ClipboardEvent): boolean => {
    const block = copied()
    if (block.length === 0) return false
    event.preventDefault()
    event.clipboardData.setData('text/plain', writeTsv(block))
    event.clipboardData.setData('text/html', writeHtml(block))
    return true
  }
  const clear = (): void => {
    const range = cursor.range()
    const cells = tasksFrom(range.top, range.bottom).flatMap((task) =>
      fieldsIn(range)
        .filter(({ change, format }) => change && !('isRequired' in format && format.isRequired))
        .map((field): CellChange => ({ task, field, value: '' })),
    )
    if (cells.length > 0) void apply({ cells })
  }
  /** Gives the rows of a larger range the values of those in a smaller one, again and again. */
  const fill = (from: Range, to: Range): void => {
    const sources = tasksFrom(from.top, from.bottom)
    const put = (tasks: readonly Task[], first: number): CellChange[] =>
      tasks.flatMap((task, at) => {
        const high = sources.length
        const source = sources[(((first + at) % high) + high) % high]
        if (!source) return []
        return fieldsIn(from)
          .filter(({ change }) => change)
          .map((field) => ({ task, field, value: field.read(source) }))
      })
    const above = tasksFrom(to.top, from.top - 1)
    const below = tasksFrom(from.bottom + 1, to.bottom)
    if (sources.length === 0 || above.length + below.length === 0) return
    cursor.select({ row: from.top, column: from.left }, { row: to.bottom, column: to.right })
    void apply({ cells: [...put(above, -above.length), ...put(below, 0)] })
  }

  return {
    onCopy: (event: ClipboardEvent) => void (isOwn(event) && copy(event)),
    onCut: (event: ClipboardEvent) => {
      if (isOwn(event) && copy(event)) clear()
    },
    onPaste: (event: ClipboardEvent) => {
      const text = event.clipboardData.getData('text/plain')
      if (!isOwn(event) || text === '') return
      event.preventDefault()
      const range = cursor.range()
      const block = readTsv(text)
      const isEnd = (item: GridItem | undefined) => item?.type === 'end'
      const first = items[range.top]
      const end = isEnd(first) ? first : items.findLast(isEnd)
      const plan = planPaste(block, {
        tasks: isEnd(first) ? [] : tasksFrom(range.top, items.length - 1),
        selected: tasksFrom(range.top, range.bottom).length,
        fields: fields.slice(range.left),
        selectedFields: range.right - range.left + 1,
        base: end && base,
      })
      void apply({
        ...plan,
        made: plan.made.map((row) => ({
          ...row,
          members: { ...(end?.type === 'end' && end.members), ...row.members },
        })),
      })
      const high = Math.min(Math.max(block.length, range.bottom - range.top + 1), items.length - range.top)
      const wide = Math.max(range.right - range.left + 1, ...block.map((row) => row.length))
      cursor.select(
        { row: range.top, column: range.left },
        { row: range.top + high - 1, column: Math.min(range.left + wide, fields.length) - 1 },
      )
    },
    clear,
    fill,
    /** The first row of the selection over the others. */
    fillDown: () => {
      const range = cursor.range()
      const first = items.findIndex((item, row) => row >= range.top && isTask(item))
      if (first >= 0 && range.bottom > first) fill({ ...range, top: first, bottom: first }, range)
    },
  }
}

/** What an editor in a cell copies and pastes is its own text. */
const isOwn = ({ target }: ClipboardEvent): boolean =>
  !(target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea'))
