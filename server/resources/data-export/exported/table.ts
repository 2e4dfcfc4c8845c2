import type { sql } from '#database/sql.ts'

type Query = ReturnType<typeof sql>

/** A column of an exported table. */
export interface ExportColumn {
  id: string
  dataType: 'Number' | 'String' | 'Date' | 'Boolean'
  foreignKey?: { tableId: string; columnId: string }
}

/** A table of the export: its columns, and the query of an account's rows with the values as they are written. */
export interface ExportTable {
  id: string
  columns: readonly ExportColumn[]
  /** The columns by name; those that it leaves out stay empty. Undefined where the server keeps nothing of the kind. */
  rows?: (accountId: number) => Query
  /** For what a query can't say: a row → rows. */
  read?: (accountId: number, row: Cells) => readonly Cells[]
}

export type Cells = Record<string, string | number | boolean | null>

const column =
  (dataType: ExportColumn['dataType']) =>
  (id: string, refersTo?: string): ExportColumn => ({
    id,
    dataType,
    ...(refersTo ? { foreignKey: { tableId: refersTo, columnId: keyOf(refersTo) } } : {}),
  })

export const N = column('Number')
export const S = column('String')
export const D = column('Date')
export const B = column('Boolean')

/** The column that others refer to. */
function keyOf(table: string): string {
  const ofWorkItem = ['work_item', 'work_folder', 'work_space', 'work_task']
  return ofWorkItem.includes(table) ? 'work_id' : `${table}_id`
}
