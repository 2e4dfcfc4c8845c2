import type { ViewColumn } from '@taskwright/sdk'
import type { Field } from '../../../parts/fields/fields.ts'

/** A column of a table, and where it stands, in CSS pixels. */
export interface Column {
  key: string
  field: Field
  left: number
  width: number
}

export const narrowest = 64
export const widest = 800

/** Room for what values of a format are mostly like. */
const widthsByType: Record<Field['format']['type'], number> = {
  Text: 200,
  Number: 110,
  Duration: 110,
  Day: 120,
  Moment: 180,
  Checkbox: 90,
  Choice: 150,
}

const titleWidth = 320

/** Of a narrow table the title takes less than half, so that another column is seen beside it. */
const titlePart = 0.45

/** The columns of a view, one behind the other, each as wide as it was made or as its values need. */
export function columnsOf(
  given: readonly ViewColumn[],
  fields: readonly Field[],
  seenWidth: number,
  pulled?: { key: string; width: number },
): Column[] {
  let left = 0
  return fields.map((field, at) => {
    const { key } = field
    const own = pulled?.key === key ? pulled.width : given[at]?.width
    const wanted = own ?? (at === 0 ? titleWidth : widthsByType[field.format.type])
    const most = at === 0 && seenWidth > 0 ? Math.max(seenWidth * titlePart, 140) : widest
    const width = Math.round(Math.min(Math.max(wanted, narrowest), most))
    const column = { key, field, left, width }
    left += width
    return column
  })
}

export const widthOf = (columns: readonly Column[]): number => {
  const last = columns.at(-1)
  return last ? last.left + last.width : 0
}
