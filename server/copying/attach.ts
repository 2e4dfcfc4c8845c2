import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { Place } from '#access/permit.ts'
import { sql } from '#database/sql.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { copyAttachments } from '#resources/attachments/copy-attachments.ts'
import type { CopyInput, CopyState } from './input.ts'

/** Gives a copy the attachments of the original, if asked for; the events of it, unless it is a blueprint. */
export async function attach(rows: Rows, caller: Caller, input: CopyInput, state: CopyState): Promise<EventRecord[]> {
  if (!input.attachments) return []
  const { rows: pairs } = await sql<{ kind: 'folder' | 'task'; source: number; target: number }>`
    select 'folder' as kind, source_id as source, target_id as target from copied_folder where account_id = ${caller.accountId} and copy_id = ${state.copyId}
    union all
    select 'task', source_id, target_id from copied_task where account_id = ${caller.accountId} and copy_id = ${state.copyId}`.execute(
    connectionOf(rows),
  )
  const place = (kind: 'folder' | 'task', id: number): Place => (kind === 'folder' ? { folder: id } : { task: id })
  const events = await copyAttachments(
    rows,
    caller,
    pairs.map(({ kind, source, target }) => ({ from: place(kind, source), to: place(kind, target) })),
  )
  return 'blueprintsOf' in input.target ? [] : events
}
