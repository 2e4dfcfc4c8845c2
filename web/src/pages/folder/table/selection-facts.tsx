import { useMemo, useSyncExternalStore } from 'react'
import { numberText } from '../../../language/language.ts'
import { plural, words } from '../../../language/words.ts'
import type { Field } from '../../../parts/fields/fields.ts'
import { valueText } from '../../../parts/fields/value-text.ts'
import type { Cursor } from './cursor.ts'
import type { GridItem } from './table-items.ts'

const t = words('selection-facts', {
  cells: ({ count }: { count: number }) => plural(count, { one: '# cell', other: '# cells' }),
  sum: ({ sum }: { sum: string }) => `Sum ${sum}`,
  average: ({ average }: { average: string }) => `Average ${average}`,
})

interface SelectionFactsProps {
  cursor: Cursor
  lines: readonly GridItem[]
  fields: readonly Field[]
}

/** How many cells are selected; of numbers their sum and average, as spreadsheets tell them. */
export function SelectionFacts({ cursor, lines, fields }: SelectionFactsProps) {
  const said = useSyncExternalStore(cursor.watch, () => {
    const { top, bottom, left, right } = cursor.range()
    return top === bottom && left === right ? '' : [top, bottom, left, right].join()
  })
  const facts = useMemo(
    () => (said === '' ? undefined : factsOf(said.split(',').map(Number), lines, fields)),
    [said, lines, fields],
  )
  if (!facts) return null
  const { count, sum, numbers, format } = facts
  const text = (value: number) => (format ? valueText(format, String(value)) : numberText(value))
  return (
    <span className="selection-facts">
      <span>{t.cells({ count })}</span>
      {numbers > 1 && <span>{t.sum({ sum: text(sum) })}</span>}
      {numbers > 1 && <span>{t.average({ average: text(sum / numbers) })}</span>}
    </span>
  )
}

function factsOf(
  [top = 0, bottom = 0, left = 0, right = 0]: number[],
  lines: readonly GridItem[],
  fields: readonly Field[],
) {
  const columns = fields.slice(left, right + 1)
  const summed = columns.filter(({ format: { type } }) => type === 'Number' || type === 'Duration')
  const tasks = lines.slice(Math.max(top, 0), bottom + 1).flatMap((item) => (item.type === 'task' ? item.task : []))
  const values = tasks.flatMap((task) =>
    summed.flatMap(({ read }) => {
      const value = read(task)
      return value === '' ? [] : Number(value)
    }),
  )
  return {
    count: tasks.length * columns.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    numbers: values.length,
    // Of different fields a sum has the unit of none.
    format: summed.length === 1 ? summed[0]?.format : undefined,
  }
}
