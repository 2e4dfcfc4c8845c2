import type { Kysely } from 'kysely'
import { eraseItems } from '#database/erase.ts'
import type { Database } from '#database/schema.ts'
import { sql } from '#database/sql.ts'

/** So many are erased in one transaction. */
const atOnce = 200

/**
 * Erases what has been in the recycle bin for so many days, with all that belongs to it, of every account; piece by piece,
 * so that nobody waits for it. Tasks go before the folders they are in.
 */
export async function emptyRecycleBins(database: Kysely<Database>, days: number): Promise<void> {
  for (const kind of ['task', 'folder'] as const) while ((await eraseSome(database, kind, days)) > 0);
}

async function eraseSome(database: Kysely<Database>, kind: 'task' | 'folder', days: number): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ account_id: number; id: number }>`
      select account_id, ${sql.ref(`${kind}_id`)} as id from ${sql.table(kind)}
      where deleted_at < now() - ${days} * interval '1 day'
      order by account_id limit ${atOnce} for update skip locked`.execute(transaction)
    for (const [accountId, ids] of Map.groupBy(rows, (row) => row.account_id)) {
      const gone = ids.map((row) => row.id)
      if (kind === 'folder') await eraseBlueprintsOf(transaction, accountId, gone)
      await eraseItems(
        transaction,
        accountId,
        kind === 'task' ? { tasks: gone, folders: [] } : { tasks: [], folders: gone },
      )
    }
    return rows.length
  })
}

/** The blueprints of spaces that go. */
async function eraseBlueprintsOf(
  database: Kysely<Database>,
  accountId: number,
  spaces: readonly number[],
): Promise<void> {
  const of = async (kind: 'task' | 'folder') => {
    const { rows } = await sql<{ id: number }>`
      select ${sql.ref(`${kind}_id`)} as id from ${sql.table(`${kind}_blueprint`)}
      where account_id = ${accountId} and space_id = any(${spaces}::bigint[])`.execute(database)
    return rows.map((row) => row.id)
  }
  await eraseItems(database, accountId, { tasks: await of('task'), folders: await of('folder') })
}
