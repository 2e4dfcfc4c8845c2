import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { Cells, ExportTable } from './exported/table.ts'

/** Rows that are in memory at once, and written in one go: other requests wait a few milliseconds at most. */
const atOnce = 500

/** All tables of an account as of one moment. */
export interface Snapshot {
  /** The rows of a table, a few hundred at a time. */
  rows(table: ExportTable): AsyncGenerator<Cells[]>
}

/**
 * Reads an account as of one moment: one read-only transaction, in which every table is walked with a cursor. Nobody waits
 * for it and it waits for nobody; only the vacuum of rows that are younger waits for its end.
 */
export async function snapshot<R>(
  database: Kysely<Database>,
  accountId: number,
  work: (read: Snapshot) => Promise<R>,
): Promise<R> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      // All is read, so a plan that gives the first rows soon is the wrong one.
      await sql`set local cursor_tuple_fraction = 1`.execute(transaction)
      return work({ rows: (table) => walk(transaction, accountId, table) })
    })
}

async function* walk(
  transaction: Kysely<Database>,
  accountId: number,
  { rows: query, read }: ExportTable,
): AsyncGenerator<Cells[]> {
  if (!query) return
  // A cursor takes no parameters, and the only one is a number of ours.
  await sql`declare exported no scroll cursor for ${query(accountId)}`.execute(transaction)
  for (;;) {
    const { rows } = await sql<Cells>`fetch ${sql.lit(atOnce)} from exported`.execute(transaction)
    if (rows.length > 0) yield read ? rows.flatMap((row) => read(accountId, row)) : rows
    if (rows.length < atOnce) break
  }
  await sql`close exported`.execute(transaction)
}
