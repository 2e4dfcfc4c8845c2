import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'

type Expression = ReturnType<typeof sql>

/** Columns that a copy has for itself, or that copying works out. All others, whoever added them, are copied as they are. */
const own = {
  task: [
    'account_id',
    'metadata',
    'created_at',
    'updated_at',
    'deleted_at',
    'deleted_with',
    'changed_in',
    'earlier',
    // A series has each of its numbers once, and goes on with the original.
    'recurrence_id',
    'occurrence_number',
    'occurrence_date',
  ],
  folder: [
    'account_id',
    'metadata',
    'created_at',
    'updated_at',
    'deleted_at',
    'deleted_with',
    'is_space',
    'inherits_access',
  ],
} as const

/**
 * The columns to insert into a copy of a task or a folder and what each becomes: `worked` out, or that of the original `s`.
 */
export async function copiedColumns(
  rows: Rows,
  table: 'task' | 'folder',
  worked: Record<string, Expression>,
): Promise<{ names: Expression; values: Expression }> {
  const { rows: columns } = await sql<{ name: string }>`
    select attname::text as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
    connectionOf(rows),
  )
  const leftOut: readonly string[] = [...own[table], 'version', ...Object.keys(worked)]
  const kept = columns.map(({ name }) => name).filter((name) => !leftOut.includes(name))
  return {
    names: sql.join([...Object.keys(worked), ...kept].map((name) => sql.ref(name))),
    values: sql.join([...Object.values(worked), ...kept.map((name) => sql.ref(`s.${name}`))]),
  }
}
