import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import type { AttachmentTables } from './tables.ts'

export type AttachmentRow = Selectable<AttachmentTables['attachment']>

/** Copies the current attachments of each source to its target, sharing their content. */
export async function copyRows(
  rows: Rows,
  caller: Caller,
  on: 'task_id' | 'folder_id',
  pairs: readonly { source: number; target: number }[],
): Promise<AttachmentRow[]> {
  if (pairs.length === 0) return []
  // The lock keeps content that is being deleted just now from being copied.
  const { rows: made } = await sql<AttachmentRow>`
    with pair(source, target) as (
      select * from unnest(${pairs.map((pair) => pair.source)}::bigint[], ${pairs.map((pair) => pair.target)}::bigint[])
    ), original as (
      select p.target, a.* from pair p
      join attachment a on a.account_id = ${caller.accountId} and a.${sql.ref(on)} = p.source and a.current_id is null
      order by a.attachment_id for share of a
    )
    insert into attachment (account_id, ${sql.ref(on)}, author_id, name, type, content_type, file_id, link, preview_link)
    select ${caller.accountId}, target, ${caller.personId}, name, type, content_type, file_id, link, preview_link from original
    returning *`.execute(connectionOf(rows))
  return made
}

/** Which of these ids are attachments of the account, hidden ones too: only to choose between 404 and 403. */
export async function existingAttachments(caller: Caller, attachmentIds: readonly number[]): Promise<Set<number>> {
  const rows = await connectionOf(caller)
    .selectFrom('attachment')
    .select('attachment_id')
    .where('account_id', '=', caller.accountId)
    .where('attachment_id', 'in', attachmentIds)
    .execute()
  return new Set(rows.map((row) => row.attachment_id))
}

/** All versions of the file whose first version this is, locked until the change ends: two writers follow each other. */
export async function lockVersions(rows: Rows, caller: Caller, originId: number): Promise<AttachmentRow[]> {
  const versions = connectionOf(rows)
    .selectFrom('attachment')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where((where) => where.or([where('attachment_id', '=', originId), where('origin_id', '=', originId)]))
    .orderBy('version')
  await versions.forUpdate().execute()
  // Who had to wait for the lock has not seen the version that was made meanwhile.
  return versions.execute()
}

/** Notes that a file is about to arrive, before its first byte does: whatever happens then, the sweep finds it. */
export async function announceFile(caller: Caller): Promise<string> {
  const { file_id } = await connectionOf(caller)
    .insertInto('stored_file')
    .values({ account_id: caller.accountId })
    .returning('file_id')
    .executeTakeFirstOrThrow()
  return file_id
}

/** Notes what is known of a file that has arrived. */
export async function keepFile(
  caller: Caller,
  fileId: string,
  facts: { size: number; sha256: Buffer; width: number | null; height: number | null; scanned_at: Date | null },
): Promise<void> {
  await connectionOf(caller)
    .updateTable('stored_file')
    .set({ ...facts, state: 'stored' })
    .where('account_id', '=', caller.accountId)
    .where('file_id', '=', fileId)
    .execute()
}

/**
 * Forgets those of these files that nothing refers to any more, and calls `remove` for each before that is final: if it
 * fails they are still known, and the sweep tries again.
 */
export async function forgetUnused(
  caller: Caller,
  fileIds: readonly string[],
  remove: (file: { account_id: number; file_id: string; state: 'arriving' | 'stored' }) => Promise<void>,
): Promise<void> {
  if (fileIds.length === 0) return
  await connectionOf(caller)
    .transaction()
    .execute(async (transaction) => {
      const { rows } = await sql<{ account_id: number; file_id: string; state: 'arriving' | 'stored' }>`
        delete from stored_file f where f.account_id = ${caller.accountId} and f.file_id = any(${fileIds}::uuid[])
          and not exists (select from attachment a where a.account_id = f.account_id and a.file_id = f.file_id)
        returning f.account_id, f.file_id, f.state`.execute(transaction)
      for (const row of rows) await remove(row)
    })
}
