import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { sql } from '#database/sql.ts'
import type { Services } from '#http/services.ts'
import { previewSizes } from '#resources/attachments/contract.ts'
import type { FileStore } from './store.ts'

const everyMs = 60 * 60 * 1000
const atOnce = 100

/** Key of a file's content in the store. */
export const contentKey = (accountId: number, fileId: string): string => `${accountId}/${fileId}`

/** Key of its preview. */
export const previewKey = (accountId: number, fileId: string, size: string): string => `${accountId}/${fileId}.${size}`

/** Sweeps now and every hour, until it is stopped. */
export function startSweep({ store, files, log }: Services): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  const sweep = () => {
    running = sweepFiles(store.database, files).catch((error) => log.error({ err: error }, 'files were not swept'))
  }
  const timer = setInterval(sweep, everyMs)
  sweep()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

/**
 * Removes content that nothing refers to: of items that were erased, and of uploads that a server did not live to end.
 * What has arrived in the last day is left, since it may still be on its way.
 *
 * @returns how many files went.
 */
export async function sweepFiles(database: Kysely<Database>, files: FileStore): Promise<number> {
  for (let swept = 0; ; ) {
    const gone = await database.transaction().execute(async (transaction) => {
      const { rows } = await sql<Gone>`
        delete from stored_file f using (
          select account_id, file_id from stored_file s
          where created_at < now() - interval '1 day'
            and not exists (select from attachment a where a.account_id = s.account_id and a.file_id = s.file_id)
          limit ${atOnce} for update skip locked
        ) unused
        where f.account_id = unused.account_id and f.file_id = unused.file_id
        returning f.account_id, f.file_id, f.state`.execute(transaction)
      // Still locked: if the store fails, the rows are back and the next sweep tries again.
      for (const row of rows) await removeContent(files, row)
      return rows.length
    })
    swept += gone
    if (gone < atOnce) return swept
  }
}

interface Gone {
  account_id: number
  file_id: string
  state: 'arriving' | 'stored'
}

/** Removes a file from the store, with its previews. */
export async function removeContent(files: FileStore, { account_id, file_id, state }: Gone): Promise<void> {
  await files.remove(contentKey(account_id, file_id), { unfinished: state === 'arriving' })
  if (state === 'stored')
    await Promise.all(previewSizes.map((size) => files.remove(previewKey(account_id, file_id, size))))
}
