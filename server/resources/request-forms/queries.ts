import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { visible } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import type { RequestFormTables } from './tables.ts'

export type FormRow = Selectable<RequestFormTables['request_form']>

/** Whether the account has this form, hidden ones too: only to choose between 404 and 403. */
export async function formExists(caller: Caller, formId: number): Promise<boolean> {
  const row = await connectionOf(caller)
    .selectFrom('request_form')
    .select('request_form_id')
    .where('account_id', '=', caller.accountId)
    .where('request_form_id', '=', formId)
    .executeTakeFirst()
  return row !== undefined
}

export interface Usage {
  request_form_id: number
  submissions: number
  last: Date
}

/** How often forms were sent, and when last. */
export async function usageOf(caller: Caller, formIds: readonly number[]): Promise<Map<number, Usage>> {
  const { rows } = await sql<Usage>`
    select request_form_id, count(*)::int as submissions, max(created_at) as last from request_form_submission
    where account_id = ${caller.accountId} and request_form_id = any(${formIds}::bigint[]) group by 1`.execute(
    connectionOf(caller),
  )
  return new Map(rows.map((row) => [row.request_form_id, row]))
}

/** Which of these folders the caller sees. */
export async function foldersSeen(caller: Caller, folderIds: readonly number[]): Promise<Set<number>> {
  const rows = await visible(caller, 'folders')
    .select('folder.folder_id')
    .where(sql<boolean>`folder.folder_id = any(${folderIds}::bigint[])`)
    .execute()
  return new Set(rows.map((row) => row.folder_id))
}
