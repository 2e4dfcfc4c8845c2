import { targets } from './choices.ts'
import type { Columns } from './columns.ts'
import { longestSample, mostValues } from './limits.ts'
import type { FileRows } from './read-rows.ts'

/** A column of a file, for people who say what it is to become. */
export interface ToldColumn {
  name: string
  /** What it becomes: a target, or the number of a custom field. */
  becomes: string | number | undefined
  /** Different values, as they come; `valueCount` of all rows. */
  values: string[]
  valueCount: number
}

/** The columns that have a name, with some of what is in them. */
export function toldColumns({ header, rows }: FileRows, columns: Columns): ToldColumn[] {
  return header.flatMap((name, at): ToldColumn[] => {
    if (name === '') return []
    const different = new Set(rows.map((cells) => (cells[at] ?? '').trim()).filter((text) => text !== ''))
    return [
      {
        name,
        becomes: targets.find((target) => columns.of[target] === at) ?? columns.fields.find((one) => one.at === at)?.id,
        values: [...different].slice(0, mostValues).map((text) => text.slice(0, longestSample)),
        valueCount: different.size,
      },
    ]
  })
}
